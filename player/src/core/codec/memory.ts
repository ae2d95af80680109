/**
 * Packs a learner's memory into bits. In order, highest bit first, with w(n) = bits for n values:
 *
 *     here                w(pages + 1); `pages` itself is the assessment
 *     opened              1 a page
 *     practice question   tries 4, checked 1, answer
 *     objective           before 3, after 3; 0 = not given
 *     recorded            14, interactions reported so far
 *     latch               2: incomplete, failed, completed, passed
 *     only with draws:
 *       grades            count 7, first 14, best 14, last 14, sum 21 (hundredths of a per cent)
 *       phase             2: no attempt, running, summary, submitted
 *       seed              32; the draw and all orders follow from it
 *       drawn before      1; then, if so, 36: schema hash of the earlier version that drew
 *       at                w(questions taken)
 *       drawn question    flagged 1, checked 1, answer; in the order shown
 *
 * seed and the rest only with an attempt. An answer is 1 bit (given), then, if given, by layout:
 *
 *     set n               1 an option
 *     pick n              w(n)
 *     picks of n          w(n + 1) a source; 0 = none, else target + 1
 *     order n             w(n), w(n − 1) … w(1): each item's place among those left
 *     text                length in bytes w(bytes + 1), then 8 a byte of UTF-8; for each text
 *
 * src/state.rs adds up the same widths to prove the worst case: change both together, and the 1
 * that starts every state.
 */

import type { PlayerData } from '../../data';
import { MOST, NO_GRADES } from '../memory';
import type { AttemptMemory, Grades, Memory, PracticeMemory } from '../memory';
import type { Status } from '../types';
import { putAnswer, takeAnswer } from './answer';
import { BitReader, BitWriter, Unreadable, width } from './bits';
import { attemptDraw, drawnIn } from './versions';
import type { Version } from './versions';

const LATCH: readonly Status[] = ['incomplete', 'failed', 'completed', 'passed'];
/** Characters of a schema's hash. */
const HASH = 6;
const PHASES = ['none', 'running', 'summary', 'submitted'] as const;
const GRADES: readonly (readonly [keyof Grades, number])[] = [['count', 7], ['first', 14], ['best', 14], ['last', 14], ['sum', 21]];

export function pack(data: PlayerData, memory: Memory): string {
  const { state } = data;
  const out = new BitWriter();
  out.put(memory.here, width(state.pages + 1));
  memory.opened.forEach((opened) => { out.flag(opened); });
  state.practice.forEach((slot, i) => { putPractice(out, slot.layout, memory.practice[i]); });
  memory.ratings.forEach((rating) => {
    out.put(rating.before, 3);
    out.put(rating.after, 3);
  });
  out.put(memory.recorded, 14);
  out.put(LATCH.indexOf(memory.latch), 2);
  if (state.draws.length > 0) {
    GRADES.forEach(([name, size]) => { out.put(memory.grades[name], size); });
    putAttempt(out, data, memory.attempt);
  }
  return out.text();
}

/** What `version` packed, in its own places. Throws `Unreadable` when it would not have packed this. */
export function unpack(version: Version, text: string, known: (hash: string) => Version | null): Memory {
  const source = new BitReader(text);
  const here = source.below(version.pages.length + 1);
  const opened = version.pages.map(() => source.flag());
  const practice = version.practice.map((slot): PracticeMemory => ({ tries: source.take(4), checked: source.flag(), answer: takeAnswer(source, slot.layout) }));
  const ratings = version.ratings.map(() => ({ before: source.below(MOST.rating + 1), after: source.below(MOST.rating + 1) }));
  const recorded = source.take(14);
  const latch = LATCH[source.take(2)] ?? 'incomplete';
  const graded = version.draws.length > 0;
  const grades = graded ? takeGrades(source) : NO_GRADES;
  const attempt = graded ? takeAttempt(source, version, known) : null;
  if (attempt !== 'unknown') source.end();
  return { here, opened, practice, ratings, recorded, latch, grades, attempt: attempt === 'unknown' ? null : attempt };
}

function putPractice(out: BitWriter, layout: Parameters<typeof putAnswer>[1], memory: PracticeMemory | undefined): void {
  if (memory === undefined) throw new Error('a memory has as many questions as its schema');
  out.put(memory.tries, 4);
  out.flag(memory.checked);
  putAnswer(out, layout, memory.answer);
}

function takeGrades(source: BitReader): Grades {
  const [count = 0, first = 0, best = 0, last = 0, sum = 0] = GRADES.map(([, size]) => source.take(size));
  if (Math.max(first, best, last) > MOST.grade || sum > MOST.attempts * MOST.grade) throw new Unreadable('no grade');
  return { count, first, best, last, sum };
}

function putAttempt(out: BitWriter, data: PlayerData, attempt: AttemptMemory | null): void {
  out.put(attempt === null ? 0 : PHASES.indexOf(attempt.phase), 2);
  if (attempt === null) return;
  const slots = attemptDraw(data, attempt);
  out.put(attempt.seed, 32);
  out.flag(attempt.from !== undefined);
  if (attempt.from !== undefined) out.word(attempt.from);
  out.put(attempt.at, width(slots.length));
  slots.forEach((slot, i) => {
    const kept = attempt.slots[i];
    if (kept === undefined) throw new Error('an attempt has as many answers as its draw');
    out.flag(kept.flagged);
    out.flag(kept.checked);
    putAnswer(out, slot.layout, kept.answer);
  });
}

/** Unknown: drawn by a version that this package does not know, so that its answers can't be told apart. */
function takeAttempt(source: BitReader, version: Version, known: (hash: string) => Version | null): AttemptMemory | 'unknown' | null {
  const phase = PHASES[source.take(2)];
  if (phase === undefined) throw new Unreadable('unknown phase');
  if (phase === 'none') return null;
  const seed = source.take(32);
  const from = source.flag() ? source.word(HASH) : null;
  const drew = from === null ? version : known(from);
  if (drew === null) return 'unknown';
  const slots = drawnIn(version, drew, seed);
  const at = source.below(slots.length);
  const kept = slots.map((slot) => ({ flagged: source.flag(), checked: source.flag(), answer: takeAnswer(source, slot.layout) }));
  return { phase, seed, ...(from === null ? {} : { from }), at, slots: kept };
}
