/**
 * The SCORM xblock of Open edX: every call is answered « true » and « 0 », each value goes out by
 * itself and nobody waits for it, reading gives the copy that the page was loaded with, without
 * status, score and mode; a grade is published when a status comes.
 */

import type { Codes, ModelRules } from '../model';
import { YES } from '../profile';
import type { Arrived, Profile, Running, Transport } from '../profile';
import type { Value } from '../types';

const CODES: Codes = { unknownRead: '0', unknownWrite: '0', keyword: '0', noKeyword: '0', absent: '0', gap: '0', gappy: [], childless: 'none', countless: 'none' };
const RULES: ModelRules = { elements: {}, children: {}, lists: [], unset: {}, codes: CODES, counts: 'text', forms: false, open: true };
const TRANSPORT: Transport = { sends: 'each', refused: YES, unreachable: YES, beacon: 'never', beaconLimit: 0, empty: false, closes: 'always' };
/** What the page says it must ask the server for, and then forgets to return. */
const UNREAD = ['cmi.core.lesson_status', 'cmi.completion_status', 'cmi.success_status', 'cmi.core.score.raw', 'cmi.score.raw', 'cmi.score.scaled', 'cmi.mode', 'cmi.core.lesson_mode'];
/** Fields of the block beside the values of the content. */
const SCORE = 'xblock.lesson_score';
const SUCCESS = 'xblock.success_status';
const COMPLETION = 'xblock.lesson_status';
const GRADE = 'xblock.grade';

export const OPENEDX: Profile = {
  kind: 'openedx',
  rules: () => RULES,
  calls: {},
  loads: 'once',
  from: 'server',
  transport: TRANSPORT,
  errorText: () => 'Some error',
  open: () => undefined,
  get: (name, running) => ({ value: read(name, running), error: '0', why: '' }),
  finish: () => undefined,
  leaves: () => false,
  accept,
  grade: (stored) => (stored.has(GRADE) ? Number(stored.get(GRADE)) : null),
};

function read(name: string, { stored, options }: Running): Value {
  if (name === 'cmi.core.student_id') return options.learner.id;
  if (name === 'cmi.core.student_name') return options.learner.name;
  return UNREAD.includes(name) ? '' : stored.get(name) ?? '';
}

/** Passed and failed complete; a failed block has no points, whatever its score. */
function accept({ name, value, stored }: Arrived): string | null {
  const wasCompleted = stored.get(COMPLETION) === 'completed';
  const text = String(value);
  const judged = name === 'cmi.core.lesson_status' && (text === 'passed' || text === 'failed');
  const completes = judged || (name === 'cmi.core.lesson_status' && text === 'completed');
  if (name === 'cmi.core.score.raw') {
    if (text.trim() === '' || !(Number(text) >= 0)) return 'not a number of 0 or more';
    stored.set(SCORE, Number(text));
  }
  if (judged) stored.set(SUCCESS, text);
  if (completes) stored.set(COMPLETION, 'completed');
  if (name === 'cmi.core.lesson_status' && text === 'incomplete') stored.set(COMPLETION, text);
  const rescored = wasCompleted && name === 'cmi.core.score.raw' && Number(text) > 0;
  if (completes || rescored) stored.set(GRADE, stored.get(SUCCESS) === 'failed' ? 0 : Number(stored.get(SCORE) ?? 0));
  return null;
}
