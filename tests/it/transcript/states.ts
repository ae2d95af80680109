/**
 * States that the player's own codec wrote, and what the player makes of them: the answers that
 * tests/it/transcript holds `filiere decode` to. `make bless` runs it on two packages of the workspace
 * beside it: node states.mjs <page of the first version> <page of the second>.
 */

import { readFileSync } from 'node:fs';
import process from 'node:process';
import { decode, encode } from '../../../player/src/core/codec/codec';
import { drawn } from '../../../player/src/core/draw';
import { decodeGraded } from '../../../player/src/core/graded';
import { mark } from '../../../player/src/core/mark/index';
import type { Memory } from '../../../player/src/core/memory';
import { attemptResult } from '../../../player/src/core/module';
import { range } from '../../../player/src/core/order';
import { random, shuffled } from '../../../player/src/core/random';
import type { Random } from '../../../player/src/core/random';
import type { Answer, Status } from '../../../player/src/core/types';
import type { Layout, PlayerData, Question } from '../../../player/src/data';

const ROUNDS = 60;
const NUMBERS = [
  '2700', '2 700', '2700 kg', '2,7 t', '2.70 t', '2,7e3', '2,7 × 10³ kg', '2.7*10^3', '2,7 x 10^(3)', '10^3', '10³ kg', '27e2kg', '2 700,5',
  '2\u202f700', '−2700', '- 2700', '+2700', '12 / 4', '3 × 4', 'beaucoup', '', ' ', '2.700', '2,700', '1,234,567', "2'700", '27 00', '.5', ',5 t', '5.',
  '0,346', '34,6 %', '34.6%', '0,35', '0,3460', '4,2', '4,2 V', '4.2 kV', '4,25', '4,2 m^2', '1e999', '2,7 e3', '2,7e3x', '2,7·10⁻³', '2700 kN.m', '2 70', '2,7 × 10 3',
];
const TEXTS = ['bauxite', 'Bauxite', 'BAUXITE ', 'baûxite', 'Bayer', 'procede  bayer', 'procédé Bayer', 'alumine', 'Alumine', 'α’水😀', 'œuvre', ' ', ''];

function pageData(path: string): PlayerData {
  const [, after = ''] = readFileSync(path, 'utf8').split('id="filiere-data">');
  return JSON.parse(after.split('</script>')[0] ?? '') as PlayerData;
}

function pick<T>(list: readonly T[], chance: Random): T {
  return list[chance.below(list.length)] as T;
}

function answerOf(layout: Layout, chance: Random): Answer {
  const none = chance.below(4) === 0;
  if ('set' in layout) return { kind: 'set', on: none ? [] : range(layout.set).filter(() => chance.below(2) === 0) };
  if ('pick' in layout) return { kind: 'pick', at: none ? null : chance.below(layout.pick) };
  if ('picks' in layout) return { kind: 'picks', at: range(layout.picks).map(() => (none || chance.below(3) === 0 ? null : chance.below(layout.of))) };
  if ('order' in layout) return { kind: 'order', at: none ? null : shuffled(range(layout.order), chance) };
  const text = range(layout.text).map(() => pick(chance.below(2) === 0 ? NUMBERS : TEXTS, chance));
  return { kind: 'text', text: text.every((one) => one.trim() === '') ? text.map(() => '') : text };
}

function memoryOf({ state, assessment }: PlayerData, chance: Random): Memory {
  const seed = chance.below(0x1_0000_0000);
  const slots = drawn(state, assessment?.shuffleQuestions === true, seed).map(({ layout }) => ({ flagged: chance.below(2) === 0, checked: chance.below(2) === 0, answer: answerOf(layout, chance) }));
  const grade = (): number => chance.below(10001);
  return {
    here: chance.below(state.pages + 1),
    opened: range(state.pages).map(() => chance.below(2) === 0),
    practice: state.practice.map(({ layout }) => ({ tries: pick([0, 1, 2, 15], chance), checked: chance.below(2) === 0, answer: answerOf(layout, chance) })),
    ratings: range(state.objectives).map(() => ({ before: chance.below(5), after: chance.below(5) })),
    recorded: chance.below(16384),
    latch: pick<Status>(['incomplete', 'failed', 'completed', 'passed'], chance),
    grades: { count: chance.below(128), first: grade(), best: grade(), last: grade(), sum: chance.below(1_000_000) },
    attempt: chance.below(4) === 0 ? null : { phase: pick(['running', 'summary', 'submitted'], chance), seed, at: chance.below(slots.length), slots },
  };
}

const [first, second] = process.argv.slice(2).map(pageData);
if (first === undefined || second === undefined) throw new Error('two pages are wanted');
const graded = decodeGraded(second.graded);
const module = { data: second, graded: new Map(graded.map((one) => [one.id, one])), pass: second.assessment?.pass ?? 0, mastery: false };

const states = range(2 * ROUNDS).map((i) => {
  const wrote = i < ROUNDS ? first : second;
  const text = encode(wrote, memoryOf(wrote, random(i)), 7919 * i);
  const found = decode(second, text);
  if (found.kind !== 'ok') throw new Error(`state ${String(i)} is ${found.kind}`);
  const { memory, sequence, lost } = found;
  const practice = second.practice.map((question, at) => mark(question, memory.practice[at]?.answer as Answer, second.module)).map(({ score, verdict }) => ({ score, verdict }));
  return { text, memory, sequence, lost, practice, score: memory.attempt === null ? null : attemptResult(module, memory.attempt).score };
});

const numeric = [...second.practice, ...graded].filter((one): one is Extract<Question, { type: 'numeric' }> => one.type === 'numeric');
const numbers = NUMBERS.flatMap((text) => numeric.flatMap((question) => (['fr', 'en'] as const).map((ui) => {
  const { score, verdict } = mark(question, { kind: 'text', text: [text, ''] }, { ...second.module, ui });
  return { text, question: question.id, ui, score, verdict };
})));

/** One a line, so that a difference is seen where it is. */
function lines(list: readonly unknown[]): string {
  return list.map((one) => `    ${JSON.stringify(one)}`).join(',\n');
}

process.stdout.write(`{\n  "schemas": ${JSON.stringify([first.state.hash, second.state.hash])},\n  "states": [\n${lines(states)}\n  ],\n  "numbers": [\n${lines(numbers)}\n  ]\n}\n`);
