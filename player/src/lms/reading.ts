/** Reads a SCORM 1.2 launch, each value of which an LMS may give in its own way or not at all. */

import type { Launch, Status } from '../core/types';

type Get = (element: string) => string;

/** What to do follows from the state that is there, never from `entry` (Chamilo says « ab-initio » of what was suspended) nor from `launch_data`. */
export function launchOf(get: Get): Launch {
  const mode = get('cmi.core.lesson_mode').toLowerCase();
  const credit = get('cmi.core.credit').toLowerCase() !== 'no-credit';
  const state = get('cmi.suspend_data');
  const prior = priorStatus(get('cmi.core.lesson_status').toLowerCase());
  // An LMS that knows nothing of a status and a state has no place either.
  const location = state === '' && prior === 'none' ? '' : get('cmi.core.lesson_location');
  const score = prior === 'none' ? null : percentOf(get('cmi.core.score.raw'));
  const pass = percentOf(get('cmi.student_data.mastery_score'));
  const learner = { id: get('cmi.core.student_id'), name: get('cmi.core.student_name') };
  return {
    kind: 'scorm12',
    mode: mode === 'review' || mode === 'browse' ? mode : 'normal',
    credit,
    learner: learner.id === '' && learner.name === '' ? null : learner,
    pass,
    state,
    location,
    priorStatus: prior,
    ...(score === null ? {} : { priorScore: score }),
    caps: { interactions: true, objectives: true, keeps: true, blind: true, single: true },
  };
}

/** null: none, or not a number from 0 to 100. */
export function percentOf(text: string): number | null {
  const number = text.trim();
  return /^\d{1,3}(\.\d+)?$/u.test(number) && Number(number) <= 100 ? Number(number) : null;
}

function priorStatus(status: string): Launch['priorStatus'] {
  const known: readonly (Status | 'browsed')[] = ['incomplete', 'failed', 'completed', 'passed', 'browsed'];
  return known.find((one) => one === status) ?? 'none';
}
