/** Scores of attempts, and which of them counts. */

import type { AssessmentInfo, GradedQuestion, PlayerData } from '../data';
import { isGiven } from './answers';
import { mark } from './mark/index';
import type { AttemptMemory, Grades } from './memory';
import { MOST } from './memory';
import type { ObjectiveResult, Result } from './types';

/** The result of an attempt's answers, in whole hundredths of a per cent. */
export function resultOf(data: PlayerData, questions: readonly GradedQuestion[], attempt: AttemptMemory, pass: number): Result {
  const scored = questions.map((question, i) => {
    const answer = attempt.slots[i]?.answer;
    const score = answer === undefined ? 0 : mark(question, answer, data.module).score;
    return { question, earned: score * question.points, blank: answer === undefined || !isGiven(answer) };
  });
  const points = sum(scored.map((one) => one.earned));
  const total = sum(questions.map((question) => question.points));
  const score = Math.round(ratio(points, total) * MOST.grade) / 100;
  const objectives = data.objectives.flatMap((objective): ObjectiveResult[] => {
    const own = scored.filter((one) => one.question.objective === objective.id);
    const [earned, whole] = [sum(own.map((one) => one.earned)), sum(own.map((one) => one.question.points))];
    return own.length === 0 ? [] : [{ ...objective, points: earned, total: whole, score: ratio(earned, whole) }];
  });
  return { score, points, total, passed: score >= pass, blanks: scored.filter((one) => one.blank).length, objectives };
}

/** Counts one more attempt; `score` in per cent. */
export function graded(grades: Grades, score: number): Grades {
  const value = Math.round(score * 100);
  const count = Math.min(grades.count + 1, MOST.attempts);
  return {
    count,
    first: grades.count === 0 ? value : grades.first,
    best: Math.max(grades.best, value),
    last: value,
    sum: grades.count === MOST.attempts ? grades.sum : grades.sum + value,
  };
}

/** Hundredths of a per cent by the module's rule; null before the first attempt is submitted. */
export function counted(grades: Grades, rule: AssessmentInfo['grading']): number | null {
  if (grades.count === 0) return null;
  return rule === 'average' ? Math.round(grades.sum / grades.count) : grades[rule];
}

/** Whether a part of 0 to 1 reaches a mark in per cent: 0.58 × 100 is a little less than 58 in binary. */
export function reaches(part: number, pass: number): boolean {
  return Math.round(part * MOST.grade) / 100 >= pass;
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
