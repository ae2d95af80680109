/** One learner for every engine, place and way of leaving: the steps are the same. */

import type { Engine, Journey, Place, Step, Way } from '../../../player/test/campaign/steps';
import { RULES } from '../campaign/packages';

/** Exercises, half an attempt, away and back; then the rest, a network that fails, and away again. */
function steps(way: Way): readonly Step[] {
  return [
    { do: 'try', q: 0, given: 1 },
    { do: 'check', q: 0 },
    { do: 'retry', q: 0 },
    { do: 'try', q: 0, given: 0 },
    { do: 'check', q: 0 },
    { do: 'try', q: 4, given: 1 },
    { do: 'wait', ms: 2000 },
    { do: 'start' },
    { do: 'answer', at: 0, given: 0 },
    { do: 'flag', at: 1, on: true },
    { do: 'wait', ms: 6000 },
    { do: 'leave', way },
    { do: 'answer', at: 1, given: 0 },
    { do: 'submit' },
    { do: 'fault', fault: 'fail', times: 2 },
    { do: 'try', q: 2, given: 0 },
    { do: 'check', q: 2 },
    { do: 'wait', ms: 12000 },
    { do: 'try', q: 3, given: 0 },
    { do: 'leave', way: way === 'crash' ? 'close' : way },
  ];
}

export function learner(engine: Engine, place: Place, way: Way): Journey {
  const rules = RULES.find((one) => one.assessment && !one.afterPages && one.attempts !== 1);
  if (rules === undefined) throw new Error('a module has an assessment of several attempts');
  const setup = { place, engine, around: 'parent', mode: 'normal', credit: true, mastery: null, settings: {}, blocked: false, late: 0, rules } as const;
  return { seed: 0, setup, steps: steps(way) };
}
