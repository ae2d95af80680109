/** The LMS that keeps every rule of SCORM 1.2 and warns of what any other would refuse or lose. */

import { CHILDREN, ELEMENTS, LISTS } from '../elements';
import type { Codes, ModelRules } from '../model';
import { GENERAL_TEXTS, mastered, NO, rawGrade } from '../profile';
import type { Calls, Profile, Running, Transport } from '../profile';
import { sum } from '../timespan';
import { orderWarning, warningOf } from '../warnings';

const CODES: Codes = { unknownRead: '201', unknownWrite: '201', keyword: '402', noKeyword: '402', absent: '201', gap: '201', gappy: [], childless: 'elements', countless: 'groups' };
const UNSET = { 'cmi._version': '3.4' };
const RULES: ModelRules = { elements: ELEMENTS, children: CHILDREN, lists: LISTS, unset: UNSET, codes: CODES, counts: 'text', forms: true, open: false };
const CALLS: Calls = { argument: '201', before: '301', finished: '301', 'running LMSInitialize': '101', 'finished LMSInitialize': '101' };
const TRANSPORT: Transport = { sends: 'all', refused: NO, unreachable: NO, beacon: 'leaving', beaconLimit: 65536, around: 6, empty: false, closes: 'always' };
/** Neither comes back at the next launch as it was. */
const OF_A_SESSION = ['cmi.core.exit', 'cmi.core.session_time'];
const UNTOUCHED = 'some LMSs complete what is left « not attempted »';

export const STRICT: Profile = {
  kind: 'strict',
  rules: () => RULES,
  calls: CALLS,
  loads: 'once',
  from: 'server',
  transport: TRANSPORT,
  errorText: (code) => GENERAL_TEXTS[code] ?? '',
  open,
  warn: (name, value, running) => warningOf(name, value, { model: running.values, writesGraded: isGraded(running) }),
  warnBatch: (names, running, call) => (call === 'finish' && isUntouched(running) ? UNTOUCHED : orderWarning(names)),
  finish(running) {
    const { values } = running;
    values.set('cmi.core.total_time', sum(String(values.get('cmi.core.total_time') ?? ''), String(values.get('cmi.core.session_time') ?? '')));
    // SCORM 1.2 RTE 3.4.4: with a mastery score the LMS judges, whatever the content said.
    const status = isGraded(running) ? mastered(running) : null;
    if (status !== null) values.set('cmi.core.lesson_status', status);
  },
  // Looking again at finished work changes nothing of it.
  leaves: (_, { options }) => options.mode === 'normal',
  grade: rawGrade,
};

function open({ values, options }: Running): void {
  const resumes = values.get('cmi.core.exit') === 'suspend';
  values.set('cmi.core.entry', resumes ? 'resume' : values.has('cmi.core.lesson_status') ? '' : 'ab-initio');
  OF_A_SESSION.forEach((name) => values.delete(name));
  const { learner, mastery, mode, credit, launchData } = options;
  const given = { student_id: learner.id, student_name: learner.name, lesson_mode: mode, credit: credit && mode === 'normal' ? 'credit' : 'no-credit' };
  Object.entries(given).forEach(([name, value]) => values.set(`cmi.core.${name}`, value));
  values.set('cmi.launch_data', launchData);
  values.set('cmi.student_data.mastery_score', mastery === null ? '' : String(mastery));
  if (!values.has('cmi.core.lesson_status')) values.set('cmi.core.lesson_status', 'not attempted');
  if (!values.has('cmi.core.total_time')) values.set('cmi.core.total_time', '0000:00:00.00');
}

function isGraded({ options }: Running): boolean {
  return options.mode === 'normal' && options.credit;
}

function isUntouched(running: Running): boolean {
  return running.values.get('cmi.core.lesson_status') === 'not attempted' && isGraded(running);
}
