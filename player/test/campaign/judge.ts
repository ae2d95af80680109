/** What must hold of a journey at any moment: compares what is told, shown and stored with the model. */

import { expectedOf } from './content';
import type { Work } from './model';
import type { Held } from './places';
import { rankOf } from './rules';
import type { Standing } from './rules';
import type { Rules } from './steps';

export type Rule =
  | 'exception'
  | 'refused'
  | 'shows other work'
  | 'said stored and is not'
  | 'status went back'
  | 'wrong status'
  | 'wrong score'
  | 'wrong records'
  | 'written in a mode that writes nothing'
  | 'never stored'
  | 'lost silently'
  | 'told and not kept'
  | 'work of nobody';

export interface Finding {
  readonly rule: Rule;
  /** Index of the step after which it was seen. */
  readonly at: number;
  readonly text: string;
}

/** What is there when the learner is told that everything is stored. */
export function storedFaults(held: Held, state: string, work: Work, standing: Standing, rules: Rules, credit: boolean): [Rule, string][] {
  const faults: [Rule, string][] = [];
  const expected = expectedOf(work, rules);
  if (state !== expected) faults.push(['said stored and is not', `${state} instead of ${expected}`]);
  if (!credit) return faults;
  if (held.status !== work.status) faults.push(['wrong status', `${held.status} instead of ${work.status}`]);
  if (standing.score !== null && held.score !== standing.score) faults.push(['wrong score', `${String(held.score)} instead of ${String(standing.score)}`]);
  const records = work.records.map(({ id, kind, said, score }) => [id, kind, said, wordOf(score)].join(' '));
  const given = held.records.map((record, i) => (work.records[i]?.score === null ? record.replace(/ (?:correct|wrong)$/u, ' part') : record));
  if (given.join('\n') !== records.join('\n')) faults.push(['wrong records', `${given.join(' | ')} instead of ${records.join(' | ')}`]);
  return faults;
}

function wordOf(score: number | null): string {
  if (score === null) return 'part';
  return score === 1 ? 'correct' : score === 0 ? 'wrong' : String(score);
}

/** What a launch for looking has changed. */
export function writtenFaults(before: Held, now: Held, graded: boolean): [Rule, string][] {
  const same = before.status === now.status && before.score === now.score && before.records.join() === now.records.join();
  if (same && (graded || before.state === now.state)) return [];
  return [['written in a mode that writes nothing', `${JSON.stringify(before)} became ${JSON.stringify(now)}`]];
}

export function wentBack(before: string, now: string): boolean {
  return rankOf(before) >= 0 && rankOf(now) < rankOf(before);
}
