/** The state codec: nothing given is lost, nothing grows past the worst case, damage is seen. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode, encode } from '../src/core/codec/codec';
import type { Layout, PlayerData, StateSchema } from '../src/data';
import { drawn } from '../src/core/draw';
import type { Memory } from '../src/core/memory';
import { range } from '../src/core/order';
import { random, shuffled } from '../src/core/random';
import type { Random } from '../src/core/random';
import type { Answer, Status } from '../src/core/types';
import { ASSESSMENT, made } from './fixtures';
import vectors from './vectors/state.json' with { type: 'json' };

interface Vector {
  readonly name: string;
  readonly worst: number;
  readonly schema: StateSchema;
}

const VECTORS = vectors as unknown as Vector[];

/** The schema as if it had been released once before, packed alike. */
function dataOf(written: StateSchema): PlayerData {
  const schema: StateSchema = { ...written, earlier: [{ hash: 'before' }] };
  const draws = schema.draws.map((draw, i) => ({ bank: `b${String(i)}`, pool: draw.pool.map(({ q }) => q), take: draw.take }));
  const pages = range(schema.pages).map((i) => ({ id: `p${String(i)}`, title: '', questions: [] }));
  const objectives = range(schema.objectives).map((i) => ({ id: `o${String(i)}`, text: '' }));
  return { ...made().data, pages, objectives, state: schema, assessment: draws.length === 0 ? null : { ...ASSESSMENT, shuffleQuestions: true, draws } };
}

const LETTERS = ['a', 'Z', '9', ' ', ',', 'é', '×', '³', '−', '水', '😀', '\u00a0'];

function textOf(bytes: number, chance: Random): string {
  let out = '';
  for (;;) {
    const next = out + (LETTERS[chance.below(LETTERS.length)] ?? '');
    if (new TextEncoder().encode(next).length > bytes || chance.below(40) === 0) return out;
    out = next;
  }
}

function answerOf(layout: Layout, chance: Random): Answer {
  const none = chance.below(4) === 0;
  if ('set' in layout) return { kind: 'set', on: none ? [] : range(layout.set).filter(() => chance.below(2) === 0) };
  if ('pick' in layout) return { kind: 'pick', at: none ? null : chance.below(layout.pick) };
  if ('picks' in layout) return { kind: 'picks', at: range(layout.picks).map(() => (none || chance.below(3) === 0 ? null : chance.below(layout.of))) };
  if ('order' in layout) return { kind: 'order', at: none ? null : shuffled(range(layout.order), chance) };
  const text = range(layout.text).map(() => (none ? '' : textOf(layout.bytes, chance)));
  return { kind: 'text', text: text.every((one) => one.trim() === '') ? text.map(() => '') : text };
}

function memoryOf(data: PlayerData, chance: Random): Memory {
  const { state } = data;
  const seed = chance.below(0x1_0000_0000);
  const slots = drawn(state, true, seed).map((slot) => ({ flagged: chance.below(2) === 0, checked: chance.below(2) === 0, answer: answerOf(slot.layout, chance) }));
  const graded = state.draws.length > 0;
  const grade = (): number => (graded ? chance.below(10001) : 0);
  const phases = ['running', 'summary', 'submitted'] as const;
  const latches: Status[] = ['incomplete', 'failed', 'completed', 'passed'];
  return {
    here: chance.below(state.pages + 1),
    opened: range(state.pages).map(() => chance.below(2) === 0),
    practice: state.practice.map((slot) => ({ tries: chance.below(16), checked: chance.below(2) === 0, answer: answerOf(slot.layout, chance) })),
    ratings: range(state.objectives).map(() => ({ before: chance.below(5), after: chance.below(5) })),
    recorded: chance.below(16384),
    latch: latches[chance.below(4)] ?? 'incomplete',
    grades: { count: graded ? chance.below(128) : 0, first: grade(), best: grade(), last: grade(), sum: graded ? chance.below(1270001) : 0 },
    attempt: graded && chance.below(4) > 0 ? { phase: phases[chance.below(3)] ?? 'running', seed, ...(chance.below(2) === 0 ? {} : { from: 'before' }), at: chance.below(slots.length), slots } : null,
  };
}

