/**
 * ILIAS: forgets what it had to send before it sends it, swallows scores and statuses without
 * credit, opens finished work in review, and keeps a session open whose LMSFinish failed.
 */

import { LISTS } from '../elements';
import type { Codes, ModelRules } from '../model';
import { GENERAL_TEXTS, mastered, NO, rawGrade } from '../profile';
import type { Calls, Profile, Running, Transport } from '../profile';
import { sum } from '../timespan';
import { ILIAS_CHILDREN, ILIAS_ELEMENTS, ILIAS_UNCHECKED, ILIAS_UNSET } from './ilias-elements';

const CODES: Codes = { unknownRead: '201', unknownWrite: '201', keyword: '402', noKeyword: '402', absent: '0', gap: '201', gappy: [], childless: 'all', countless: 'all' };
const CHECKED: ModelRules = { elements: ILIAS_ELEMENTS, children: ILIAS_CHILDREN, lists: LISTS, unset: ILIAS_UNSET, codes: CODES, counts: 'text', forms: false, open: false };
const UNCHECKED: ModelRules = { ...CHECKED, elements: ILIAS_UNCHECKED };
const CALLS: Calls = { argument: '201', before: '301', finished: '301', 'running LMSInitialize': '101' };
const TRANSPORT: Transport = { sends: 'touched', refused: NO, unreachable: NO, beacon: 'never', beaconLimit: 0, empty: false, closes: 'stored' };
const STATUS = 'cmi.core.lesson_status';

export const ILIAS: Profile = {
  kind: 'ilias',
  rules: ({ checksValues }) => (checksValues ? CHECKED : UNCHECKED),
  calls: CALLS,
  loads: 'opened',
  from: 'sent',
  transport: TRANSPORT,
  errorText: (code) => GENERAL_TEXTS[code] ?? 'error',
  restores: (name, { readsInteractions }) => readsInteractions || !name.startsWith('cmi.interactions.'),
  open,
  swallows: (name, { values }) => (values.get('cmi.core.credit') !== 'credit' && /score|status/u.test(name) ? 'without credit, scores and statuses are forgotten' : null),
  wasSet,
  finish,
  leaves: (_, { options }) => options.mode !== 'browse',
  grade: rawGrade,
};

function open(running: Running): void {
  const { values, facts, set, options, settings } = running;
  const exit = values.get('cmi.core.exit');
  const fresh = exit === undefined && values.get('cmi.core.entry') === undefined;
  const over = ['completed', 'passed'].includes(String(values.get(STATUS) ?? '')) || values.get('cmi.core.lesson_mode') === 'review';
  const reviews = settings.autoReview && over;
  const mode = reviews ? 'review' : options.mode;
  facts.set('cmi.core.entry', reviews ? '' : fresh ? 'ab-initio' : exit === 'suspend' ? 'resume' : '');
  facts.set('cmi.core.total_time', values.get('cmi.core.total_time') ?? '00:00:00');
  set('cmi.core.entry', exit === 'suspend' && !reviews ? 'resume' : '');
  set('cmi.core.lesson_mode', mode);
  set('cmi.core.credit', options.credit && mode === 'normal' ? 'credit' : 'no-credit');
  values.set('cmi.core.student_id', options.learner.id);
  values.set('cmi.core.student_name', options.learner.name);
  values.set('cmi.launch_data', options.launchData);
  values.set('cmi.student_data.mastery_score', options.mastery === null ? '' : String(options.mastery));
}

/** The time grows with each session_time; the way out says how the next entry will be. */
function wasSet(name: string, value: string, { facts, set }: Running): void {
  if (name === 'cmi.core.session_time') set('cmi.core.total_time', sum(String(facts.get('cmi.core.total_time') ?? ''), value));
  if (name === 'cmi.core.exit') set('cmi.core.entry', value === 'suspend' ? 'resume' : '');
}

/** The mastery score judges only what is completed. */
function finish(running: Running): void {
  const { values, set } = running;
  if ((values.get(STATUS) ?? 'not attempted') === 'not attempted') set(STATUS, 'completed');
  const judged = values.get(STATUS) === 'completed' ? mastered(running) : null;
  if (judged !== null) set(STATUS, judged);
}
