/** Makes journeys out of seeds: a learner's habits, crossed with faults and ways of leaving. */

import type { Kind } from '../../sim/types';
import { chanceOf } from './chance';
import type { Chance } from './chance';
import { GRADED, PRACTICE } from './questions';
import { seesFailures } from './known';
import type { Around, Fault, Journey, Place, Rules, Setup, Step, Way } from './steps';

const WAYS: readonly Way[] = ['close', 'close', 'navigate', 'remove', 'crash', 'quit', 'reload'];
const PAGES = PRACTICE.length;
const QUESTIONS = PRACTICE.flat().length;

/** `made`: the only modules that there are, when not any may be asked for. */
export function journeyOf(seed: number, places: readonly Place[], made: readonly Rules[] = []): Journey {
  const chance = chanceOf(seed);
  const setup = placed(setupOf(chance, places, made), chanceOf(~seed));
  const length = 10 + chance.below(50);
  /** Some journeys are quiet, some are all trouble. */
  const trouble = chance.pick([0, 3, 6, 6, 12]);
  const steps: Step[] = [];
  while (steps.length < length) {
    if (chance.below(20) < trouble) steps.push({ do: 'fault', ...faultOf(chance, setup) });
    steps.push(...habit(chance, setup.rules));
  }
  return { seed, setup, steps };
}

/** Windows are another chance's, so that journeys stay what they were. Where a frame is sandboxed, nothing is kept. */
function placed(setup: Omit<Setup, 'around'>, chance: Chance): Setup {
  const { place, blocked } = setup;
  const all: readonly Around[] = place === 'tincan' || place === 'cmi5' ? ['nowhere'] : place === 'none' ? ['parent', 'foreign', 'sandboxed', 'nowhere'] : ['parent', 'parent', 'opener'];
  const around = chance.pick(all);
  return { ...setup, around, blocked: blocked || around === 'sandboxed' };
}

function setupOf(chance: Chance, places: readonly Place[], made: readonly Rules[]): Omit<Setup, 'around'> {
  const place = chance.pick(places);
  const odd = chance.once(8);
  const scorm = place !== 'tincan';
  return {
    place,
    engine: chance.pick(['chromium', 'chromium', 'firefox', 'webkit'] as const),
    mode: odd && scorm ? chance.pick(['review', 'browse'] as const) : 'normal',
    credit: !chance.once(10) || place === 'tincan' || place === 'cmi5',
    mastery: chance.once(4) && scorm ? chance.pick([50, 80]) : null,
    settings: settingsOf(chance, place as Kind),
    blocked: chance.once(5),
    late: chance.once(6) ? chance.pick([150, 1200, 2900]) : 0,
    rules: made.length === 0 ? rulesOf(chance) : chance.pick(made),
  };
}

function settingsOf(chance: Chance, place: Kind): Setup['settings'] {
  if (place === 'moodle') {
    const newAttempt = chance.pick(['asked', 'asked', 'over', 'always'] as const);
    return { scormStandard: chance.once(2), masteryOverride: !chance.once(3), autoCommit: chance.once(4), newAttempt };
  }
  return { checksValues: !chance.once(3), autoReview: !chance.once(3), readsInteractions: !chance.once(3) };
}

export function rulesOf(chance: Chance): Rules {
  return {
    attempts: chance.pick([1, 2, 3, null]),
    grading: chance.pick(['best', 'last', 'first', 'average'] as const),
    feedback: chance.pick(['immediate', 'after-attempt', 'after-pass', 'never'] as const),
    corrections: chance.pick(['none', 'own', 'correct', 'worked'] as const),
    shuffle: chance.once(2),
    afterPages: chance.once(5),
    pass: chance.pick([0, 40, 60, 100]),
    take: chance.pick([2, 5, GRADED.length]),
    completion: chance.pick(['pages', 'assessment', 'assessment', 'both'] as const),
    ratings: chance.once(2),
    assessment: !chance.once(6),
  };
}

function faultOf(chance: Chance, setup: Setup): Fault {
  const dice = chance.below(20);
  if (dice < 6 && seesFailures(setup)) return { fault: 'fail', times: chance.pick([1, 1, 2, 5]) };
  if (dice < 10) return { fault: 'offline' };
  if (dice < 14) return { fault: 'online' };
  if (dice < 16) return { fault: 'slow', ms: chance.pick([0, 300, 4000]) };
  if (dice < 17) return { fault: 'expire' };
  if (dice < 18) return { fault: 'lose' };
  return { fault: 'jump', ms: chance.pick([-86400000, -3600000, -2000, 2000, 3600000, 86400000]) };
}

/** A few steps that belong together; the learner may think between them. */
function habit(chance: Chance, rules: Rules): Step[] {
  const dice = chance.below(100);
  if (dice < 8) return [{ do: 'leave', way: chance.pick(WAYS) }];
  if (dice < 12) return [{ do: 'hide' }];
  if (dice < 25) return [{ do: 'wait', ms: chance.pick([200, 1600, 5000, 12000, 35000, 70000]) }];
  if (dice < 40) return [{ do: 'go', to: chance.below(PAGES + 2) }];
  if (dice < 44) return [{ do: 'rate', at: chance.below(3), when: chance.pick(['before', 'after'] as const), value: chance.below(5) }];
  if (dice < 70) return exercise(chance);
  return rules.assessment || chance.once(9) ? assessment(chance, rules) : exercise(chance);
}

function exercise(chance: Chance): Step[] {
  const q = chance.below(QUESTIONS);
  const tries: Step[] = [{ do: 'try', q, given: chance.below(6) }];
  if (!chance.once(4)) tries.push({ do: 'check', q });
  if (chance.once(3)) tries.push({ do: 'retry', q }, { do: 'try', q, given: chance.once(2) ? 0 : chance.below(6) }, { do: 'check', q });
  return thinking(tries, chance);
}

/** An attempt, or a part of one, by a learner who knows more or less. */
function assessment(chance: Chance, rules: Rules): Step[] {
  const dice = chance.below(10);
  if (dice === 0) return [{ do: 'flag', at: chance.below(rules.take), on: !chance.once(3) }];
  if (dice === 1) return [{ do: 'summary', on: !chance.once(3) }];
  if (dice === 2) return [{ do: 'submit' }];
  if (dice === 3) return [{ do: 'open', at: chance.below(rules.take + 1) }];
  const knows = chance.pick([1, 2, 5, 100]);
  const steps: Step[] = [{ do: 'start' }];
  for (let at = 0; at < rules.take; at += 1) {
    if (chance.once(5)) continue;
    steps.push({ do: 'answer', at, given: chance.once(knows) ? chance.below(6) : 0 });
    if (chance.once(5)) steps.push({ do: 'confirm', at });
  }
  if (!chance.once(4)) steps.push({ do: 'submit' });
  return thinking(steps, chance);
}

function thinking(steps: readonly Step[], chance: Chance): Step[] {
  return steps.flatMap((step): Step[] => (chance.once(6) ? [{ do: 'wait', ms: chance.pick([400, 2500, 9000]) }, step] : [step]));
}
