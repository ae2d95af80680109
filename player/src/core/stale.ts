/** Tells kept work that nobody came back to; keeps none itself. */

import type { PlayerData } from '../data';

/** Milliseconds of thirty days. */
const MOST = 2592000000;

/** Whether it was kept too long ago; a clock that ran before the module was there was wrong, and says nothing. */
export function isStale(at: number, now: number, { module }: PlayerData): boolean {
  return now - at > MOST && !(at < Date.parse(module.date));
}
