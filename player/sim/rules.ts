/** Makers of rules for values: a rule gives a reason to refuse, or null. */

export type Rule = (value: string) => string | null;

export interface Element {
  readonly access: 'rw' | 'r' | 'w';
  readonly rule: Rule;
  /** The text becomes a number when it is set. */
  readonly number?: true;
  /** Each value is added to those before. */
  readonly appends?: true;
  /** Error codes of an LMS that answers otherwise than by the access. */
  readonly readCode?: string;
  readonly writeCode?: string;
}

export type Elements = Readonly<Record<string, Element>>;

export const pattern = (shape: RegExp, says: string): Rule => (value) => (shape.test(value) ? null : says);
export const words = (...list: string[]): Rule => (value) => (list.includes(value) ? null : `not one of ${list.join(', ')}`);
export const atMost = (units: number): Rule => (value) => (value.length <= units ? null : `${String(value.length)} characters, more than ${String(units)}`);
export const within = (shape: RegExp, low: number, high: number): Rule => (value) => {
  const number = Number(value);
  return shape.test(value) && number >= low && number <= high ? null : `not a decimal from ${String(low)} to ${String(high)}`;
};
export const any: Rule = () => null;

export const r = (rule: Rule = any): Element => ({ access: 'r', rule });
export const w = (rule: Rule): Element => ({ access: 'w', rule });
export const rw = (rule: Rule): Element => ({ access: 'rw', rule });
