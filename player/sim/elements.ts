/** The data model of SCORM 1.2: every element, its access and its type, in the strictest reading. */

import { atMost, pattern, r, rw, w, words } from './rules';
import type { Elements } from './rules';

const identifier = pattern(/^[A-Za-z0-9_-]{1,255}$/u, 'not an identifier of letters, digits, - and _');
const score = pattern(/^(|100|\d{1,2}(\.\d{1,2})?)$/u, 'not a decimal from 0 to 100 with at most two decimals');
const timespan = pattern(/^\d{4}:[0-5]\d:[0-5]\d\.\d{2}$/u, 'not a time span as 0000:00:00.00');
const time = pattern(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/u, 'not a time of day as 00:00:00');
const weighting = pattern(/^(100|\d{1,2}(\.\d+)?)$/u, 'not a decimal from 0 to 100');
const status = words('passed', 'completed', 'failed', 'incomplete', 'browsed');
const volume = pattern(/^(-1|\d{1,2}|100)$/u, 'not a whole number from -1 to 100');
const signed = pattern(/^-?(100|\d{1,2})$/u, 'not a whole number from -100 to 100');

/** `n` and `m` stand for indices. */
export const ELEMENTS: Elements = {
  'cmi.core.student_id': r(),
  'cmi.core.student_name': r(),
  'cmi.core.lesson_location': rw(atMost(255)),
  'cmi.core.credit': r(),
  'cmi.core.lesson_status': rw(status),
  'cmi.core.entry': r(),
  'cmi.core.score.raw': rw(score),
  'cmi.core.score.min': rw(score),
  'cmi.core.score.max': rw(score),
  'cmi.core.total_time': r(),
  'cmi.core.lesson_mode': r(),
  'cmi.core.exit': w(words('', 'time-out', 'suspend', 'logout')),
  'cmi.core.session_time': w(timespan),
  'cmi.suspend_data': rw(atMost(4096)),
  'cmi.launch_data': r(),
  'cmi.comments': { ...rw(atMost(4096)), appends: true },
  'cmi.comments_from_lms': r(),
  'cmi.objectives.n.id': rw(identifier),
  'cmi.objectives.n.score.raw': rw(score),
  'cmi.objectives.n.score.min': rw(score),
  'cmi.objectives.n.score.max': rw(score),
  'cmi.objectives.n.status': rw(words('passed', 'completed', 'failed', 'incomplete', 'browsed', 'not attempted')),
  'cmi.student_data.mastery_score': r(),
  'cmi.student_data.max_time_allowed': r(),
  'cmi.student_data.time_limit_action': r(),
  'cmi.student_preference.audio': rw(volume),
  'cmi.student_preference.language': rw(atMost(255)),
  'cmi.student_preference.speed': rw(signed),
  'cmi.student_preference.text': rw(words('-1', '0', '1')),
  'cmi.interactions.n.id': w(identifier),
  'cmi.interactions.n.objectives.m.id': w(identifier),
  'cmi.interactions.n.time': w(time),
  'cmi.interactions.n.type': w(words('true-false', 'choice', 'fill-in', 'matching', 'performance', 'sequencing', 'likert', 'numeric')),
  'cmi.interactions.n.correct_responses.m.pattern': w(atMost(255)),
  'cmi.interactions.n.weighting': w(weighting),
  'cmi.interactions.n.student_response': w(atMost(255)),
  'cmi.interactions.n.result': w(pattern(/^(correct|wrong|unanticipated|neutral|-?\d+(\.\d+)?)$/u, 'not correct, wrong, unanticipated, neutral or a decimal')),
  'cmi.interactions.n.latency': w(timespan),
};

/** Groups and what `_children` says of them. */
export const CHILDREN: Readonly<Record<string, string>> = {
  'cmi.core': 'student_id,student_name,lesson_location,credit,lesson_status,entry,score,total_time,lesson_mode,exit,session_time',
  'cmi.core.score': 'raw,min,max',
  'cmi.objectives': 'id,score,status',
  'cmi.objectives.n.score': 'raw,min,max',
  'cmi.student_data': 'mastery_score,max_time_allowed,time_limit_action',
  'cmi.student_preference': 'audio,language,speed,text',
  'cmi.interactions': 'id,objectives,time,type,correct_responses,weighting,student_response,result,latency',
};

/** Lists and what `_count` counts. */
export const LISTS: readonly string[] = ['cmi.objectives', 'cmi.interactions', 'cmi.interactions.n.objectives', 'cmi.interactions.n.correct_responses'];

const letters = '[0-9a-z](,[0-9a-z])*';
const pairs = '[0-9a-z]{1,2}\\.[0-9a-z]{1,2}(,[0-9a-z]{1,2}\\.[0-9a-z]{1,2})*';
const decimal = /^-?\d+(\.\d+)?$/u;

/** Form of a response, then of a pattern, for each type of interaction. */
const FORMS: Readonly<Record<string, readonly [RegExp, RegExp]>> = {
  'true-false': [/^[01tf]$/u, /^[01tf]$/u],
  choice: [new RegExp(`^${letters}$`, 'u'), new RegExp(`^([0-9a-z]|\\{${letters}\\})$`, 'u')],
  sequencing: [new RegExp(`^${letters}$`, 'u'), new RegExp(`^${letters}$`, 'u')],
  matching: [new RegExp(`^${pairs}$`, 'u'), new RegExp(`^\\{${pairs}\\}$`, 'u')],
  numeric: [decimal, decimal],
  'fill-in': [/^/u, /^/u],
  likert: [/^[0-9a-z]?$/u, /^$/u],
  performance: [/^/u, /^/u],
};

/** Reason to refuse a response or pattern of an interaction of this type, or null. */
export function formFault(type: string | undefined, part: 'student_response' | 'pattern', value: string): string | null {
  if (type === undefined) return 'the type of the interaction is not set yet';
  const form = FORMS[type]?.[part === 'pattern' ? 1 : 0];
  return form?.test(value) === true ? null : `not the form of a ${type} ${part === 'pattern' ? 'pattern' : 'response'}`;
}