/** The longest answer that a layout allows. */
function longest(layout: Layout): Answer {
  if ('set' in layout) return { kind: 'set', on: range(layout.set) };
  if ('pick' in layout) return { kind: 'pick', at: layout.pick - 1 };
  if ('picks' in layout) return { kind: 'picks', at: range(layout.picks).map(() => layout.of - 1) };
  if ('order' in layout) return { kind: 'order', at: range(layout.order).reverse() };
  return { kind: 'text', text: range(layout.text).map(() => 'x'.repeat(layout.bytes)) };
}

/** Length of the attempt's own part: the longest answers among all draws of 400 seeds. */
function fullest(data: PlayerData): number {
  const lengths = range(data.state.draws.length > 0 ? 400 : 1).map((seed) => {
    const slots = drawn(data.state, true, seed).map(({ layout }) => ({ flagged: true, checked: true, answer: longest(layout) }));
    const practice = data.state.practice.map(({ layout }) => ({ tries: 15, checked: true, answer: longest(layout) }));
    const memory: Memory = { ...memoryOf(data, random(seed)), practice, attempt: slots.length === 0 ? null : { phase: 'submitted', seed, from: 'before', at: slots.length - 1, slots } };
    return encode(data, memory, 36 ** 6 - 1).length;
  });
  return Math.max(...lengths);
}

for (const { name, worst, schema } of VECTORS) {
  const data = dataOf(schema);

  test(`${name}: what is packed comes back whole and never exceeds the worst case`, () => {
    const rounds = schema.practice.length > 100 ? 60 : 600;
    for (const seed of range(rounds)) {
      const memory = memoryOf(data, random(seed));
      const text = encode(data, memory, seed);
      assert.match(text, /^[A-Za-z0-9_.-]+$/u);
      assert.ok(text.length <= worst, `seed ${String(seed)}: ${String(text.length)} > ${String(worst)}`);
      assert.deepEqual(decode(data, text), { kind: 'ok', memory, sequence: seed, lost: null }, `seed ${String(seed)}`);
    }
  });

  test(`${name}: the fullest state reaches the worst case`, () => {
    // A draw may never take exactly its longest candidates in 400 seeds of the big module.
    const alike = schema.draws.every((draw) => draw.pool.length < 10 || new Set(draw.pool.map(({ layout }) => JSON.stringify(layout))).size === 1);
    assert.equal(alike, true);
    assert.equal(fullest(data), worst);
  });
}

const [, every] = VECTORS;
assert.ok(every);
const data = dataOf(every.schema);
const text = encode(data, memoryOf(data, random(7)), 41);

test('one changed character is seen as damage, wherever it is', () => {
  const start = text.indexOf('.', 2) + 1;
  for (const at of range(text.length).filter((i) => i >= start)) {
    const other = text.charAt(at) === 'A' ? 'B' : 'A';
    const found = decode(data, text.slice(0, at) + other + text.slice(at + 1));
    assert.deepEqual(found, { kind: 'damaged' }, `character ${String(at)}`);
  }
});

test('a cut state is seen as damage, wherever it is cut', () => {
  for (const at of range(text.length).filter((i) => i > 0)) assert.deepEqual(decode(data, text.slice(0, at)), { kind: 'damaged' });
});

test('text of another kind is damage, and nothing is nothing', () => {
  const kinds = ['', '  ', '{"a":1}', '1.2.3.4.5', 'ééé', '1..1..AAAA'].map((other) => decode(data, other).kind);
  assert.deepEqual(kinds, ['empty', 'empty', 'damaged', 'damaged', 'damaged', 'damaged']);
});

test('a state of another package is foreign, with its hash and sequence', () => {
  const other: PlayerData = { ...data, state: { ...data.state, hash: 'other1' } };
  assert.deepEqual(decode(other, text), { kind: 'foreign', hash: every.schema.hash, sequence: 41 });
});
