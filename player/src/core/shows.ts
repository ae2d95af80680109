/** What may be shown of a question now: the module's feedback and corrections, as data. */

import type { AssessmentInfo } from '../data';
import type { Shows, Verdict } from './types';

const NOTHING: Shows = { verdict: false, parts: false, feedback: false, correct: false, solution: false };

const AMOUNT: Readonly<Record<AssessmentInfo['corrections'], Shows>> = {
  none: NOTHING,
  own: { verdict: true, parts: true, feedback: true, correct: false, solution: false },
  correct: { verdict: true, parts: true, feedback: true, correct: true, solution: false },
  worked: { verdict: true, parts: true, feedback: true, correct: true, solution: true },
};

/** On a page: all but the expected answer at once, that one when it is found or after two tries. */
export function practiceShows(checked: boolean, tries: number, verdict: Verdict): Shows {
  if (!checked) return NOTHING;
  return { ...AMOUNT.worked, correct: verdict === 'right' || tries >= 2 };
}

export interface Moment {
  readonly checked: boolean;
  readonly submitted: boolean;
  readonly passed: boolean;
}

export function gradedShows(info: AssessmentInfo, moment: Moment): Shows {
  const open = {
    immediate: moment.checked || moment.submitted,
    'after-attempt': moment.submitted,
    'after-pass': moment.submitted && moment.passed,
    never: false,
  }[info.feedback];
  return open ? AMOUNT[info.corrections] : NOTHING;
}

/** Whether an answer of a running attempt can be checked alone. */
export function canCheckAlone(info: AssessmentInfo): boolean {
  return info.feedback === 'immediate' && info.corrections !== 'none';
}
