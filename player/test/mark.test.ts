/** Marks of every type of question. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mark } from '../src/core/mark/index';
import { echoNumeric } from '../src/core/mark/numeric';
import type { Answer, Mark } from '../src/core/types';
import { choice, fillIn, matching, numeric, sequencing, trueFalse } from './fixtures';

const pick = (at: number | null): Answer => ({ kind: 'pick', at });
const set = (...on: number[]): Answer => ({ kind: 'set', on });
const text = (...texts: string[]): Answer => ({ kind: 'text', text: texts });
const plain = { mistake: null, note: null };

test('the right option of a choice is worth everything, another nothing', () => {
  const question = choice('c', [1]);
  assert.deepEqual(mark(question, pick(1)), { score: 1, verdict: 'right', parts: ['blank', 'right', 'blank', 'blank'], ...plain });
  assert.deepEqual(mark(question, pick(0)), { score: 0, verdict: 'wrong', parts: ['wrong', 'blank', 'blank', 'blank'], ...plain });
});

test('no answer is blank, not wrong', () => {
  const verdicts = [mark(choice('c'), pick(null)), mark(choice('s', [0, 1]), set()), mark(trueFalse('t'), pick(null)), mark(numeric('n'), text(' ', 'kg')), mark(fillIn('f'), text('', ' ')), mark(matching('m'), { kind: 'picks', at: [null, null] }), mark(sequencing('o'), { kind: 'order', at: null })];
  assert.deepEqual(verdicts.map((one) => [one.verdict, one.score]), verdicts.map(() => ['blank', 0]));
});

test('several options: a wrong one takes back what a right one gives, never below nothing', () => {
  const question = choice('s', [0, 1]);
  const scores = [set(0, 1), set(0), set(0, 2), set(0, 1, 2), set(0, 1, 2, 3), set(2, 3)].map((answer) => mark(question, answer)).map(({ score, verdict }) => [score, verdict]);
  assert.deepEqual(scores, [[1, 'right'], [0.5, 'part'], [0, 'wrong'], [0.5, 'part'], [0, 'wrong'], [0, 'wrong']]);
});

test('true is the first of the two answers', () => {
  assert.deepEqual([mark(trueFalse('t', true), pick(0)).score, mark(trueFalse('t', true), pick(1)).score, mark(trueFalse('t', false), pick(1)).score], [1, 0, 1]);
});

test('a blank forgives case, accents and spaces when its author says so', () => {
  const question = fillIn('f');
  assert.deepEqual(mark(question, text('  BÀYER ', 'bauxite')), { score: 1, verdict: 'right', parts: ['right', 'right'], ...plain });
  assert.deepEqual(mark(question, text('bayer', 'Bauxite')), { score: 0.5, verdict: 'part', parts: ['right', 'wrong'], ...plain });
  assert.deepEqual(mark(question, text('', 'cryolithe')).parts, ['blank', 'wrong']);
});

test('matching counts each source', () => {
  const at = (...list: (number | null)[]): Mark => mark(matching('m'), { kind: 'picks', at: list });
  assert.deepEqual([at(0, 1).score, at(0, 0).score, at(0, null).parts, at(2, 2).verdict], [1, 0.5, ['right', 'blank'], 'wrong']);
});

test('sequencing counts each item at its place', () => {
  const at = (...list: number[]): Mark => mark(sequencing('o'), { kind: 'order', at: list });
  assert.deepEqual([at(0, 1, 2, 3).score, at(1, 0, 2, 3).score, at(1, 0, 2, 3).parts, at(3, 0, 1, 2).verdict], [1, 0.5, ['wrong', 'wrong', 'right', 'right'], 'wrong']);
});

test('a number is right within its bounds, both included', () => {
  const scores = ['2678', '2651,22', '2704,78', '2651,21', '2704,79'].map((typed) => mark(numeric('n'), text(typed, 'kg')).score);
  assert.deepEqual(scores, [1, 1, 1, 0, 0]);
});

test('a number in another accepted unit is converted, typed or chosen', () => {
  const scores = [text('2,678', 't'), text('2,678 t', 'kg'), text('2678 kg', 't'), text('2 678')].map((answer) => mark(numeric('n'), answer).verdict);
  assert.deepEqual(scores, ['right', 'right', 'right', 'right']);
});

test('the right number in a wrong unit is worth half and says so', () => {
  const half = (unit: string): Mark => ({ score: 0.5, verdict: 'part', parts: ['part'], mistake: null, note: { key: 'mark.unit-wrong', values: { unit } } });
  assert.deepEqual(mark(numeric('n'), text('2678', 't')), half('t'));
  assert.deepEqual(mark(numeric('n'), text('2678 g', 'kg')), half('g'));
  assert.deepEqual(mark(numeric('n'), text('2678 zorg', 'kg')), half('zorg'));
  assert.deepEqual(mark(numeric('n', { askUnit: true }), text('2678', '')).note, { key: 'mark.unit-missing', values: {} });
});

test('a wrong number in an unknown unit is wrong, and only the unit is spoken of', () => {
  assert.deepEqual(mark(numeric('n'), text('12 lb')), { score: 0, verdict: 'wrong', parts: ['wrong'], mistake: null, note: { key: 'mark.unit-unknown', values: { unit: 'lb' } } });
  assert.deepEqual(mark(numeric('n', { askUnit: true }), text('12')).note, null);
});

const QUANTITIES = { ui: 'fr', quantities: { 'une durée': 's h', 'une longueur': 'm mm µm' } } as const;

test('the right quantity in a unit of its dimension that is not accepted keeps a share, and the unit asked is named', () => {
  const question = numeric('n', { shares: { unit: 0.8, dimension: 0.1, digits: 0.5 } });
  assert.deepEqual(mark(question, text('2,678e6 g')), { score: 0.8, verdict: 'part', parts: ['part'], mistake: null, note: { key: 'mark.unit-other', values: { unit: 'g', asked: 'kg' } } });
  assert.deepEqual(mark(question, text('2,819e6 g')).mistake, 0);
  assert.deepEqual(mark(question, text('12 g')), { score: 0, verdict: 'wrong', parts: ['wrong'], mistake: null, note: null });
});

test('a unit of another dimension is named, and the right number keeps the share of its own', () => {
  const note = { key: 'mark.unit-dimension', values: { unit: 'm', its: 'une longueur', wanted: 'une masse' } };
  assert.deepEqual(mark(numeric('n'), text('2678 m'), QUANTITIES), { score: 0.25, verdict: 'part', parts: ['part'], mistake: null, note });
  assert.deepEqual(mark(numeric('n'), text('12 m'), QUANTITIES), { score: 0, verdict: 'wrong', parts: ['wrong'], mistake: null, note });
  assert.deepEqual(mark(numeric('n'), text('2678 µm'), QUANTITIES).note?.values['its'], 'une longueur');
});

test('a share of nothing or of everything is no part', () => {
  const verdicts = [0, 1].map((digits) => mark(numeric('n', { significant: 2, shares: { unit: 0, dimension: 0, digits } }), text('2678'))).map(({ score, verdict, parts }) => [score, verdict, parts]);
  assert.deepEqual(verdicts, [[0, 'wrong', ['wrong']], [1, 'right', ['right']]]);
});

test('a known mistake is recognised', () => {
  assert.deepEqual(mark(numeric('n'), text('2819', 'kg')), { score: 0, verdict: 'wrong', parts: ['wrong'], mistake: 0, note: null });
});

test('what is no number is wrong and says why', () => {
  const notes = ['deux mille', '26/4 ', '2,6,7'].map((typed) => mark(numeric('n'), text(typed))).map(({ score, note }) => [score, note]);
  assert.deepEqual(notes, [
    [0, { key: 'mark.unreadable', values: { text: 'deux mille' } }],
    [0, { key: 'mark.several', values: { text: '26/4' } }],
    [0, { key: 'mark.grouping', values: { text: '2,6,7' } }],
  ]);
});

test('the right value in the wrong number of digits is worth half', () => {
  const question = numeric('n', { significant: 3, low: 2650, high: 2710 });
  assert.deepEqual(mark(question, text('2680', 'kg')).verdict, 'right');
  assert.deepEqual(mark(question, text('2,68e3', 'kg')).verdict, 'right');
  assert.deepEqual(mark(question, text('2678', 'kg')), { score: 0.5, verdict: 'part', parts: ['part'], mistake: null, note: { key: 'mark.significant', values: { asked: '3', typed: '4' } } });
});

test('a ratio may be given in per cent', () => {
  const question = numeric('r', { unit: null, units: [], low: 0.935, high: 0.945, value: 0.94, mistakes: [] });
  assert.deepEqual([mark(question, text('0,94')).score, mark(question, text('94 %')).score, mark(question, text('94')).score, mark(question, text('0,94 kg')).score], [1, 1, 0, 0]);
});

test('units that differ only by their writing are one', () => {
  const question = numeric('u', { unit: 'kN·m', units: [{ symbol: 'kN·m', factor: 1, offset: 0 }], low: 4, high: 6, value: 5 });
  assert.deepEqual(['5 kN.m', '5 kN*m', '5 kN⋅m', '5 kN m', '5 m·kN', '5 kN/m^-1', '5 kNm'].map((typed) => mark(question, text(typed)).verdict), ['right', 'right', 'right', 'right', 'right', 'right', 'part']);
});

test('the echo says how a number is read', () => {
  assert.deepEqual(
    [echoNumeric(numeric('n'), text('2,7e3', 't'), 'fr'), echoNumeric(numeric('n'), text('2678'), 'fr'), echoNumeric(numeric('n', { askUnit: true }), text('5'), 'en'), echoNumeric(numeric('n'), text('x'), 'fr')],
    ['2,7\u00a0×\u00a010³\u00a0t', '2678\u00a0kg', '5', null],
  );
});
