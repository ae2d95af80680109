/** Entry of the trial in its xAPI package. */

import { withoutAuth } from '../src/lms/xapi/launch';
import { announce, present, wordsOfPage } from './page';
import { storage } from './window';
import { begin } from './xapi/session';

async function main(): Promise<void> {
  const words = wordsOfPage();
  announce(words);
  const address = location.href;
  // A credential does not stay in the address of the page, nor in its history.
  const { clean, auth } = withoutAuth(address);
  if (auth !== '') history.replaceState(null, '', clean);
  const activity = document.querySelector<HTMLMetaElement>('meta[name="filiere-activity"]')?.content ?? '';
  const web = { address, fetch: (url: string, init: RequestInit) => fetch(url, init), session: storage('sessionStorage'), replaceAddress: () => undefined };
  const trial = await begin({ web, activity, language: document.documentElement.lang, storage: storage('localStorage'), now: () => Date.now(), uuid });
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') trial.hidden(); });
  window.addEventListener('pagehide', () => { trial.gone(); });
  const launched = trial.stages[0]?.findings[0]?.outcome !== 'none';
  await present({ standard: 'xAPI', launch: launched ? trial.launch : 0, stages: trial.stages, log: trial.log }, words);
}

/** RFC 9562, version 4; pages on http have no randomUUID. */
function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte, at) => (at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte).toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-');
}

void main();
