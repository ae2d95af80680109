/** Entry of the player: the only file that reads the window; starts what the other files make. */

import type { PlayerData } from './data';

/** The data block of the page, as the compiler wrote it. */
export function data(): PlayerData {
  const block = document.getElementById('filiere-data');
  return JSON.parse(block?.textContent ?? 'null') as PlayerData;
}
