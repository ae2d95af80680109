/** What a learner has to do on a page for one step of a journey: only what its links, fields and buttons allow. */

import { canStart, PAGES, QUESTIONS } from '../../../player/test/campaign/model';
import type { Work } from '../../../player/test/campaign/model';
import { answerOf, askedOf } from '../../../player/test/campaign/questions';
import type { Setup, Step } from '../../../player/test/campaign/steps';
import type { Deed } from './hand';
import type { Op } from './inside';
import { fieldsOf, SECTIONS } from './seen';

/** What was pressed has led after so many milliseconds to what can be pressed next. */
export const SHOWN = 60;

const pageOf = (question: string): number => PAGES.findIndex((page) => page.includes(question));

/** The step with those that lead to it; nothing when nobody can do it here. */
export function stepsFor(step: Step, work: Work, { rules, place, mode }: Setup): readonly Step[] {
  // Who only looks in cmi5 is shown an attempt that nobody made.
  const looks = place === 'cmi5' && mode !== 'normal';
  const from = (page: number): Step[] => (work.here === page ? [] : [{ do: 'go', to: page }]);
  switch (step.do) {
    case 'go': return step.to < PAGES.length || (rules.assessment && step.to === PAGES.length) ? [step] : [];
    case 'try': return work.practice[step.q]?.checked === false && can(QUESTIONS[step.q], step.given) ? [...from(pageOf(QUESTIONS[step.q] ?? '')), step] : [];
    case 'check': return [...from(pageOf(QUESTIONS[step.q] ?? '')), step];
    case 'retry': return isWrong(work, step.q) ? [...from(pageOf(QUESTIONS[step.q] ?? '')), step] : [];
    case 'rate': return work.ratings[step.at] === undefined ? [] : [...from(0), step];
    case 'start': return canStart(work, rules) && !looks ? [...from(PAGES.length), step] : [];
    case 'answer':
    case 'confirm':
    case 'flag':
    case 'open':
    case 'summary':
    case 'submit': return during(step, work, from(PAGES.length));
    default: return [step];
  }
}

type During = Extract<Step, { readonly do: 'answer' | 'confirm' | 'flag' | 'open' | 'summary' | 'submit' }>;

function during(step: During, { attempt }: Work, way: readonly Step[]): readonly Step[] {
  if (attempt === null || attempt.phase === 'submitted') return [];
  const summary = attempt.phase === 'summary';
  if (step.do === 'summary') return summary === step.on ? [] : [...way, step];
  if (step.do === 'submit') return [...way, ...(summary ? [] : [{ do: 'summary', on: true } as const]), step];
  if (attempt.shown[step.at] === undefined) return [];
  if (step.do === 'open') return [...way, ...back(summary), step];
  if (step.do === 'answer' && (attempt.confirmed[step.at] === true || !can(attempt.shown[step.at], step.given))) return [];
  if (step.do === 'confirm' && attempt.confirmed[step.at] === true) return [];
  return [...way, ...back(summary), ...(attempt.at === step.at ? [] : [{ do: 'open', at: step.at } as const]), step];
}

function back(summary: boolean): Step[] {
  return summary ? [{ do: 'summary', on: false }] : [];
}

function can(id: string | undefined, given: number): boolean {
  return id !== undefined && fieldsOf(id, answerOf(id, given)) !== null;
}

/** Checked, and not wholly right: only then the page offers another try. */
function isWrong({ practice }: Work, q: number): boolean {
  const kept = practice[q];
  return kept?.checked === true && askedOf(QUESTIONS[q] ?? '').givens[kept.given]?.score !== 1;
}

/** By the words of strings/en.json. */
export function deedsOf(step: Step, work: Work): readonly Op[] {
  const question = QUESTIONS['q' in step ? step.q : 0] ?? '';
  const asked = work.attempt?.shown['at' in step ? step.at : 0] ?? '';
  switch (step.do) {
    case 'go': return [{ do: 'go', section: SECTIONS[step.to] ?? '' }];
    case 'try': return filled(question, step.given);
    case 'answer': return filled(asked, step.given);
    case 'check': return [{ do: 'press', id: question, words: 'Check' }];
    case 'confirm': return [{ do: 'press', id: asked, words: 'Check' }];
    case 'retry': return [{ do: 'press', id: question, words: 'Try again' }];
    case 'rate': return [{ do: 'rate', at: 2 * step.at + (step.when === 'before' ? 0 : 1), value: step.value === 0 ? '' : String(step.value) }];
    case 'start': return [{ do: 'press', words: 'Start attempt' }, { do: 'pass', ms: SHOWN }, { do: 'ids' }];
    case 'open': return [{ do: 'square', at: step.at }];
    case 'flag': return [{ do: 'flag', on: step.on }];
    case 'summary': return [{ do: 'press', words: step.on ? 'End the attempt' : 'Back to the questions' }];
    case 'submit': return [{ do: 'press', words: 'Send ' }];
    default: return [];
  }
}

function filled(id: string, given: number): readonly Deed[] {
  const fields = fieldsOf(id, answerOf(id, given));
  return fields === null ? [] : [{ do: 'fill', id, with: fields }];
}
