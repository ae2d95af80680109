/** Marks a number: its value, its unit, its significant digits, and the mistakes its author foresaw. */

import type { ModuleInfo, NumericKey } from '../../data';
import { readNumber, sayNumber, significantDigits } from '../numbers';
import type { Reading, Unread } from '../numbers';
import type { Answer, Mark } from '../types';
import { sameUnit } from '../units';
import { blank, marked } from './result';

/** Relative room for what binary fractions round, so that a bound itself is accepted. */
const EPSILON = 1e-9;

interface Given {
  readonly reading: Reading | Unread;
  /** The unit as given, typed with the number or apart; empty: none. */
  readonly unit: string;
}

/** What a module says to whoever reads numbers. */
export type Locale = Pick<ModuleInfo, 'ui' | 'quantities'>;

export function markNumeric(key: NumericKey, answer: Answer, { ui, quantities = {} }: Locale): Mark {
  const [number = ''] = answer.kind === 'text' ? answer.text : [];
  if (number.trim() === '') return blank(1);
  const { reading, unit } = readGiven(answer, ui);
  if (typeof reading === 'string') return partly(0, reading, { text: number.trim() });
  const [value, accepted] = valueOf(key, reading, unit);
  if (value !== null && within(value, key)) {
    return accepted ? judgeDigits(key, reading) : partly(key.shares.unit, 'unit-other', { unit, asked: key.unit ?? '' });
  }
  const mistake = key.mistakes.findIndex((known) => value !== null && within(value, known));
  if (mistake >= 0) return marked(0, ['wrong'], { mistake });
  const right = key.unit !== null && within(reading.value, key);
  if (unit === '') return partly(right ? key.shares.unit : 0, right ? 'unit-missing' : '');
  const its = value === null && Object.entries(quantities).find(([, units]) => units.split(' ').some((one) => sameUnit(one, unit)))?.[0];
  if (its && key.measure !== undefined) return partly(right ? key.shares.dimension : 0, 'unit-dimension', { unit, its, wanted: key.measure });
  if (right) return partly(key.shares.unit, 'unit-wrong', { unit });
  return partly(0, value === null ? 'unit-unknown' : '', { unit });
}

/** What was given, in the answer's unit when that is known; null when there is no number. */
export function numericValue(key: NumericKey, answer: Answer, ui: 'fr' | 'en'): number | null {
  const { reading, unit } = readGiven(answer, ui);
  return typeof reading === 'string' ? null : valueOf(key, reading, unit)[0] ?? reading.value;
}

function readGiven(answer: Answer, ui: 'fr' | 'en'): Given {
  const [number = '', apart = ''] = answer.kind === 'text' ? answer.text : [];
  const reading = readNumber(number, ui);
  // A unit typed with the number says more than one left chosen beside it.
  return { reading, unit: typeof reading !== 'string' && reading.rest !== '' ? reading.rest : apart.trim() };
}

/** The value in the answer's unit, null when its unit is not known, and whether that unit is accepted. */
function valueOf(key: NumericKey, { value }: Reading, unit: string): [number | null, boolean] {
  // Without any unit given, the number is taken in the answer's own unit unless one is asked.
  if (unit === '') return [key.askUnit ? null : value, true];
  // A ratio may be given in per cent.
  if (key.unit === null && unit === '%') return [value * 0.01, true];
  const of = (units: NumericKey['units']): number | null => {
    const found = units.find((one) => sameUnit(one.symbol, unit));
    return found === undefined ? null : value * found.factor + found.offset;
  };
  const own = of(key.units);
  return own === null ? [of(key.others ?? []), false] : [own, true];
}

function judgeDigits(key: NumericKey, reading: Reading): Mark {
  const { least, most } = significantDigits(reading);
  if (key.significant === null || (least <= key.significant && key.significant <= most)) return marked(1, ['right']);
  return partly(key.shares.digits, 'significant', { asked: String(key.significant), typed: String(most) });
}

/** A mark that says why it is not whole: `mark.<why>`. */
function partly(score: number, why: string, values: Record<string, string> = {}): Mark {
  return marked(score, [score >= 1 ? 'right' : score > 0 ? 'part' : 'wrong'], { note: why === '' ? null : { key: `mark.${why}`, values } });
}

function within(value: number, bounds: { low: number; high: number }): boolean {
  const room = EPSILON * Math.max(Math.abs(bounds.low), Math.abs(bounds.high), Math.abs(value));
  return value >= bounds.low - room && value <= bounds.high + room;
}

/** « 2,7 × 10³ MPa »: how what was typed is read; null when nothing can be read. */
export function echoNumeric(key: NumericKey, answer: Answer, ui: 'fr' | 'en'): string | null {
  const given = readGiven(answer, ui);
  if (typeof given.reading === 'string') return null;
  const unit = given.unit !== '' ? given.unit : key.askUnit ? '' : key.unit ?? '';
  return sayNumber(given.reading, ui) + (unit === '' ? '' : `\u00a0${unit}`);
}
