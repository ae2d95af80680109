/** What an LMS must hold after a made-up learner's work, from the module's data and SCORM 1.2 alone. */

import assert from 'node:assert/strict';
import type { PlayerData, Question } from '../../../player/src/data';
import { decimal, earned, expected } from './given';
import type { Given } from './given';

/** One answer that was checked on a page, or sent in an attempt. */
export interface Done {
  readonly question: Question;
  readonly given: Given | null;
  /** `p1`: first try on a page; `2`: second attempt. */
  readonly occasion: string;
}

/** Everything that the learner did so far. */
export interface Work {
  readonly data: PlayerData;
  readonly location: string;
  /** Whether there is anything to remember. */
  readonly began: boolean;
  readonly pagesDone: boolean;
  /** How many pages are done. */
  readonly pagesRead: number;
  /** In the order of their reporting. */
  readonly done: readonly Done[];
  /** Questions of each attempt that was sent. */
  readonly attempts: readonly (readonly Done[])[];
}

const FORMS: readonly (readonly [RegExp, RegExp, string])[] = [
  [/^cmi\.interactions\.\d+\.time$/u, /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d\d?)?$/u, '(time)'],
  [/^cmi\.(core\.session_time|interactions\.\d+\.latency)$/u, /^\d{2,4}:[0-5]\d:[0-5]\d(\.\d\d?)?$/u, '(span)'],
  [/^cmi\.suspend_data$/u, /^1\.[\w-]{6}\.[0-9a-z]{1,6}\.[\w-]+\.[\w-]{4}$/u, '(state)'],
];
/** The LMS's own, and groups that content leaves alone. */
const FOREIGN = /^cmi\.(core\.(student_id|student_name|credit|entry|lesson_mode|total_time)|launch_data|comments|comments_from_lms|student_data\..*|student_preference\..*)$/u;

/** Of a record: what the content wrote, times and state replaced by their form once it is right. */
export function written(record: ReadonlyMap<string, string>): Record<string, string> {
  const known = Array.from(record).filter(([name, value]) => !FOREIGN.test(name) && value !== '' && !isDefault(name, record));
  return sorted(known.map(([name, value]) => {
    const form = FORMS.find(([place]) => place.test(name));
    if (form === undefined) return [name, value];
    assert.match(value, form[1], name);
    if (form[2] === '(state)') assert.ok(value.length <= 4000);
    return [name, form[2]];
  }));
}

/** SCORM 1.2 RTE 3.4.4: a maximum of 100 stands before any score. */
function isDefault(name: string, record: ReadonlyMap<string, string>): boolean {
  return name.endsWith('score.max') && (record.get(name.replace(/max$/u, 'raw')) ?? '') === '';
}

/** The same, as it must be. */
export function due(work: Work): Record<string, string> {
  const { status, score } = judged(work);
  const core: [string, string][] = [
    ['cmi.core.lesson_location', work.location],
    ['cmi.core.lesson_status', status],
    ['cmi.core.exit', 'suspend'],
    ['cmi.core.session_time', '(span)'],
    ['cmi.suspend_data', '(state)'],
    ...(score === null ? [] : scored('cmi.core', score)),
  ];
  return sorted([...core, ...objectives(work), ...work.done.flatMap(records).flatMap((record, i) => record(i))]);
}

/** Per cent of an attempt. */
export function percentOf(attempt: readonly Done[]): number {
  const points = attempt.reduce((sum, { question, given }) => sum + question.points * (given === null ? 0 : earned(question, given)), 0);
  return (points / attempt.reduce((sum, { question }) => sum + question.points, 0)) * 100;
}

/** Table 1.6 of the rules we keep, for a grade that is the best attempt's. */
export function judged({ data, attempts, pagesDone }: Work): { status: string; score: number | null } {
  const { assessment, completion } = data;
  if (assessment === null || completion === 'pages') return pagesDone ? { status: 'completed', score: 100 } : { status: 'incomplete', score: null };
  if (attempts.length === 0) return { status: 'incomplete', score: null };
  assert.equal(assessment.grading, 'best');
  const score = Math.max(...attempts.map(percentOf));
  if (score >= assessment.pass) return { status: completion === 'both' && !pagesDone ? 'incomplete' : 'passed', score };
  return { status: attempts.length === assessment.attempts ? 'failed' : 'incomplete', score };
}

/** As the best attempt leaves them; of two as good, the later one. */
function objectives({ data, attempts }: Work): [string, string][] {
  const best = attempts.reduce<readonly Done[] | null>((kept, one) => (kept === null || percentOf(one) >= percentOf(kept) ? one : kept), null);
  if (best === null) return [];
  return data.objectives.flatMap(({ id }, i) => {
    const place = `cmi.objectives.${String(i)}`;
    const own = best.filter(({ question }) => question.objective === id);
    if (own.length === 0) return [[`${place}.id`, id] as [string, string]];
    const score = percentOf(own);
    return [[`${place}.id`, id], ...scored(place, score), [`${place}.status`, score >= (data.assessment?.pass ?? 0) ? 'passed' : 'failed']] as [string, string][];
  });
}

function scored(place: string, score: number): [string, string][] {
  return [[`${place}.score.raw`, decimal(score)], [`${place}.score.min`, '0'], [`${place}.score.max`, '100']];
}

/** One a question, one a blank; none without an answer. */
function records({ question, given, occasion }: Done): ((i: number) => [string, string][])[] {
  if (given === null) return [];
  return expected(question, given).map((one) => (i: number): [string, string][] => {
    const place = `cmi.interactions.${String(i)}`;
    const id = [question.id, ...(one.blank === '' ? [] : [one.blank]), '0', occasion].join('_');
    return [
      [`${place}.id`, id],
      [`${place}.type`, one.type],
      [`${place}.time`, '(time)'],
      [`${place}.weighting`, one.weighting],
      [`${place}.result`, one.result],
      ...one.patterns.map((pattern, n): [string, string] => [`${place}.correct_responses.${String(n)}.pattern`, pattern]),
      ...(one.response === '' ? [] : [[`${place}.student_response`, one.response] as [string, string]]),
      ...(question.objective === null ? [] : [[`${place}.objectives.0.id`, question.objective] as [string, string]]),
      [`${place}.latency`, '(span)'],
    ];
  });
}

function sorted(entries: readonly (readonly [string, string])[]): Record<string, string> {
  return Object.fromEntries(Array.from(entries).sort(([a], [b]) => (a < b ? -1 : 1)));
}
