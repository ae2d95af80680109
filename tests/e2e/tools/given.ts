/** Answers of a made-up learner, and what SCORM 1.2 must say of them: worked out here, not by the player. */

import type { Question } from '../../../player/src/data';

export type How = 'right' | 'wrong' | 'part';

export type Given =
  /** Choice; true is 0 and false is 1. */
  | { readonly kind: 'ticks'; readonly at: readonly number[] }
  /** A target for each source. */
  | { readonly kind: 'pairs'; readonly at: readonly (number | null)[] }
  /** Items from first to last. */
  | { readonly kind: 'order'; readonly at: readonly number[] }
  /** Number then unit; or one a blank. */
  | { readonly kind: 'texts'; readonly at: readonly string[] };

/** One interaction but its number, times and occasion. */
export interface Expected {
  /** Name of a blank among several, else empty. */
  readonly blank: string;
  readonly type: string;
  readonly response: string;
  readonly result: string;
  readonly weighting: string;
  readonly patterns: readonly string[];
}

/** An answer that earns everything, nothing, or (where the type allows) a part. */
export function give(question: Question, how: How): Given {
  switch (question.type) {
    case 'choice':
      return { kind: 'ticks', at: ticks(question.options.map((option) => option.right), question.multiple, how) };
    case 'true-false':
      return { kind: 'ticks', at: [(how === 'right') === question.answer ? 0 : 1] };
    case 'matching':
      return { kind: 'pairs', at: question.sources.map(({ target }, i) => (how === 'right' || (how === 'part' && i === 0) ? target : how === 'part' ? null : (target + 1) % question.targets.length)) };
    case 'sequencing': {
      const items = question.items.map((_, i) => i);
      // The first stays in its place, the others move on by one; or all move.
      return { kind: 'order', at: how === 'right' ? items : how === 'part' ? [0, ...turned(items.slice(1))] : turned(items) };
    }
    case 'numeric':
      return { kind: 'texts', at: number(question, how) };
    case 'fill-in':
      return { kind: 'texts', at: question.blanks.map((blank, i) => (how === 'right' || (how === 'part' && i === 0) ? blank.answers[0] ?? '' : how === 'part' ? '' : blank.choices?.find((each) => !blank.answers.includes(each)) ?? 'zinc')) };
  }
}

function ticks(right: readonly boolean[], several: boolean, how: How): number[] {
  const of = (yes: boolean): number[] => right.flatMap((is, i) => (is === yes ? [i] : []));
  if (how === 'right') return of(true);
  const wrong = of(false);
  return several ? (how === 'part' ? of(true).slice(0, 1) : wrong) : wrong.slice(0, 1);
}

function turned(items: readonly number[]): number[] {
  return [...items.slice(1), ...items.slice(0, 1)];
}

type Numeric = Extract<Question, { type: 'numeric' }>;

/** In the last unit that is accepted; half right is without the unit asked, or with a digit too many. */
function number(question: Numeric, how: How): string[] {
  const unit = question.units[question.units.length - 1];
  const units = unit === undefined || question.units.length < 2 && !question.askUnit ? [] : [unit.symbol];
  const value = how === 'wrong' || (how === 'part' && !question.askUnit && question.significant === null) ? question.high * 7 + 13 : question.value;
  const digits = question.significant === null ? 6 : question.significant + (how === 'part' ? 1 : 0);
  if (how === 'part' && question.askUnit) return [plain(question.value, digits), ''];
  const scaled = units.length === 0 || unit === undefined ? value : (value - unit.offset) / unit.factor;
  return [question.significant === null ? plain(scaled, digits) : scaled.toPrecision(digits), ...units];
}

function plain(value: number, digits: number): string {
  return String(Number(value.toPrecision(digits)));
}

