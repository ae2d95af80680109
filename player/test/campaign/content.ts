/** The module of a journey, and what its learner sees of it. */

import type { State } from '../../src/core/types';
import { made } from '../fixtures';
import type { Made } from '../fixtures';
import type { Work } from './model';
import { gradeOf } from './rules';
import { GRADED, numberOf, PRACTICE } from './questions';
import type { Rules } from './steps';

export function contentOf(rules: Rules): Made {
  const { attempts, grading, feedback, corrections, afterPages, pass, take, completion, ratings, shuffle } = rules;
  return made({
    pages: PRACTICE.map((page) => page.map(({ question }) => question)),
    graded: rules.assessment ? GRADED.map(({ question }) => question) : [],
    ...(rules.assessment ? { take, completion } : {}),
    assessment: { attempts, grading, feedback, corrections, afterPages, pass, shuffleQuestions: shuffle, shuffleOptions: shuffle },
    objectives: ['o1', 'o2', 'o3'],
    ratings,
  });
}

/** Everything of the learner's work that a page shows, as text. */
export function shownBy({ here, pages, practice, ratings, assessment, status }: State): string {
  const attempt = assessment?.attempt ?? null;
  const phase = assessment === null ? '' : assessment.phase === 'result' ? 'submitted' : assessment.phase;
  return JSON.stringify({
    here,
    opened: pages.map((page) => page.opened),
    practice: practice.map(({ question, answer, checked, tries }) => [numberOf(question.id, answer), checked, tries]),
    ratings: ratings.map(({ before, after }) => [before ?? 0, after ?? 0]),
    grade: assessment?.grade ?? null,
    attempt: attempt === null ? null : [phase, attempt.at, attempt.questions.map(({ question, answer, flagged, checked }) => [question.id, numberOf(question.id, answer), flagged, checked])],
    status,
  });
}

/** The same of the model. */
export function expectedOf(work: Work, rules: Rules): string {
  const { here, opened, practice, ratings, attempt, status } = work;
  const grade = rules.assessment ? gradeOf(work.grades, rules.grading) : null;
  const over = attempt?.phase === 'submitted';
  return JSON.stringify({
    here,
    opened,
    practice: practice.map(({ given, checked, tries }) => [given, checked, tries]),
    ratings: ratings.map(({ before, after }) => [before, after]),
    grade: grade === null ? null : grade / 100,
    attempt: attempt === null ? null : [attempt.phase, attempt.at, attempt.shown.map((id, i) => [id, attempt.given[i], attempt.flagged[i], over || attempt.confirmed[i]])],
    status,
  });
}
