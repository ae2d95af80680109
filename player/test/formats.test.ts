/** Every value that is written fits the syntax of every LMS that was read or measured. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainNumber } from '../src/core/records';
import { random } from '../src/core/random';
import { clock, feedback, identifier, percent, result, timespan, weighting } from '../src/lms/formats';

/** Syntax by LMS: the standard, Moodle, ILIAS, scorm-again. */
const SCORE = [/^(100|\d{1,2}(\.\d{1,2})?)$/u, /^-?[0-9]{0,3}(\.[0-9]*)?$/u, /^(100(\.0+)?|\d?\d(\.\d+)?)$/u];
const SPAN = [/^\d{4}:\d{2}:\d{2}\.\d{2}$/u, /^[0-9]{2,4}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,2})?$/u, /^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?$/u];
const TIME = [/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/u, /^[0-2][0-9]:[0-5][0-9]:[0-5][0-9](\.[0-9]{1,2})?$/u];
const RESULT = [/^(correct|wrong|unanticipated|neutral|-?\d+(\.\d+)?)$/u];
const IDENTIFIER = [/^[\u0021-\u007e]{0,255}$/u, /^[A-Za-z0-9_-]{1,255}$/u];
const DECIMAL = [/^-?\d+(\.\d+)?$/u];

function fits(syntax: RegExp[], value: string): void {
  for (const one of syntax) assert.match(value, one);
}

const chance = random(20261123);
const float = (most: number): number => (chance.below(2 ** 31) / 2 ** 31) * most;

test('any score is a decimal from 0 to 100', () => {
  assert.deepEqual([0, 1, 2 / 3, 0.285, 0.07, 1e-9, 0.99999, 1.2, -1].map(percent), ['0', '100', '66.67', '28.5', '7', '0', '100', '100', '0']);
  for (let i = 0; i < 5000; i += 1) fits(SCORE, percent(float(1)));
});

test('any duration is a time span of four, two, two and two digits', () => {
  assert.deepEqual([0, 0.5, 59.999, 60, 3661.25, 36e6, 1e12, -5].map(timespan), ['0000:00:00.00', '0000:00:00.50', '0000:00:59.99', '0000:01:00.00', '0001:01:01.25', '9999:59:59.99', '9999:59:59.99', '0000:00:00.00']);
  for (let i = 0; i < 5000; i += 1) fits(SPAN, timespan(float(10 ** chance.below(9))));
});

test('any instant is a time of the learner’s day', () => {
  assert.deepEqual([clock(Date.UTC(2026, 0, 1, 3, 4, 5), -300), clock(Date.UTC(2026, 0, 1, 23, 59, 59), 0)], ['22:04:05', '23:59:59']);
  for (let i = 0; i < 5000; i += 1) fits(TIME, clock(float(4e12), chance.below(1600) - 800));
});

test('a part of the points never reads as all or nothing', () => {
  assert.deepEqual([1, 0, 0.75, 0.999, 0.001, 1 / 3].map(result), ['correct', 'wrong', '0.75', '0.99', '0.01', '0.33']);
  for (let i = 0; i < 2000; i += 1) fits(RESULT, result(float(1)));
});

test('any id becomes an identifier', () => {
  assert.equal(identifier('qué stion.1/é'), 'qu--stion-1--');
  for (const id of ['a', 'production-cuve_0_p1', 'Q 1', '😀', 'x'.repeat(400)]) fits(IDENTIFIER, identifier(id));
});

test('any weight is a decimal of at most two places', () => {
  assert.deepEqual([1, 2 / 3, 250, -1].map(weighting), ['1', '0.67', '100', '0']);
});

test('a long response is cut at 255 code units without cutting a character', () => {
  assert.equal(feedback('x'.repeat(300)).length, 255);
  assert.equal(feedback(`${'x'.repeat(254)}😀`), 'x'.repeat(254));
  assert.equal(feedback(`${'x'.repeat(253)}😀`), `${'x'.repeat(253)}😀`);
});

test('any number is a plain decimal', () => {
  assert.deepEqual([0, 2678, 0.1 + 0.2, 1e21, 1.5e-7, -12.5, 13.31].map(plainNumber), ['0', '2678', '0.3', '1000000000000000000000', '0.00000015', '-12.5', '13.31']);
  for (let i = 0; i < 2000; i += 1) {
    const value = (float(2) - 1) * 10 ** (chance.below(60) - 30);
    fits(DECIMAL, plainNumber(value));
    assert.ok(Math.abs(Number(plainNumber(value)) - value) <= Math.abs(value) * 1e-14);
  }
});
