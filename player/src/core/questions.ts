/** Derives what a view shows of each question: answer, mark if it may be seen, order of its parts. */

import type { AssessmentInfo, GradedQuestion, Layout, PlayerData, Question } from '../data';
import { isGiven } from './answers';
import { mark } from './mark/index';
import { echoNumeric } from './mark/numeric';
import type { AttemptSlot, PracticeMemory } from './memory';
import { partOrder, questionSeed } from './order';
import { canCheckAlone, gradedShows, practiceShows } from './shows';
import type { Answer, AttemptQuestion, PracticeState, QuestionState } from './types';

export function practiceState(data: PlayerData, kept: PracticeMemory, i: number): PracticeState {
  const question = data.practice[i];
  const layout = data.state.practice[i]?.layout;
  if (question === undefined || layout === undefined) throw new Error('data and schema name the same practice questions');
  const judged = mark(question, kept.answer, data.module);
  const shows = practiceShows(kept.checked, kept.tries, judged.verdict);
  return {
    ...common(data, question, layout, kept.answer),
    question,
    checked: kept.checked,
    mark: shows.verdict ? judged : null,
    shows,
    order: partOrder(question, false, questionSeed(question.id, null)),
    tries: kept.tries,
    canRetry: kept.checked && judged.verdict !== 'right',
  };
}

/** What all questions of an attempt have in common. */
export interface AttemptContext {
  readonly data: PlayerData;
  readonly info: AssessmentInfo;
  readonly seed: number;
  readonly submitted: boolean;
  readonly passed: boolean;
}

export function attemptQuestion(context: AttemptContext, question: GradedQuestion, layout: Layout, kept: AttemptSlot): AttemptQuestion {
  const { data, info, submitted, passed } = context;
  const shows = gradedShows(info, { checked: kept.checked, submitted, passed });
  return {
    ...common(data, question, layout, kept.answer),
    question,
    checked: kept.checked || submitted,
    mark: shows.verdict ? mark(question, kept.answer, data.module) : null,
    shows,
    order: partOrder(question, info.shuffleOptions, questionSeed(question.id, context.seed)),
    flagged: kept.flagged,
    canCheck: !submitted && !kept.checked && canCheckAlone(info),
  };
}

type Common = Pick<QuestionState, 'answer' | 'given' | 'bytes' | 'read'>;

function common(data: PlayerData, question: Question, layout: Layout, answer: Answer): Common {
  const read = question.type === 'numeric' ? echoNumeric(question, answer, data.module.ui) : null;
  return { answer, given: isGiven(answer), bytes: 'text' in layout ? layout.bytes : 0, read };
}
