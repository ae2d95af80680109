/** Adds time spans of SCORM 1.2, each LMS reading fractions of a second in its way. */

/** `.5` is a half second by the standard, and 5 hundredths in some LMS. */
export type Fraction = 'decimal' | 'hundredths';

/** The sum of two spans, as 0000:00:00.00; what is no span counts nothing. */
export function sum(a: string, b: string, fraction: Fraction = 'decimal'): string {
  const total = hundredths(a, fraction) + hundredths(b, fraction);
  const digits = (value: number, length: number): string => String(value).padStart(length, '0');
  const seconds = Math.floor(total / 100);
  return `${digits(Math.floor(seconds / 3600), 4)}:${digits(Math.floor(seconds / 60) % 60, 2)}:${digits(seconds % 60, 2)}.${digits(total % 100, 2)}`;
}

function hundredths(span: string, fraction: Fraction): number {
  const match = /^(\d+):(\d\d):(\d\d)(?:\.(\d{1,2}))?$/u.exec(span);
  if (match === null) return 0;
  const [, hours = '', minutes = '', seconds = '', rest = '0'] = match;
  const small = Number(fraction === 'decimal' ? rest.padEnd(2, '0') : rest);
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 100 + small;
}
