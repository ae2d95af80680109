/**
 * The data model of Moodle 4.1 to 4.5. Its patterns lose the backslash before their dots, so that
 * a « dot » there is any character: they are written as they act, not as they were meant.
 */

import { atMost, pattern, r, rw, w, within, words } from '../rules';
import type { Element, Elements, Rule } from '../rules';

const identifier = pattern(/^[\u0021-\u007E]{0,255}$/u, 'a blank, an accent, or more than 255 characters');
const timespan = pattern(/^[0-9]{2,4}:[0-9]{2}:[0-9]{2}(.[0-9]{1,2})?$/u, 'not a time span as 0000:00:00.00');
const time = pattern(/^[0-2][0-9]:[0-5][0-9]:[0-5][0-9](.[0-9]{1,2})?$/u, 'not a time of day as 00:00:00');
const result = pattern(/^(correct|wrong|unanticipated|neutral|([0-9]{0,3})?(.[0-9]*)?)$/u, 'not correct, wrong, unanticipated, neutral or a number');
const statuses = ['passed', 'completed', 'failed', 'incomplete', 'browsed'];
const types = words('true-false', 'choice', 'fill-in', 'matching', 'performance', 'sequencing', 'likert', 'numeric');
const DECIMAL = /^-?[0-9]{0,3}(.[0-9]*)?$/u;
const WHOLE = /^-?([0-9]+)$/u;

const numeric = (element: Element): Element => ({ ...element, number: true });
const decimal = (low: number, high: number): Rule => within(DECIMAL, low, high);
const score = numeric(rw(decimal(0, 100)));

/** `standard`: the limits of SCORM 1.2 instead of 64 000 characters. */
export function moodleElements(standard: boolean): Elements {
  const short = atMost(standard ? 255 : 64000);
  const long = atMost(standard ? 4096 : 64000);
  return { ...core(short), ...records(short), 'cmi.suspend_data': rw(long), 'cmi.comments': { ...rw(long), appends: true }, 'cmi.student_preference.language': rw(short) };
}

function core(short: Rule): Elements {
  const given = ['student_id', 'student_name', 'credit', 'entry', 'total_time', 'lesson_mode'].map((name) => [`cmi.core.${name}`, r()] as const);
  return {
    ...Object.fromEntries(given),
    'cmi.core.lesson_location': rw(short),
    'cmi.core.lesson_status': rw(words(...statuses)),
    'cmi.core.score.raw': score,
    'cmi.core.score.min': score,
    'cmi.core.score.max': score,
    'cmi.core.exit': w(words('', 'time-out', 'suspend', 'logout')),
    'cmi.core.session_time': w(timespan),
    'cmi.launch_data': r(),
    'cmi.comments_from_lms': r(),
    'cmi.student_data.mastery_score': r(),
    'cmi.student_data.max_time_allowed': r(),
    'cmi.student_data.time_limit_action': r(),
    'cmi.student_preference.audio': numeric(rw(within(WHOLE, -1, 100))),
    'cmi.student_preference.speed': numeric(rw(within(WHOLE, -100, 100))),
    'cmi.student_preference.text': numeric(rw(within(WHOLE, -1, 1))),
  };
}

function records(short: Rule): Elements {
  return {
    'cmi.objectives.n.id': rw(identifier),
    'cmi.objectives.n.score.raw': score,
    'cmi.objectives.n.score.min': score,
    'cmi.objectives.n.score.max': score,
    'cmi.objectives.n.status': rw(words(...statuses, 'not attempted')),
    'cmi.interactions.n.id': w(identifier),
    'cmi.interactions.n.objectives.m.id': w(identifier),
    'cmi.interactions.n.time': w(time),
    'cmi.interactions.n.type': w(types),
    'cmi.interactions.n.correct_responses.m.pattern': w(short),
    'cmi.interactions.n.weighting': numeric(w(decimal(-100, 100))),
    'cmi.interactions.n.student_response': w(short),
    'cmi.interactions.n.result': w(result),
    'cmi.interactions.n.latency': w(timespan),
  };
}
