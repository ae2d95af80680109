/** Numbers and dates as each language writes them. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import en from '../src/strings/en.json';
import fr from '../src/strings/fr.json';
import { clock, day, number, percent, speak } from '../src/views/words';

const NUMBERS = [0, 7, 12.5, 0.334, 999.995, 1000, 1234567.891, -1234.5, 2.1 + 0.2];
const DAYS = [new Date(2026, 0, 1, 12), new Date(2026, 7, 11, 12), new Date(2026, 11, 31, 12)].map(Number);

test('French has a decimal comma, no-break spaces, and 1er', () => {
  speak('fr', fr);
  assert.deepEqual(NUMBERS.map(number), ['0', '7', '12,5', '0,33', '1\u00a0000', '1\u00a0000', '1\u00a0234\u00a0567,89', '-1\u00a0234,5', '2,3']);
  assert.deepEqual(DAYS.map(day), ['1er janvier 2026', '11 août 2026', '31 décembre 2026']);
  assert.deepEqual([percent(59.99), clock(new Date(2026, 0, 1, 9, 5).getTime())], ['59\u00a0%', '9\u00a0h\u00a005']);
});

test('English has a point and commas, and the month first', () => {
  speak('en', en);
  assert.deepEqual(NUMBERS.map(number), ['0', '7', '12.5', '0.33', '1,000', '1,000', '1,234,567.89', '-1,234.5', '2.3']);
  assert.deepEqual(DAYS.map(day), ['January 1, 2026', 'August 11, 2026', 'December 31, 2026']);
  assert.deepEqual([percent(59.99), clock(new Date(2026, 0, 1, 9, 5).getTime())], ['59%', '9:05']);
});
