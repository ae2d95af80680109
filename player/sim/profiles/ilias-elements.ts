/** The data model of ILIAS for SCORM 1.2: decimals need a digit before the dot, and what is unset has a default. */

import { CHILDREN } from '../elements';
import { any, atMost, pattern, r, rw, w, words } from '../rules';
import type { Element, Elements } from '../rules';

const identifier = pattern(/^[\u0021-\u007E]{0,255}$/u, 'a blank, an accent, or more than 255 characters');
const timespan = pattern(/^[0-9]{2,4}:[0-9]{2}:[0-9]{2}(.[0-9]{1,2})?$/u, 'not a time span as 0000:00:00.00');
const time = pattern(/^[0-2][0-9]:[0-5][0-9]:[0-5][0-9](.[0-9]{1,2})?$/u, 'not a time of day as 00:00:00');
const weighting = pattern(/^(100(\.0+)?|\d?\d(\.\d+)?)$/u, 'not a decimal from 0 to 100');
const score = rw(pattern(/^(100(\.0+)?|\d?\d(\.\d+)?|)$/u, 'not a decimal from 0 to 100'));
const short = atMost(255);
const long = atMost(4096);
const statuses = ['passed', 'failed', 'completed', 'incomplete', 'browsed'];

/** Names that are only read. */
const GIVEN = ['core.credit', 'core.entry', 'core.lesson_mode', 'core.student_id', 'core.student_name', 'core.student_login', 'core.student_ou', 'core.total_time', 'comments_from_lms', 'launch_data', 'student_data.mastery_score', 'student_data.max_time_allowed', 'student_data.time_limit_action', '_version'];

export const ILIAS_ELEMENTS: Elements = {
  ...Object.fromEntries(GIVEN.map((name) => [`cmi.${name}`, r()] as const)),
  'cmi.core.exit': w(words('time-out', 'suspend', 'logout', '')),
  'cmi.core.lesson_location': rw(short),
  'cmi.core.lesson_status': rw(words(...statuses)),
  'cmi.core.score.raw': score,
  'cmi.core.score.min': score,
  'cmi.core.score.max': score,
  'cmi.core.session_time': w(timespan),
  'cmi.suspend_data': rw(long),
  'cmi.comments': rw(long),
  'cmi.student_preference.audio': rw(pattern(/^(-1|100|\d?\d)$/u, 'not a whole number from -1 to 100')),
  'cmi.student_preference.language': rw(short),
  'cmi.student_preference.speed': rw(pattern(/^-?(100|\d?\d)$/u, 'not a whole number from -100 to 100')),
  'cmi.student_preference.text': rw(words('-1', '0', '1')),
  'cmi.objectives.n.id': rw(identifier),
  'cmi.objectives.n.score.raw': score,
  'cmi.objectives.n.score.min': score,
  'cmi.objectives.n.score.max': score,
  'cmi.objectives.n.status': rw(words(...statuses, 'not attempted')),
  'cmi.interactions.n.id': w(identifier),
  'cmi.interactions.n.objectives.m.id': w(identifier),
  'cmi.interactions.n.time': w(time),
  'cmi.interactions.n.type': w(words('true-false', 'choice', 'fill-in', 'matching', 'performance', 'sequencing', 'likert', 'numeric')),
  'cmi.interactions.n.correct_responses.m.pattern': w(short),
  'cmi.interactions.n.weighting': w(weighting),
  'cmi.interactions.n.student_response': w(short),
  'cmi.interactions.n.result': w(pattern(/^(correct|wrong|unanticipated|neutral|-?\d+(\.\d+)?)$/u, 'not correct, wrong, unanticipated, neutral or a decimal')),
  'cmi.interactions.n.latency': w(timespan),
};

/** The same names, whatever the values. */
export const ILIAS_UNCHECKED: Elements = Object.fromEntries(Object.entries(ILIAS_ELEMENTS).map(([name, element]): [string, Element] => [name, { ...element, rule: any }]));

export const ILIAS_CHILDREN: Readonly<Record<string, string>> = {
  ...CHILDREN,
  cmi: 'core,suspend_data,launch_data,comments,objectives,student_data,student_preference,interactions',
  'cmi.interactions': 'id,correct_responses,latency,student_response,objectives,result,time,type,weighting',
};

export const ILIAS_UNSET: Readonly<Record<string, string>> = {
  'cmi._version': '3.4',
  'cmi.core.credit': 'no-credit',
  'cmi.core.lesson_mode': 'browse',
  'cmi.core.lesson_status': 'not attempted',
  'cmi.core.total_time': '00:00:00',
  'cmi.objectives.n.status': 'not attempted',
  'cmi.student_data.time_limit_action': 'continue,no message',
  'cmi.student_preference.audio': '0',
  'cmi.student_preference.speed': '0',
  'cmi.student_preference.text': '0',
};
