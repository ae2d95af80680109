/** Questions as xAPI-Data 2.4.4.1 and its appendix C describe them, and answers as it writes them. */

import type { Question } from '../../../player/src/data';
import { expected } from './given';
import type { Given } from './given';
import type { Thing } from './xapi-lrs';

type Words = (text: string) => Thing;

/** What the definition of an interaction holds besides its names. */
export function definitionOf(question: Question, words: Words): Thing {
  const list = (parts: readonly string[], ids: (i: number) => string): Thing[] => parts.map((text, i) => ({ id: ids(i), description: words(text) }));
  switch (question.type) {
    case 'true-false':
      return { interactionType: 'true-false', correctResponsesPattern: [question.answer ? 'true' : 'false'] };
    case 'choice': {
      const right = question.options.flatMap((option, i) => (option.right ? [letter(i)] : []));
      return { interactionType: 'choice', correctResponsesPattern: question.multiple ? [right.join('[,]')] : right, choices: list(question.options.map(({ text }) => text), letter) };
    }
    case 'numeric':
      return { interactionType: 'numeric', correctResponsesPattern: [`${short(question.low)}[:]${short(question.high)}`] };
    case 'matching':
      return {
        interactionType: 'matching',
        correctResponsesPattern: [question.sources.map(({ target }, i) => `${letter(i)}[.]${String(target + 1)}`).join('[,]')],
        source: list(question.sources.map(({ text }) => text), letter),
        target: list(question.targets.map(({ text }) => text), (i) => String(i + 1)),
      };
    case 'sequencing':
      return { interactionType: 'sequencing', correctResponsesPattern: [question.items.map((_, i) => letter(i)).join('[,]')], choices: list(question.items.map(({ text }) => text), letter) };
    case 'fill-in':
      return { interactionType: 'fill-in', ...textsOf(question) };
  }
}

/** One rule of case is said for all blanks, and none of accents: what can't be said whole is left out. */
function textsOf({ blanks }: Extract<Question, { type: 'fill-in' }>): Thing {
  const first = blanks[0]?.ignoreCase;
  if (blanks.some((blank) => blank.ignoreAccents || blank.ignoreCase !== first)) return {};
  let rows = [''];
  for (const [i, { answers }] of blanks.entries()) rows = rows.flatMap((row) => answers.map((answer) => (i === 0 ? answer : `${row}[,]${answer}`)));
  return { correctResponsesPattern: rows.map((row) => `{case_matters=${first === true ? 'false' : 'true'}}${row}`) };
}

/** An answer in the same words. */
export function responseOf(question: Question, given: Given): string {
  if (given.kind === 'pairs') return given.at.flatMap((target, i) => (target === null ? [] : [`${letter(i)}[.]${String(target + 1)}`])).join('[,]');
  if (given.kind === 'order') return given.at.map(letter).join('[,]');
  if (given.kind === 'ticks') return question.type === 'true-false' ? String(given.at[0] === 0) : [...given.at].sort((a, b) => a - b).map(letter).join('[,]');
  return question.type === 'fill-in' ? given.at.join('[,]') : expected(question, given)[0]?.response ?? '';
}

function letter(i: number): string {
  return 'abcdefghijklmnopqrstuvwxyz0123456789'.charAt(i);
}

function short(value: number): string {
  return String(Number(value.toPrecision(15)));
}
