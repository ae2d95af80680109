/** The table of earlier versions that the compiler wrote (tests/it/lock), read by the player. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode, encode } from '../src/core/codec/codec';
import { attemptDraw } from '../src/core/codec/versions';
import { load } from '../src/core/load';
import { freshMemory } from '../src/core/memory';
import type { Memory } from '../src/core/memory';
import type { Launch } from '../src/core/types';
import type { PlayerData, StateSchema } from '../src/data';
import { ASSESSMENT, made } from './fixtures';
import vectors from './vectors/update.json' with { type: 'json' };

interface Vector {
  readonly pages: string[];
  readonly objectives: string[];
  readonly shuffle: boolean;
  readonly state: StateSchema;
}

function dataOf({ pages, objectives, shuffle, state }: Vector): PlayerData {
  const draws = state.draws.map(({ take, pool }) => ({ bank: 'quiz', take, pool: pool.map(({ q }) => q) }));
  return {
    ...made().data,
    pages: pages.map((id) => ({ id, title: id, questions: [] })),
    objectives: objectives.map((id) => ({ id, text: id })),
    assessment: { ...ASSESSMENT, shuffleQuestions: shuffle, draws },
    state,
  };
}

const { first, second } = vectors as unknown as { first: Vector; second: Vector };
const [before, after] = [dataOf(first), dataOf(second)];

/** On the second page, « écroui » chosen, pairs matched; two graded questions answered. */
const MEMORY: Memory = {
  ...freshMemory(before),
  here: 1,
  opened: [true, true],
  practice: [
    { tries: 2, checked: true, answer: { kind: 'pick', at: 1 } },
    { tries: 1, checked: true, answer: { kind: 'picks', at: [2, 0] } },
  ],
  latch: 'incomplete',
  grades: { count: 1, first: 4000, best: 4000, last: 4000, sum: 4000 },
  attempt: {
    phase: 'running',
    seed: 3,
    at: 1,
    slots: attemptDraw(before, { seed: 3 }).map(({ q }) => ({ flagged: q === 'dense', checked: false, answer: q === 'dense' ? { kind: 'pick', at: 0 } : { kind: 'order', at: [2, 0, 1] } })),
  },
};

test('the second version finds answers by their letters, pages by their ids, and the attempt as it was drawn', () => {
  const found = decode(after, encode(before, MEMORY, 12));
  const memory: Memory = {
    ...MEMORY,
    here: 2,
    opened: [false, true, true],
    practice: [{ tries: 2, checked: true, answer: { kind: 'pick', at: 0 } }, ...MEMORY.practice.slice(1)],
    attempt: MEMORY.attempt === null ? null : { ...MEMORY.attempt, from: before.state.hash },
  };
  assert.deepEqual(found, { kind: 'ok', memory, sequence: 12, lost: 0 });
  assert.deepEqual(decode(after, encode(after, memory, 13)), { kind: 'ok', memory, sequence: 13, lost: null });
});

test('a question that left the module is told to whoever had answered it', () => {
  const without = { ...second.state, hash: 'third1', practice: second.state.practice.slice(1), earlier: [{ hash: second.state.hash, practice: ['t5', 'series'], slots: second.state.practice.slice(0, 1) }] };
  const launch = { state: encode(after, { ...freshMemory(after), practice: [{ tries: 1, checked: true, answer: { kind: 'pick', at: 3 } }, freshMemory(after).practice[1] ?? assert.fail()] }, 5), location: '', priorStatus: 'none' } as unknown as Launch;
  assert.deepEqual(load(dataOf({ ...second, state: without }), launch).notices, [{ kind: 'updated', detail: '1' }]);
});

test('a state of a version that was never written down starts clean and says so', () => {
  const unknown = dataOf({ ...second, state: { ...second.state, earlier: [] } });
  const launch = { state: encode(before, MEMORY, 12), location: '', priorStatus: 'none' } as unknown as Launch;
  assert.deepEqual(load(unknown, launch), { memory: { ...freshMemory(unknown), latch: 'incomplete' }, sequence: 12, notices: [{ kind: 'foreign', detail: before.state.hash }] });
});
