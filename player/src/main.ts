/** Entry of the player: the only file that reads the window's data, clock and storage. */

import { createSession } from './core/session';
import { decodeGraded } from './core/graded';
import type { Env, Store } from './core/types';
import type { PlayerData } from './data';
import { attach } from './lms/attach';
import { openLms } from './lms/open';
import { start } from './views/app';
import { speak } from './views/words';

/** The data block of the page, as the compiler wrote it; null in a page that is not ours. */
function readData(): PlayerData | null {
  const block = document.getElementById('filiere-data');
  return JSON.parse(block?.textContent ?? 'null') as PlayerData | null;
}

/** Once the learner asked to forget, closing the page must not write it all again. */
let forgotten = false;

/** Reading it throws in some frames. */
function storage(): Store | null {
  try {
    const { localStorage } = window;
    return {
      getItem: (key) => localStorage.getItem(key),
      setItem: (key, value) => { if (!forgotten) localStorage.setItem(key, value); },
    };
  } catch {
    return null;
  }
}

function seed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}

const env: Env = {
  now: () => Date.now(),
  offset: () => -new Date().getTimezoneOffset(),
  setTimer: (run, milliseconds) => window.setTimeout(run, milliseconds),
  clearTimer: (timer) => { window.clearTimeout(timer as number); },
  storage: storage(),
  seed,
};

async function main(): Promise<void> {
  const data = readData();
  if (data === null) return;
  speak(data.module.ui);
  document.documentElement.classList.add('fi-js');
  const key = `filiere:${data.module.iri}:${data.module.language}`;
  const session = await createSession(data, decodeGraded(data.graded), openLms(window, env, key), env);
  attach(window, session);
  start(data, session, () => {
    env.storage?.setItem(key, '');
    forgotten = true;
    location.replace(location.pathname);
  });
}

void main();
