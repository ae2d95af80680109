/**
 * Chamilo 1.11: values are taken unchecked, saving is always answered « true », what is completed
 * stays so, and a score that comes after it in the same session is dropped.
 */

import type { Codes, ModelRules } from '../model';
import { GENERAL_TEXTS, rawGrade, YES } from '../profile';
import type { Arrived, Profile, Running, Transport } from '../profile';
import { any, r, rw, w } from '../rules';
import type { Element, Elements } from '../rules';
import type { Sent } from '../server';
import { sum } from '../timespan';
import type { Settings, Value } from '../types';

const named = (element: Element, ...names: string[]): Elements => Object.fromEntries(names.map((name) => [`cmi.${name}`, element]));
/** Neither read nor written: not implemented. */
const MISSING: Element = { access: 'rw', rule: any, readCode: '401', writeCode: '401' };
const UNREADABLE: Element = { access: 'w', rule: any, readCode: '201' };

const ELEMENTS: Elements = {
  ...named(r(), 'core.student_id', 'core.student_name', 'core.credit', 'core.entry', 'core.total_time', 'core.lesson_mode', 'launch_data', 'student_data.mastery_score', 'student_data.max_time_allowed'),
  ...named({ access: 'r', rule: any, readCode: '401' }, 'student_data.time_limit_action', 'comments_from_lms'),
  ...named(MISSING, 'comments', 'student_preference.audio', 'student_preference.language', 'student_preference.speed', 'student_preference.text'),
  ...named(rw(any), 'core.score.raw', 'core.score.min', 'core.score.max', 'core.lesson_location', 'core.lesson_status', 'suspend_data'),
  ...named(rw(any), 'objectives.n.id', 'objectives.n.score.raw', 'objectives.n.score.min', 'objectives.n.score.max', 'objectives.n.status'),
  ...named(w(any), 'core.exit', 'core.session_time'),
  ...named(UNREADABLE, ...['id', 'time', 'type', 'correct_responses.m.pattern', 'weighting', 'student_response', 'result', 'latency'].map((name) => `interactions.n.${name}`)),
};
const CHILDREN: Readonly<Record<string, string>> = {
  'cmi.core': 'entry, exit, lesson_status, student_id, student_name, lesson_location, total_time, credit, lesson_mode, score, session_time',
  'cmi.core.score': 'raw,min,max',
  'cmi.objectives': 'id,score,status',
  'cmi.objectives.n': 'id,score,status',
  'cmi.objectives.n.score': 'raw,min,max',
  'cmi.student_data': 'mastery_score,max_time_allowed',
  'cmi.interactions': 'id,time,type,correct_responses,weighting,student_response,result,latency',
};
const CODES: Codes = { unknownRead: '201', unknownWrite: '401', keyword: '401', noKeyword: '401', absent: '0', gap: '201', gappy: ['cmi.interactions', 'cmi.interactions.n.correct_responses'], childless: 'none', countless: 'none' };
const UNSET = { 'cmi.core.lesson_status': 'not attempted', 'cmi.core.total_time': '00:00:00', 'cmi.objectives.n.status': 'not attempted' };
const RULES: ModelRules = { elements: ELEMENTS, children: CHILDREN, lists: ['cmi.objectives', 'cmi.interactions'], unset: UNSET, codes: CODES, counts: 'number', forms: false, open: false };
const TRANSPORT: Transport = { sends: 'touched', refused: YES, unreachable: YES, beacon: 'leaving', beaconLimit: 65536, empty: true, closes: 'always' };
const STATUS = 'cmi.core.lesson_status';
const RAW = 'cmi.core.score.raw';
/** The server's mark of a session in which the work was completed. */
const COMPLETED_HERE = 'item.completed_in_session';

export const CHAMILO: Profile = {
  kind: 'chamilo',
  rules: () => RULES,
  calls: { 'before LMSGetValue': '301' },
  loads: 'opened',
  from: 'server',
  transport: TRANSPORT,
  errorText: (code) => GENERAL_TEXTS[code] ?? '',
  open,
  wasSet(name, value, { stored, set }) {
    if (name === 'cmi.core.session_time') set('cmi.core.total_time', sum(String(stored.get('cmi.core.total_time') ?? ''), value));
  },
  finish: () => undefined,
  leaves: () => true,
  accept,
  settle,
  grade: rawGrade,
};

function open({ values, options }: Running): void {
  const { learner, mastery, mode, credit, launchData } = options;
  const exit = values.get('cmi.core.exit');
  // The exit of the last session is not read again: what was suspended begins anew.
  const entry = exit === undefined || exit === 'suspend' ? 'ab-initio' : '';
  const facts = { student_id: learner.id, student_name: learner.name, lesson_mode: mode, credit: credit && mode === 'normal' ? 'credit' : 'no-credit', entry };
  Object.entries(facts).forEach(([name, value]) => values.set(`cmi.core.${name}`, value));
  values.set('cmi.launch_data', launchData);
  values.set('cmi.student_data.mastery_score', mastery === null ? '' : String(mastery));
  const raw = values.get(RAW);
  if (raw !== undefined) values.set(RAW, Number(raw));
}

function accept({ name, value, stored }: Arrived): string | null {
  const completed = stored.get(STATUS) === 'completed';
  if (name === STATUS && completed && value !== 'completed') return 'what is completed stays so';
  if (name === RAW && stored.has(COMPLETED_HERE)) return 'a score after « completed » is not taken';
  if (name === STATUS && value === 'completed' && !completed) stored.set(COMPLETED_HERE, '1');
  return null;
}

function settle(stored: Map<string, Value>, _: Settings, call: Sent['call']): void {
  if (call === 'finish') stored.delete(COMPLETED_HERE);
}
