/** What must hold of a journey at any moment: compares what is told, shown and stored with the model. */

import { expectedOf } from './content';
import type { Recorded, Work } from './model';
import type { Held } from './places';
import { rankOf } from './rules';
import type { Standing } from './rules';
import type { Rule } from './findings';
import { keepsRecords } from './known';
import type { Setup } from './steps';

/** With what was ever recorded, though the work that it came from is lost. */
type Judged = Work & { readonly ever: readonly string[]; readonly everDone: boolean };

/** What is there when the learner is told that everything is stored. */
export function storedFaults(held: Held, state: string, work: Judged, standing: Standing, setup: Setup, credit: boolean): [Rule, string][] {
  const faults: [Rule, string][] = [];
  const expected = expectedOf(work, setup.rules);
  if (state !== expected) faults.push(['said stored and is not', `${state} instead of ${expected}`]);
  if (!credit) return faults;
  if (setup.place === 'tincan' || setup.place === 'cmi5') return [...faults, ...(keepsRecords(setup) ? toldFaults(held, work) : [])];
  if (held.status !== work.status) faults.push(['wrong status', `${held.status} instead of ${work.status}`]);
  if (standing.score !== null && held.score !== standing.score) faults.push(['wrong score', `${String(held.score)} instead of ${String(standing.score)}`]);
  if (!keepsRecords(setup)) return faults;
  const records = work.records.map(({ id, kind, said, score }) => [id, kind, said, wordOf(score)].join(' '));
  const given = held.records.map((record, i) => (work.records[i]?.score === null ? record.replace(/ (?:correct|wrong)$/u, ' part') : record));
  if (given.join('\n') !== records.join('\n')) faults.push(['wrong records', `${given.join(' | ')} instead of ${records.join(' | ')}`]);
  return faults;
}

/** Of a record store: what was said in statements. */
function toldFaults(held: Held, work: Judged): [Rule, string][] {
  const faults: [Rule, string][] = [];
  const done = work.status === 'completed' || work.status === 'passed';
  if (done ? held.status !== 'done' : held.status === 'done' && !work.everDone) faults.push(['wrong status', `${held.status} told of ${work.status}`]);
  const expected = answersOf(work.records);
  const told = held.records;
  if (lacks(told, expected) || lacks(work.ever, told)) faults.push(['wrong records', `${told.join(' | ')} instead of ${expected.join(' | ')}`]);
  return faults;
}

/** In the words of xAPI, the parts of one answer together. */
export function answersOf(records: readonly Recorded[]): string[] {
  const answers = new Map<string, string>();
  for (const { question, kind, said, time } of records) {
    const key = `${question} ${time}`;
    const before = answers.get(key);
    const words = wordsOf(kind, said);
    answers.set(key, before === undefined ? `${question} ${words}` : `${before}[,]${words}`);
  }
  return [...answers.values()];
}

/** Whether something of the second list is not in the first, or less often. */
function lacks(all: readonly string[], some: readonly string[]): boolean {
  const left = [...all];
  return some.some((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function wordsOf(kind: string, said: string): string {
  if (kind === 'true-false') return said === 't' ? 'true' : 'false';
  if (kind === 'matching') return said.replaceAll('.', '[.]').replaceAll(',', '[,]');
  return kind === 'choice' || kind === 'sequencing' ? said.replaceAll(',', '[,]') : said;
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
