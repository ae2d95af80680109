/** Chance that is the same for ever: stored attempts depend on it. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { partOrder } from '../src/core/order';
import { random, seedOf, shuffled } from '../src/core/random';
import { choice, matching, sequencing } from './fixtures';

/** Computed by another implementation (Python, from the description in random.ts). */
const VECTORS = [
  [2462723854, 1020716019, 454327756, 1275600319],
  [2527132011, 314344336, 2535364964, 2041432039],
  [3553530007, 1645313261, 4073195585, 2760393073],
];
const SEEDS = [2872998923, 444641715, 2946232862];
const ORDERS = [[7, 1, 0, 3, 2, 6, 5, 4], [1, 2, 0]];

test('the generator gives its published numbers', () => {
  const first = (seed: number): number[] => {
    const chance = random(seed);
    return [1, 2, 3, 4].map(() => chance.below(0x1_0000_0000));
  };
  assert.deepEqual([first(0), first(1), first(0xdeadbeef)], VECTORS);
});

test('a word gives its published seed', () => {
  assert.deepEqual(['', 'a', 'production-cuve'].map(seedOf), SEEDS);
});

test('a seed gives its published order', () => {
  assert.deepEqual([shuffled([0, 1, 2, 3, 4, 5, 6, 7], random(42)), shuffled([0, 1, 2], random(7))], ORDERS);
});

test('every result below n comes as often as another', () => {
  const chance = random(3);
  const counts = [0, 0, 0, 0, 0, 0, 0];
  for (let i = 0; i < 70000; i += 1) {
    const value = chance.below(7);
    counts[value] = (counts[value] ?? 0) + 1;
  }
  assert.ok(counts.every((count) => Math.abs(count - 10000) < 400), counts.join(' '));
});

test('a fixed option keeps its place, whatever the seed', () => {
  const question = choice('c');
  assert.equal(question.type, 'choice');
  if (question.type !== 'choice') return;
  const fixed = { ...question, options: question.options.map((option, i) => ({ ...option, fixed: i === 3 })) };
  for (let seed = 0; seed < 50; seed += 1) {
    const order = partOrder(fixed, true, seed);
    assert.equal(order[3], 3);
    assert.deepEqual([...order].sort(), [0, 1, 2, 3]);
  }
  assert.deepEqual(partOrder(fixed, false, 1), [0, 1, 2, 3]);
});

test('items to order are never shown in their right order, and targets are all shown', () => {
  for (let seed = 0; seed < 200; seed += 1) {
    assert.notDeepEqual(partOrder(sequencing('o'), false, seed), [0, 1, 2, 3]);
    assert.deepEqual([...partOrder(matching('m'), false, seed)].sort(), [0, 1, 2]);
  }
});
