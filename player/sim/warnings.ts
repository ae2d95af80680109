/** What an LMS accepts though another one would refuse it, or the learner lose by it. */

import type { Value } from './types';

export interface Seen {
  readonly model: ReadonlyMap<string, Value>;
  readonly writesGraded: boolean;
}

type Warning = (element: string, value: string, seen: Seen) => string | null;

const GRADED = /^cmi\.(core\.(score\.|lesson_status)|interactions\.|objectives\.)/u;
const RANK: Readonly<Record<string, number>> = { incomplete: 1, failed: 2, completed: 3, passed: 4 };

const WARNINGS: readonly Warning[] = [
  (element, _, seen) => (GRADED.test(element) && !seen.writesGraded ? 'something graded is written in a mode that grades nothing' : null),
  (element, value, seen) => {
    const before = RANK[String(seen.model.get('cmi.core.lesson_status') ?? '')] ?? 0;
    return element === 'cmi.core.lesson_status' && (RANK[value] ?? 0) < before ? 'the status goes back' : null;
  },
  (element, value) => (/\.score\./u.test(element) && value === '' ? 'an empty score is stored as 0 by some LMSs' : null),
  (element, value) => (element === 'cmi.core.exit' && value === 'logout' ? 'the learner may be logged out' : null),
  (element, value) => (element === 'cmi.suspend_data' && !/^[A-Za-z0-9_.-]{0,4000}$/u.test(value) ? 'state of more than 4 000 characters, or of characters that some LMSs mangle' : null),
  (element, value) => (element === 'cmi.core.lesson_location' && !/^[A-Za-z0-9_.-]{0,64}$/u.test(value) ? 'location of characters that some LMSs mangle' : null),
  (element, value, seen) => {
    const place = /^cmi\.interactions\.\d+\.id$/u;
    const twice = Array.from(seen.model).some(([other, id]) => other !== element && place.test(other) && id === value);
    return place.test(element) && twice ? 'two interactions have this id' : null;
  },
];

export function warningOf(element: string, value: string, seen: Seen): string {
  return WARNINGS.flatMap((warning) => warning(element, value, seen) ?? []).join('; ');
}

/** Judges what was set since the last commit, in its order: some LMSs grade when the status comes. */
export function orderWarning(batch: readonly string[]): string {
  const score = batch.lastIndexOf('cmi.core.score.raw');
  return score > batch.lastIndexOf('cmi.core.lesson_status') ? 'a score without a status after it' : '';
}
