/** Grades and statuses by the rules of the module format, written a second time from its documentation. */

import { isDone, PAGES } from './model';
import type { Attempt, Work } from './model';
import { askedOf } from './questions';
import type { Rules } from './steps';

export interface Standing {
  readonly status: 'incomplete' | 'failed' | 'completed' | 'passed';
  /** Per cent that an LMS is told; null: none. */
  readonly score: number | null;
}

/** Once said, the better word stays. */
const WORDS: readonly Standing['status'][] = ['incomplete', 'failed', 'completed', 'passed'];

export function latest(kept: Standing['status'], now: Standing['status']): Standing['status'] {
  return rankOf(now) > rankOf(kept) ? now : kept;
}

/** −1: no word of an LMS's that says how far the learner is. */
export function rankOf(status: string): number {
  return WORDS.findIndex((word) => word === status);
}

/** Hundredths of a per cent of the points of an attempt. */
export function scoreOf({ shown, given }: Attempt): number {
  let [earned, total] = [0, 0];
  shown.forEach((id, i) => {
    const { points, givens } = askedOf(id);
    total += points;
    earned += points * (givens[given[i] ?? -1]?.score ?? 0);
  });
  return Math.round((earned / total) * 10000);
}

/** Hundredths of a per cent of the attempt that counts; null: none yet. */
export function gradeOf(grades: readonly number[], rule: Rules['grading']): number | null {
  const [first] = grades;
  if (first === undefined) return null;
  if (rule === 'best') return Math.max(...grades);
  if (rule === 'last') return grades[grades.length - 1] ?? first;
  return rule === 'first' ? first : Math.round(grades.reduce((a, b) => a + b, 0) / grades.length);
}

/** `pass` in per cent. Without a mark of the LMS a low grade is told too: it decides nothing there. */
export function standingOf(work: Work, rules: Rules, pass: number, mastery = false): Standing {
  const read = PAGES.every((_, i) => isDone(work, i));
  if (!rules.assessment || rules.completion === 'pages') return read ? { status: 'completed', score: 100 } : { status: 'incomplete', score: null };
  const grade = gradeOf(work.grades, rules.grading);
  if (grade === null) return { status: 'incomplete', score: null };
  const score = grade / 100;
  const open: Standing = { status: 'incomplete', score: mastery ? null : score };
  if (score >= pass) return rules.completion === 'both' && !read ? open : { status: 'passed', score };
  const used = rules.attempts !== null && work.grades.length >= rules.attempts && work.attempt?.phase === 'submitted';
  // An LMS that judges by the score would take back what was passed.
  const taken = mastery && work.status === 'passed';
  return used || rules.grading === 'first' ? { status: 'failed', score: taken ? null : score } : open;
}
