/** Two tabs that began alike: what each did is kept. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freshMemory } from '../src/core/memory';
import type { AttemptMemory, Memory } from '../src/core/memory';
import { merged } from '../src/core/merge';
import { choice, made } from './fixtures';

const { data } = made({ pages: [[choice('a'), choice('b')], []], graded: [choice('q')], objectives: ['o'], ratings: true });
const BASE = freshMemory(data);

const answered = (memory: Memory, i: number, at: number): Memory => ({
  ...memory,
  practice: memory.practice.map((kept, n) => (n === i ? { tries: kept.tries + 1, checked: true, answer: { kind: 'pick', at } } : kept)),
});

test('with nothing of ours, theirs is taken, and the other way round', () => {
  const theirs = { ...answered(BASE, 0, 2), recorded: 1, latch: 'completed' as const };
  assert.deepEqual([merged(data, BASE, BASE, theirs), merged(data, BASE, theirs, BASE), merged(data, theirs, theirs, theirs)], [theirs, theirs, theirs]);
});

test('progress is the union, and what both changed is ours', () => {
  const mine: Memory = { ...answered(answered(BASE, 0, 1), 0, 3), here: 1, opened: [true, true], recorded: 2, ratings: [{ before: 2, after: 0 }] };
  const theirs: Memory = { ...answered(answered(BASE, 0, 2), 1, 0), opened: [true, false], recorded: 2, latch: 'failed' };
  assert.deepEqual(merged(data, BASE, mine, theirs), {
    ...BASE,
    here: 1,
    opened: [true, true],
    practice: [{ tries: 3, checked: true, answer: { kind: 'pick', at: 3 } }, { tries: 1, checked: true, answer: { kind: 'pick', at: 0 } }],
    ratings: [{ before: 2, after: 0 }],
    recorded: 4,
    latch: 'failed',
  });
});

test('attempts of both tabs count, the best grade stays, theirs came first', () => {
  const base = { ...BASE, grades: { count: 1, first: 2000, best: 2000, last: 2000, sum: 2000 } };
  const mine = { ...BASE, grades: { count: 2, first: 2000, best: 5000, last: 5000, sum: 7000 } };
  const theirs = { ...BASE, grades: { count: 3, first: 2000, best: 9000, last: 1000, sum: 12000 } };
  assert.deepEqual(merged(data, base, mine, theirs).grades, { count: 4, first: 2000, best: 9000, last: 5000, sum: 17000 });
  assert.deepEqual([merged(data, base, base, theirs).grades, merged(data, base, mine, base).grades], [theirs.grades, mine.grades]);
});

test('counts stop where the state stops counting', () => {
  const mine = { ...BASE, recorded: 16383, practice: BASE.practice.map((kept) => ({ ...kept, tries: 15 })) };
  const full = merged(data, BASE, mine, mine);
  assert.deepEqual([full.recorded, full.practice.map(({ tries }) => tries)], [16383, [15, 15]]);
});

const running = (answers: readonly (number | null)[], more: Partial<AttemptMemory> = {}): Memory => ({
  ...BASE,
  attempt: { phase: 'running', seed: 7, at: 0, slots: answers.map((at) => ({ flagged: false, checked: false, answer: { kind: 'pick', at } })), ...more },
});

test('of one attempt in two tabs each question keeps its answer', () => {
  const mine = running([1, null, 2], { at: 2 });
  assert.deepEqual(merged(data, running([null, null, 2]), mine, running([null, 3, 2], { at: 1 })), running([1, 3, 2], { at: 2 }));
});

test('an attempt that one tab submitted does not go on in the other', () => {
  const grades = { count: 1, first: 2000, best: 2000, last: 2000, sum: 2000 };
  const submitted = { ...running([1], { phase: 'submitted' }), grades };
  const base = running([null]);
  assert.deepEqual([merged(data, base, running([2]), submitted), merged(data, base, submitted, running([2]))], [submitted, submitted]);
});

test('one attempt that both submitted counts once, the better of the two; whoever went on since has counted it', () => {
  const submitted = (at: number, score: number): Memory => ({ ...running([at], { phase: 'submitted' }), grades: { count: 2, first: 2000, best: Math.max(2000, score), last: score, sum: 2000 + score } });
  const base = { ...running([null]), grades: { count: 1, first: 2000, best: 2000, last: 2000, sum: 2000 } };
  const [low, high] = [submitted(1, 0), submitted(0, 9000)];
  assert.deepEqual([merged(data, base, low, high), merged(data, base, high, low)], [high, high]);
  const further: Memory = { ...running([2], { phase: 'submitted', seed: 8 }), grades: { count: 3, first: 2000, best: 2000, last: 1000, sum: 3000 } };
  const expected = { ...further.grades, best: 9000 };
  assert.deepEqual([merged(data, base, further, high).grades, merged(data, base, high, further).grades], [expected, expected]);
});
