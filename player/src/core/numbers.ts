/** Numbers as engineers write them in French and English: reading them, and saying what was read. */

export interface Reading {
  readonly value: number;
  /** Digits as typed, without sign and grouping, with `.` as the mark: `2.70`. */
  readonly digits: string;
  /** Power of ten typed; null when there was none. */
  readonly exponent: number | null;
  /** What follows, as a unit typed with the number; empty when nothing does. */
  readonly rest: string;
}

/** Why a text is no number, as `mark.<why>` says it: no digits first, several numbers, marks that mean nothing. */
export type Unread = 'unreadable' | 'several' | 'grouping';

type Ui = 'fr' | 'en';

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** Sign, and the dollar sign that English puts first. */
const HEAD = /^([+-]?) ?(\$?) ?/u;
const MANTISSA = /^(?:\d|[.,](?=\d))[\d.,]*(?:[ '’]\d[\d.,]*)*/u;
const POWER = /^ ?(?:\^ ?\(? ?([+-]?\d{1,4}) ?\)?|([⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}))/u;
const TIMES_TEN = /^ ?[xX×·⋅*] ?10(?=[ ^⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹])/u;
/** French may write « 2,7.10^3 ». */
const POINT_TEN = /\.(?= ?10 ?[\^⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹])/gu;
const E_NOTATION = /^ ?[eE] ?([+-]?\d{1,4})(?!\d)/u;
/** What follows a number is no unit: « 12 / 4 », « 3 × 4 », « 5² »; but « /°C » is one. */
const MORE = /^(?:[\p{N}.,'’^+\-*=xX×·⋅÷:±(]|\/(?! ?[\p{Alpha}°(]))/u;
/** Groups of three, all parted the same way, or one run. */
const WHOLE = /^(?:\d*|\d{1,3}([ '’.,])\d{3}(?:\1\d{3})*)$/u;
const DECIMALS = /^(?:\d+|(?:\d{3} )+\d{1,3})$/u;

/** The number at the start of `text`, or why there is none. */
export function readNumber(text: string, ui: Ui = 'fr'): Reading | Unread {
  const signed = tidy(text);
  const [head = '', sign, money = ''] = HEAD.exec(signed) ?? [];
  const clean = signed.slice(head.length);
  const mantissa = MANTISSA.exec(clean)?.[0] ?? '';
  if (mantissa === '') return 'unreadable';
  const rest = clean.slice(mantissa.length);
  const bare = mantissa === '10' ? POWER.exec(rest) : null;
  const digits = bare ? '1' : readDigits(mantissa, ui);
  if (digits === null) return mantissa.includes(' ') ? 'several' : 'grouping';
  const power = bare ? { exponent: exponentOf(bare), length: bare[0].length } : readPower(rest);
  const after = rest.slice(power.length).trim();
  if (MORE.test(after)) return 'several';
  const value = Number(`${digits}e${String(power.exponent ?? 0)}`) * (sign === '-' ? -1 : 1);
  return Number.isFinite(value) ? { value, digits, exponent: power.exponent, rest: money + after } : 'unreadable';
}

/** One kind of space, of minus sign and of product, no space at the ends. */
function tidy(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/[\u2010-\u2015\u2212]/gu, '-').replace(POINT_TEN, '·').trim();
}

function readPower(rest: string): { exponent: number | null; length: number } {
  const e = E_NOTATION.exec(rest);
  if (e) return { exponent: Number(e[1]), length: e[0].length };
  const times = TIMES_TEN.exec(rest)?.[0] ?? '';
  const power = times === '' ? null : POWER.exec(rest.slice(times.length));
  return power ? { exponent: exponentOf(power), length: times.length + power[0].length } : { exponent: null, length: 0 };
}

function exponentOf(power: RegExpExecArray): number {
  if (power[1] !== undefined) return Number(power[1]);
  const plain = Array.from(power[2] ?? '', (c) => (c === '⁻' ? '-' : c === '⁺' ? '' : String(SUPERSCRIPTS.indexOf(c))));
  return Number(plain.join(''));
}

/** The digits with `.` as the only mark; null when their groups make no sense. */
function readDigits(mantissa: string, ui: Ui): string | null {
  const text = mantissa.replace(/[.,]$/u, '');
  const at = decimalMark(text, ui);
  const whole = text.slice(0, at);
  const decimals = text.slice(at + 1);
  if (!WHOLE.test(whole) || (at < text.length && !DECIMALS.test(decimals))) return null;
  const left = whole.replace(/\D/gu, '') || '0';
  return at === text.length ? left : `${left}.${decimals.replace(/ /gu, '')}`;
}

/** Place of the decimal mark: of two kinds of marks the last; one that comes twice parts groups. */
function decimalMark(text: string, ui: Ui): number {
  const last = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'));
  if (last < 0) return text.length;
  const mark = text.charAt(last);
  const twice = text.indexOf(mark) < last && !text.includes(mark === ',' ? '.' : ',');
  const english = ui === 'en' && /^[1-9]\d{0,2},\d{3}$/u.test(text);
  return twice || english ? text.length : last;
}

/** Significant digits typed, fewest and most: zeros that end a whole number may count or not. */
export function significantDigits(reading: Reading): { least: number; most: number } {
  const [whole = '', decimals] = reading.digits.split('.');
  const all = `${whole}${decimals ?? ''}`.replace(/^0+/u, '');
  const most = Math.max(all.length, 1);
  const least = decimals === undefined ? Math.max(all.replace(/0+$/u, '').length, 1) : most;
  return { least, most };
}

/** « 2,7 × 10³ », « 12 345,6 »: what was read, in the typography of the interface. */
export function sayNumber(reading: Reading, ui: Ui): string {
  const [whole = '0', decimals] = reading.digits.replace(/^0+(?=\d)/u, '').split('.');
  const spaced = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/gu, '\u00a0') : whole;
  const power = reading.exponent === null ? '' : `\u00a0×\u00a010${superscript(reading.exponent)}`;
  const sign = reading.value < 0 ? '\u2212' : '';
  return `${sign}${spaced}${decimals === undefined ? '' : (ui === 'fr' ? ',' : '.') + decimals}${power}`;
}

function superscript(exponent: number): string {
  const digits = Array.from(String(Math.abs(exponent)), (d) => SUPERSCRIPTS.charAt(Number(d)));
  return (exponent < 0 ? '⁻' : '') + digits.join('');
}
