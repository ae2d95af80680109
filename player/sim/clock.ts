/** The clock of a browser, for simulated LMSs that run in a page. */

import type { Clock } from './types';

export function browserClock(): Clock {
  return {
    now: () => Date.now(),
    setTimer: (run, milliseconds) => window.setTimeout(run, milliseconds),
    clearTimer: (timer) => { window.clearTimeout(Number(timer)); },
    // A synchronous request stops the page in the same way.
    block: (milliseconds) => {
      const until = performance.now() + milliseconds;
      while (performance.now() < until);
    },
  };
}
