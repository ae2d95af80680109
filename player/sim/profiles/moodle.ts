/**
 * Moodle 4.1 to 4.5: marks values as sent before it sends them, falls back to a beacon that is
 * always answered « true », judges by the mastery score at LMSFinish, and writes in review too.
 */

import { CHILDREN, LISTS } from '../elements';
import type { Codes, ModelRules } from '../model';
import { GENERAL_TEXTS, isOver, mastered, NO, rawGrade } from '../profile';
import type { Calls, Profile, Running, Transport } from '../profile';
import { sum } from '../timespan';
import type { Settings, Value } from '../types';
import { moodleElements } from './moodle-elements';

const CODES: Codes = { unknownRead: '201', unknownWrite: '201', keyword: '402', noKeyword: '201', absent: '0', gap: '201', gappy: [], childless: 'elements', countless: 'elements' };
const UNSET = { 'cmi._version': '3.4' };
const CALLS: Calls = { argument: '201', before: '301', finished: '301', 'running LMSInitialize': '101' };
const TRANSPORT: Transport = { sends: 'changed', refused: NO, unreachable: NO, beacon: 'unreachable', beaconLimit: 65536, empty: true, closes: 'always' };
const STATUS = 'cmi.core.lesson_status';
const RULES: Readonly<Record<'standard' | 'loose', ModelRules>> = { standard: rules(true), loose: rules(false) };

export const MOODLE: Profile = {
  kind: 'moodle',
  rules: ({ scormStandard }) => RULES[scormStandard ? 'standard' : 'loose'],
  calls: CALLS,
  loads: 'called',
  from: 'sent',
  transport: TRANSPORT,
  errorText: (code) => GENERAL_TEXTS[code],
  commitsAfter: 60000,
  open,
  finish,
  // LMSCommit never stores the time: only LMSFinish does, as total_time.
  leaves: (name) => !READ_ONLY.has(name) && name !== 'cmi.core.session_time',
  settle,
  grade: rawGrade,
  renews: (stored, { newAttempt }) => stored.size > 0 && (newAttempt === 'always' || (newAttempt === 'over' && isOver(stored))),
};

const READ_ONLY: ReadonlySet<string> = new Set(Object.entries(RULES.loose.elements).flatMap(([name, { access }]) => (access === 'r' ? [name] : [])));

function rules(standard: boolean): ModelRules {
  return { elements: moodleElements(standard), children: CHILDREN, lists: LISTS, unset: UNSET, codes: CODES, counts: 'number', forms: false, open: false };
}

/** What the page was loaded with: a second LMSInitialize in it starts from the same. */
function open({ values, stored, options, settings }: Running): void {
  const { learner, mastery, launchData } = options;
  const mode = isOver(stored) && options.mode === 'normal' ? 'review' : options.mode;
  const entry = String(stored.get(STATUS) ?? '') === '' ? 'ab-initio' : stored.get('cmi.core.exit') === 'suspend' ? 'resume' : '';
  const [family = '', given = ''] = learner.name.split(', ');
  const facts = { student_id: learner.id, student_name: settings.scormStandard ? learner.name : `${given} ${family}`.trim(), lesson_mode: mode, credit: options.credit && mode === 'normal' ? 'credit' : 'no-credit', entry, total_time: String(stored.get('cmi.core.total_time') ?? '00:00:00') };
  Object.entries(facts).forEach(([name, value]) => values.set(`cmi.core.${name}`, value));
  values.set('cmi.launch_data', launchData);
  values.set('cmi.student_data.mastery_score', mastery === null ? '' : String(mastery));
  if (String(values.get(STATUS) ?? '') === '') values.set(STATUS, 'not attempted');
}

function finish(running: Running): void {
  const { values, settings, stored, set } = running;
  if (values.get(STATUS) === 'not attempted') values.set(STATUS, 'completed');
  const judged = values.get('cmi.core.credit') === 'credit' && settings.masteryOverride ? mastered(running) : null;
  if (judged !== null) values.set(STATUS, judged);
  // Counts from what the page was loaded with, whatever an earlier session of the page added.
  const before = String(stored.get('cmi.core.total_time') ?? '');
  set('cmi.core.total_time', sum(before, String(values.get('cmi.core.session_time') ?? ''), 'hundredths'));
}

function settle(stored: Map<string, Value>, { forceCompleted }: Settings): void {
  if (forceCompleted && stored.get(STATUS) === 'incomplete' && String(stored.get('cmi.core.score.raw') ?? '') !== '') stored.set(STATUS, 'completed');
}