/** SCORM 1.2 RTE 3.4.7: letters, `t`, `letter.number`, a decimal with a point, or the text; several in braces. */
export function expected(question: Question, given: Given): Expected[] {
  const one = (response: string, patterns: string[]): Expected[] => [{ blank: '', type: question.type, response, result: resultOf(earned(question, given)), weighting: decimal(question.points), patterns }];
  switch (question.type) {
    case 'choice': {
      const letters = (at: readonly number[]): string => at.map(letter).sort().join(',');
      const right = question.options.flatMap((option, i) => (option.right ? [i] : []));
      return one(given.kind === 'ticks' ? letters(given.at) : '', [question.multiple && right.length > 1 ? `{${letters(right)}}` : letters(right)]);
    }
    case 'true-false':
      return one(given.kind === 'ticks' && given.at[0] === 0 ? 't' : 'f', [question.answer ? 't' : 'f']);
    case 'matching': {
      const pairs = (targets: readonly (number | null)[]): string => targets.flatMap((target, i) => (target === null ? [] : [`${letter(i)}.${String(target + 1)}`])).join(',');
      return one(given.kind === 'pairs' ? pairs(given.at) : '', [`{${pairs(question.sources.map(({ target }) => target))}}`]);
    }
    case 'sequencing':
      return one(given.kind === 'order' ? given.at.map(letter).join(',') : '', [question.items.map((_, i) => letter(i)).join(',')]);
    case 'numeric':
      return one(inItsUnit(question, given), [plain(question.value, 15)]);
    case 'fill-in':
      return question.blanks.map((blank, i) => ({
        blank: question.blanks.length > 1 ? blank.name : '',
        type: 'fill-in',
        response: given.kind === 'texts' ? given.at[i] ?? '' : '',
        result: given.kind === 'texts' && blank.answers.includes(given.at[i] ?? '') ? 'correct' : 'wrong',
        weighting: decimal(question.points / question.blanks.length),
        patterns: blank.answers,
      }));
  }
}

function inItsUnit(question: Numeric, given: Given): string {
  const [typed = '', symbol = ''] = given.kind === 'texts' ? given.at : [];
  const unit = question.units.find((each) => each.symbol === symbol);
  return plain(unit === undefined ? Number(typed) : Number(typed) * unit.factor + unit.offset, 15);
}

/** Part of the points that an answer of `give` earns. */
export function earned(question: Question, given: Given): number {
  if (question.type === 'choice' && given.kind === 'ticks') {
    const right = question.options.filter((option) => option.right).length;
    const net = given.at.reduce((sum, i) => sum + (question.options[i]?.right === true ? 1 : -1), 0);
    return Math.max(0, net / right);
  }
  if (question.type === 'true-false' && given.kind === 'ticks') return (given.at[0] === 0) === question.answer ? 1 : 0;
  if (question.type === 'matching' && given.kind === 'pairs') return share(question.sources.map(({ target }, i) => given.at[i] === target));
  if (question.type === 'sequencing' && given.kind === 'order') return share(given.at.map((item, place) => item === place));
  if (question.type === 'fill-in' && given.kind === 'texts') return share(question.blanks.map((blank, i) => blank.answers.includes(given.at[i] ?? '')));
  if (question.type === 'numeric' && given.kind === 'texts') return earnedByNumber(question, given.at);
  throw new Error(`${question.id} is not answered so`);
}

/** Half without the unit asked, or with other digits than those asked. */
function earnedByNumber(question: Numeric, [typed = '', symbol = '']: readonly string[]): number {
  const value = Number(inItsUnit(question, { kind: 'texts', at: [typed, symbol] }));
  if (value < question.low || value > question.high) return 0;
  if (question.askUnit && symbol === '') return 0.5;
  return question.significant === null || typed.replace(/^0\.0*|\./gu, '').length === question.significant ? 1 : 0.5;
}

function share(parts: readonly boolean[]): number {
  return parts.filter(Boolean).length / parts.length;
}

function letter(i: number): string {
  return 'abcdefghijklmnopqrstuvwxyz0123456789'.charAt(i);
}

/** RTE 3.4.7.8: correct, wrong, or a decimal. */
export function resultOf(score: number): string {
  return score === 1 ? 'correct' : score === 0 ? 'wrong' : decimal(score);
}

/** A dot, two decimals at most. */
export function decimal(value: number): string {
  return String(Number(value.toFixed(2)));
}
