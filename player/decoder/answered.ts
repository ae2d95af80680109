/** One answer in the words of its question, and what was expected; it gives no feedback. */

import type { Question } from '../src/data';
import { isGiven } from '../src/core/answers';
import { mark } from '../src/core/mark/index';
import type { Answer, Verdict } from '../src/core/types';
import type { Bare } from './package';

export interface Answered {
  readonly id: string;
  readonly type: Question['type'];
  readonly prompt: string;
  /** `true` or `false` of a statement. */
  readonly given: readonly string[];
  readonly expected: readonly string[];
  readonly verdict: Verdict;
  /** 0 to 1. */
  readonly score: number;
}

export function answered(bare: Bare, question: Question, answer: Answer): Answered {
  const { score, verdict } = mark(question, answer, bare.module);
  const { id, type, label } = question;
  return { id, type, prompt: label, given: given(question, answer), expected: expected(question), verdict, score };
}

const pair = (source: string, target: string): string => `${source} → ${target}`;

function given(question: Question, answer: Answer): string[] {
  switch (answer.kind) {
    case 'set':
      return chosen(question, answer.on);
    case 'pick':
      return answer.at === null ? [] : chosen(question, [answer.at]);
    case 'picks':
      return question.type === 'matching' ? matched(question, answer.at) : [];
    case 'order':
      return question.type === 'sequencing' ? (answer.at ?? []).map((item) => question.items[item]?.text ?? '') : [];
    default:
      return isGiven(answer) ? typed(question, answer.text) : [];
  }
}

function chosen(question: Question, on: readonly number[]): string[] {
  if (question.type === 'true-false') return on.map((at) => String(at === 0));
  return question.type === 'choice' ? on.map((at) => question.options[at]?.text ?? '') : [];
}

function matched({ sources, targets }: Extract<Question, { type: 'matching' }>, at: readonly (number | null)[]): string[] {
  return sources.flatMap(({ text }, i) => {
    const target = at[i] ?? null;
    return target === null ? [] : [pair(text, targets[target]?.text ?? '')];
  });
}

function typed(question: Question, text: readonly string[]): string[] {
  if (question.type === 'numeric') return [text.join(' ').trim()];
  if (question.type !== 'fill-in') return [];
  return question.blanks.flatMap(({ name }, i) => ((text[i] ?? '') === '' ? [] : [`${name} = ${text[i] ?? ''}`]));
}

function expected(question: Question): string[] {
  switch (question.type) {
    case 'choice':
      return question.options.filter((option) => option.right).map((option) => option.text);
    case 'true-false':
      return [String(question.answer)];
    case 'numeric':
      return [question.shown];
    case 'fill-in':
      return question.blanks.map(({ name, answers }) => `${name} = ${answers[0] ?? ''}`);
    case 'matching':
      return question.sources.map(({ text, target }) => pair(text, question.targets[target]?.text ?? ''));
    case 'sequencing':
      return question.items.map((item) => item.text);
  }
}
