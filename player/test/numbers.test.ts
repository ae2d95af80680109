/** Numbers as they are typed. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readNumber, sayNumber, significantDigits } from '../src/core/numbers';

function read(text: string, ui: 'fr' | 'en' = 'fr'): [number, string] | null {
  const reading = readNumber(text, ui);
  return reading === null ? null : [reading.value, reading.rest];
}

const READ: [string, number, string][] = [
  ['2,7', 2.7, ''],
  ['2.7', 2.7, ''],
  [',5', 0.5, ''],
  ['0,50', 0.5, ''],
  ['12.', 12, ''],
  ['  42 ', 42, ''],
  ['1 234,5', 1234.5, ''],
  ['1\u00a0234,5', 1234.5, ''],
  ['1\u202f234\u202f567', 1234567, ''],
  ['1’234.5', 1234.5, ''],
  ["1'234'567", 1234567, ''],
  ['1.234.567', 1234567, ''],
  ['1,234,567.8', 1234567.8, ''],
  ['1.234,5', 1234.5, ''],
  ['1,234', 1.234, ''],
  ['3,141 592 65', 3.14159265, ''],
  ['−5', -5, ''],
  ['\u2013 5', -5, ''],
  ['+5', 5, ''],
  ['2,7e3', 2700, ''],
  ['2,7E-3', 0.0027, ''],
  ['2,7×10^3', 2700, ''],
  ['2,7 x 10^3', 2700, ''],
  ['2,7·10³', 2700, ''],
  ['2,7 × 10⁻³ m', 0.0027, 'm'],
  ['2,7*10^(-3)', 0.0027, ''],
  ['2,7 \u00d7 10^\u22123', 0.0027, ''],
  ['10^3', 1000, ''],
  ['-10⁶ Pa', -1e6, 'Pa'],
  ['10', 10, ''],
  ['10 kg', 10, 'kg'],
  ['2678kg', 2678, 'kg'],
  ['2 678 kg', 2678, 'kg'],
  ['13,31 kWh/kg', 13.31, 'kWh/kg'],
  ['94 %', 94, '%'],
  ['5 e', 5, 'e'],
  ['5 eV', 5, 'eV'],
];
for (const [text, value, rest] of READ) {
  test(`« ${text} » is read as ${String(value)} ${rest}`, () => { assert.deepEqual(read(text), [value, rest]); });
}

for (const text of ['', 'douze', 'kg', '12 13', '3/4', '3 × 4', '1,2,3', '12,34,567', '1 23', '1.234.56', '--5', '5+2', '2 ^ 3', '1e999', '1,234.567,8']) {
  test(`« ${text} » is not a number`, () => { assert.equal(read(text), null); });
}

test('a lone comma before three digits groups in English, and is the decimal mark in French', () => {
  assert.deepEqual([read('1,234', 'en'), read('1,234', 'fr'), read('0,234', 'en'), read('1,23', 'en')], [[1234, ''], [1.234, ''], [0.234, ''], [1.23, '']]);
});

test('what was read is said in the typography of the interface', () => {
  const said = (text: string, ui: 'fr' | 'en'): string => {
    const reading = readNumber(text, ui);
    return reading === null ? '' : sayNumber(reading, ui);
  };
  assert.deepEqual(
    [said('2.7e3', 'fr'), said('2.7e-12', 'en'), said('12345.60', 'fr'), said('1234', 'fr'), said('-0012', 'en'), said('10^6', 'fr')],
    ['2,7\u00a0×\u00a010³', '2.7\u00a0×\u00a010⁻¹²', '12\u00a0345,60', '1234', '\u221212', '1\u00a0×\u00a010⁶'],
  );
});

test('significant digits are counted as typed, and zeros that end a whole number may count or not', () => {
  const count = (text: string): [number, number] => {
    const reading = readNumber(text);
    assert.ok(reading);
    const { least, most } = significantDigits(reading);
    return [least, most];
  };
  assert.deepEqual(['138e-3', '0,00120', '1200', '1200,', '1,20', '0', '10^3', '0,0'].map(count), [[3, 3], [3, 3], [2, 4], [2, 4], [3, 3], [1, 1], [1, 1], [1, 1]]);
});
