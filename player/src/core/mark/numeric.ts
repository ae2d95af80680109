/** Marks a number: its value, its unit, its significant digits, and the mistakes its author foresaw. */

import type { NumericKey } from '../../data';
import { readNumber, sayNumber, significantDigits } from '../numbers';
import type { Reading, Unread } from '../numbers';
import type { Answer, Mark, Note } from '../types';
import { blank, marked } from './result';

type Unit = NumericKey['units'][number];

/** A right value with the wrong unit, or in the wrong number of digits, is worth half. */
const HALF = 0.5;
/** A ratio may be given in per cent. */
const PER_CENT: Unit = { symbol: '%', factor: 0.01, offset: 0 };
/** Relative room for what binary fractions round, so that a bound itself is accepted. */
const EPSILON = 1e-9;

interface Given {
  readonly reading: Reading | null;
  readonly why: Unread | null;
  /** The unit as given, typed with the number or apart; empty: none. */
  readonly unit: string;
}

export function markNumeric(key: NumericKey, answer: Answer, ui: 'fr' | 'en'): Mark {
  const [number = '', apart = ''] = answer.kind === 'text' ? answer.text : [];
  if (number.trim() === '') return blank(1);
  const given = readGiven(number, apart, ui);
  if (given.reading === null) return wrong(`mark.${given.why ?? ''}`, { text: number.trim() });
  const value = valueOf(key, given);
  if (value === null) return otherUnit(key, given, given.reading);
  if (within(value, key)) return judgeDigits(key, given.reading);
  const mistake = key.mistakes.findIndex((known) => within(value, known));
  if (mistake >= 0) return marked(0, ['wrong'], { mistake });
  return within(given.reading.value, key) ? otherUnit(key, given, given.reading) : marked(0, ['wrong']);
}

/** What was given, in the answer's unit when that is known; null when there is no number. */
export function numericValue(key: NumericKey, answer: Answer, ui: 'fr' | 'en'): number | null {
  const [number = '', apart = ''] = answer.kind === 'text' ? answer.text : [];
  const given = readGiven(number, apart, ui);
  return valueOf(key, given) ?? given.reading?.value ?? null;
}

function valueOf(key: NumericKey, given: Given): number | null {
  if (given.reading === null) return null;
  const unit = findUnit(key, given.unit);
  if (unit === null) return given.unit !== '' || key.askUnit ? null : given.reading.value;
  return given.reading.value * unit.factor + unit.offset;
}

function readGiven(number: string, apart: string, ui: 'fr' | 'en'): Given {
  const read = readNumber(number, ui);
  const [reading, why] = typeof read === 'string' ? [null, read] : [read, null];
  // A unit typed with the number says more than one left chosen beside it.
  return { reading, why, unit: reading !== null && reading.rest !== '' ? reading.rest : apart.trim() };
}

/** Without any unit given, the number is taken in the answer's own unit unless one is asked. */
function findUnit(key: NumericKey, text: string): Unit | null {
  if (text === '') return key.askUnit ? null : key.units[0] ?? null;
  if (key.unit === null && text === '%') return PER_CENT;
  return key.units.find((unit) => normalUnit(unit.symbol) === normalUnit(text)) ?? null;
}

/** The right number in an unknown or missing unit is worth half, and says so. */
function otherUnit(key: NumericKey, given: Given, reading: Reading): Mark {
  const values = { unit: given.unit };
  if (key.unit === null || !within(reading.value, key)) {
    return marked(0, ['wrong'], { note: given.unit === '' ? null : { key: 'mark.unit-unknown', values } });
  }
  const note: Note = given.unit === '' ? { key: 'mark.unit-missing', values: {} } : { key: 'mark.unit-wrong', values };
  return marked(HALF, ['part'], { note });
}

function judgeDigits(key: NumericKey, reading: Reading): Mark {
  if (key.significant === null) return marked(1, ['right']);
  const typed = significantDigits(reading);
  if (typed.least <= key.significant && key.significant <= typed.most) return marked(1, ['right']);
  const values = { asked: String(key.significant), typed: String(typed.most) };
  return marked(HALF, ['part'], { note: { key: 'mark.significant', values } });
}

function wrong(key: string, values: Record<string, string>): Mark {
  return marked(0, ['wrong'], { note: { key, values } });
}

function within(value: number, bounds: { low: number; high: number }): boolean {
  const room = EPSILON * Math.max(Math.abs(bounds.low), Math.abs(bounds.high), Math.abs(value));
  return value >= bounds.low - room && value <= bounds.high + room;
}

/** One spelling of a unit: `m²` and `m^2`, `kN·m` and `kN.m` and `kN*m`, `µ` and `μ`, no spaces. */
function normalUnit(text: string): string {
  const plain = text.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/gu, (c) => String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(c))).replace(/⁻/gu, '-').replace(/\u2212/gu, '-');
  return plain.replace(/[\s\u00a0\u2009\u202f^]/gu, '').replace(/[.*⋅×]/gu, '·').replace(/\u00b5/gu, '\u03bc').replace(/\u2126/gu, '\u03a9').replace(/º/gu, '°');
}

/** « 2,7 × 10³ MPa »: how what was typed is read; null when nothing can be read. */
export function echoNumeric(key: NumericKey, answer: Answer, ui: 'fr' | 'en'): string | null {
  const [number = '', apart = ''] = answer.kind === 'text' ? answer.text : [];
  const given = readGiven(number, apart, ui);
  if (given.reading === null) return null;
  const unit = given.unit !== '' ? given.unit : key.askUnit ? '' : key.unit ?? '';
  return sayNumber(given.reading, ui) + (unit === '' ? '' : `\u00a0${unit}`);
}
