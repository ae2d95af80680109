/** Puts answers into the words of a report: letters, pairs and texts, no standard's syntax. */

import type { GradedQuestion, PlayerData, Question } from '../data';
import type { Interaction, ObjectiveRecord } from '../lms/lms';
import { reaches } from './grade';
import { mark } from './mark/index';
import { numericValue } from './mark/numeric';
import type { Answer, Result } from './types';

/** When and under which id an answer is recorded. */
export interface Occasion {
  /** `<question>_<variant>_<attempt>`; a practice try is `p1`, `p2`… */
  readonly attempt: string;
  readonly at: number;
  readonly took: number;
}

/** One record a question, but one a blank for a fill-in. */
export function interactionsOf(data: PlayerData, question: Question | GradedQuestion, answer: Answer, occasion: Occasion): Interaction[] {
  const { score, parts } = mark(question, answer, data.module);
  const base = { question: question.id, weight: question.points, at: occasion.at, took: occasion.took, objective: question.objective };
  // Variant 0: questions without variables have one.
  const id = `${question.id}_0_${occasion.attempt}`;
  if (question.type !== 'fill-in') {
    return [{ ...base, id, kind: question.type, response: responseOf(data, question, answer), correct: patternsOf(question), result: score }];
  }
  const texts = answer.kind === 'text' ? answer.text : [];
  const weight = question.points / question.blanks.length;
  return question.blanks.map((blank, i) => ({
    ...base,
    weight,
    id: question.blanks.length === 1 ? id : `${question.id}_${blank.name}_0_${occasion.attempt}`,
    kind: 'fill-in',
    response: [texts[i] ?? ''],
    correct: blank.answers.map((accepted) => [accepted]),
    result: parts[i] === 'right' ? 1 : 0,
  }));
}

function responseOf(data: PlayerData, question: Question, answer: Answer): string[] {
  if (question.type === 'numeric') return numberText(numericValue(question, answer, data.module.ui));
  if (question.type === 'true-false') return answer.kind === 'pick' && answer.at !== null ? [answer.at === 0 ? 't' : 'f'] : [];
  if (question.type === 'choice') {
    const chosen = answer.kind === 'set' ? answer.on : answer.kind === 'pick' && answer.at !== null ? [answer.at] : [];
    return chosen.flatMap((i) => question.options[i]?.id ?? []).sort();
  }
  if (question.type === 'matching' && answer.kind === 'picks') {
    return question.sources.flatMap((source, i) => pair(question, source.id, answer.at[i] ?? null));
  }
  if (question.type === 'sequencing' && answer.kind === 'order') return (answer.at ?? []).flatMap((i) => question.items[i]?.id ?? []);
  return [];
}

function pair({ targets }: Extract<Question, { type: 'matching' }>, source: string, target: number | null): string[] {
  const named = target === null ? undefined : targets[target];
  return named === undefined ? [] : [`${source}.${named.id}`];
}

function patternsOf(question: Question): string[][] {
  switch (question.type) {
    case 'true-false':
      return [[question.answer ? 't' : 'f']];
    case 'choice':
      return question.multiple ? [rightLetters(question.options)] : rightLetters(question.options).map((letter) => [letter]);
    case 'matching':
      return [question.sources.flatMap((source) => pair(question, source.id, source.target))];
    case 'sequencing':
      return [question.items.map((item) => item.id)];
    case 'numeric':
      return [[plainNumber(question.value)]];
    case 'fill-in':
      return [];
  }
}

function rightLetters(options: readonly { id: string; right: boolean }[]): string[] {
  return options.filter((option) => option.right).map((option) => option.id).sort();
}

/** What can't be read as a number is not reported: standards take only plain decimals here. */
function numberText(value: number | null): string[] {
  const sane = value !== null && (value === 0 || Math.abs(Math.log10(Math.abs(value))) < 100);
  return sane ? [plainNumber(value)] : [];
}

/** A decimal without exponent, of at most fifteen significant digits. */
export function plainNumber(value: number): string {
  if (value === 0) return '0';
  const [mantissa = '', power = '0'] = Math.abs(value).toExponential(14).split('e');
  const digits = mantissa.replace('.', '').replace(/0+$/u, '');
  const point = Number(power) + 1;
  const sign = value < 0 ? '-' : '';
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits.padEnd(point, '0');
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** A record an objective of the module, in its order; null for those that the attempt does not ask. */
export function objectivesOf(data: PlayerData, result: Result, pass: number): { index: number; record: ObjectiveRecord }[] {
  return data.objectives.map(({ id }, index) => {
    const own = result.objectives.find((objective) => objective.id === id);
    const judged = own === undefined ? null : { score: own.score, passed: reaches(own.score, pass) };
    return { index, record: { id, judged } };
  });
}
