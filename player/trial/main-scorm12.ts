/** Entry of the trial in its SCORM 1.2 package. */

import { discover } from '../src/lms/discovery';
import { announce, present, wordsOfPage } from './page';
import { begin } from './scorm12/session';
import { storage } from './window';

async function main(): Promise<void> {
  const words = wordsOfPage();
  announce(words);
  const there = await discover(window, { passed: () => performance.now(), setTimer: (run, milliseconds) => window.setTimeout(run, milliseconds) });
  const trial = begin(window, storage('localStorage'), location.pathname);
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') trial.hidden(); });
  window.addEventListener('pagehide', () => { trial.gone(); });
  await present({ standard: 'SCORM 1.2', launch: there ? trial.launch : 0, stages: trial.stages, log: trial.log }, words);
}

void main();
