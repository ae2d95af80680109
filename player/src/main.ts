/** Starts the player: the only file that reads the window's data, clock and storage. */

import { createSession } from './core/session';
import { decodeGraded } from './core/graded';
import type { Begin } from './core/guarded';
import type { Env, Store } from './core/types';
import type { PlayerData } from './data';
import { attach, reload } from './lms/attach';
import type { Lms } from './lms/lms';
import type { Web } from './lms/xapi/http';
import type { Content } from './lms/xapi/opening';
import { start } from './views/app';
import { breath } from './views/later';
import { speak } from './views/words';
import type { Table } from './views/words';

/** A data block of the page, as the compiler wrote it; null in a page that is not ours. */
function block(id: 'filiere-data' | 'filiere-words'): unknown {
  return JSON.parse(document.getElementById(id)?.textContent ?? 'null');
}

/** Once the learner asked to forget, closing the page must not write it all again. */
let forgotten = false;

/** Reading it throws in some frames. */
function storage(kind: 'localStorage' | 'sessionStorage'): Store | null {
  try {
    const store = window[kind];
    return {
      getItem: (key) => store.getItem(key),
      setItem: (key, value) => { if (!forgotten) store.setItem(key, value); },
    };
  } catch {
    return null;
  }
}

function web(): Web {
  return {
    address: location.href,
    fetch: (url, init) => fetch(url, init),
    session: storage('sessionStorage'),
    replaceAddress: (address) => { history.replaceState(history.state, '', address); },
  };
}

/** Whatever starts to play, now or later, does so without sound. */
function silence(): void {
  document.addEventListener('play', ({ target }) => { if (target instanceof HTMLMediaElement) target.muted = true; }, true);
}

function seed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}

/** Asked only of a server: files and apps have none. */
function fetchText(url: string): Promise<string> {
  return fetch(url, { cache: 'no-store' }).then((answer) => answer.text());
}

const env: Env = {
  now: () => Date.now(),
  passed: () => performance.now(),
  offset: () => -new Date().getTimezoneOffset(),
  setTimer: (run, milliseconds) => window.setTimeout(run, milliseconds),
  clearTimer: (timer) => { window.clearTimeout(timer as number); },
  storage: storage('localStorage'),
  seed,
  ...(/^https?:$/u.test(location.protocol) ? { fetchText } : {}),
};

/** What back ends are opened with. */
export interface Page {
  readonly env: Env;
  /** Names the module in this browser's storage. */
  readonly key: string;
  readonly web: Web;
  readonly content: Content;
}

/** Plays the page's module, as the back end of this package's standard stores it. */
export async function play(open: (page: Page) => Lms, begin?: Begin): Promise<void> {
  const data = block('filiere-data') as PlayerData | null;
  if (data === null) return;
  speak(data.module.ui, block('filiere-words') as Table);
  await breath();
  document.documentElement.classList.add('fi-js');
  const key = `filiere:${data.module.iri}:${data.module.language}`;
  const graded = decodeGraded(data.graded);
  await breath();
  const session = await createSession(data, graded, open({ env, key, web: web(), content: { data, graded } }), env, begin);
  attach(window, session);
  if (session.launch.muted === true) silence();
  await breath();
  await start(session.data, session, {
    forget: () => {
      env.storage?.setItem(session.launch.place ?? key, '');
      forgotten = true;
      location.replace(location.pathname + location.search);
    },
    reload: () => { reload(window); },
    leave: (url) => {
      if (url === null) window.close();
      else location.href = url;
    },
  });
}
