/** The probe matrix: calls that were made to real LMSs, with what each answered. */

const CORE = 'student_id,student_name,lesson_location,credit,lesson_status,entry,score,total_time,lesson_mode,exit,session_time';
const CHAMILO_CORE = 'entry, exit, lesson_status, student_id, student_name, lesson_location, total_time, credit, lesson_mode, score, session_time';

/** The five columns of the matrix. Open edX, which answers « true » to all, needs none. */
export const COLUMNS = ['strict', 'moodle', 'moodle in standards mode', 'ilias', 'chamilo'] as const;

/** yes: true/0. type: 405. name: 201. none: 401. read: 403. word: 402. */
const ANSWERS: Readonly<Record<string, string>> = { yes: 'true/0', type: 'false/405', name: 'false/201', none: 'false/401', read: 'false/403', word: 'false/402' };

export interface Probe {
  /** After `cmi.` */
  readonly element: string;
  readonly value: string;
  /** Return/error of each column. */
  readonly answers: readonly string[];
}

const x = (count: number): string => 'x'.repeat(count);

const MATRIX: readonly (readonly [element: string, value: string, answers: string])[] = [
  ['core.lesson_location', 'é'.repeat(255), 'yes yes yes yes yes'],
  ['core.lesson_location', x(256), 'type yes type type yes'],
  ['suspend_data', x(4096), 'yes yes yes yes yes'],
  ['suspend_data', x(4097), 'type yes type type yes'],
  ['suspend_data', x(64000), 'type yes type type yes'],
  ['suspend_data', x(64001), 'type type type type yes'],
  ['suspend_data', 'a\nb😀é', 'yes yes yes yes yes'],
  ['core.score.raw', '66.6667', 'type yes yes yes yes'],
  ['core.score.raw', '66,7', 'type type type type yes'],
  ['core.score.raw', '100.0', 'type yes yes yes yes'],
  ['core.score.raw', '101', 'type type type type yes'],
  ['core.score.raw', '-1', 'type type type type yes'],
  ['core.score.raw', '1e2', 'type yes yes type yes'],
  ['core.score.raw', '', 'yes yes yes yes yes'],
  ['core.lesson_status', 'not attempted', 'type type type type yes'],
  ['core.lesson_status', 'Completed', 'type type type type yes'],
  ['core.exit', 'logout', 'yes yes yes yes yes'],
  ['core.exit', '', 'yes yes yes yes yes'],
  ['core.session_time', '0000:00:05.5', 'type yes yes yes yes'],
  ['core.session_time', '00:00:05', 'type yes yes yes yes'],
  ['core.session_time', '0:00:05', 'type type type type yes'],
  ['core.session_time', '10000:00:05', 'type type type type yes'],
  ['core.session_time', '00:00:05.123', 'type type type type yes'],
  ['core.session_time', 'PT5S', 'type type type type yes'],
  ['objectives.0.id', 'OBJ 1', 'type type type type yes'],
  ['objectives.0.id', 'OBJ-é', 'type type type type yes'],
  ['objectives.0.id', 'mod-01.obj_1', 'type yes yes yes yes'],
  ['objectives.0.status', 'not attempted', 'yes yes yes yes yes'],
  ['objectives.0.score.raw', '50', 'yes yes yes yes yes'],
  ['objectives.2.id', 'gap', 'name name name name name'],
  ['interactions.0.id', 'Q 1', 'type type type type yes'],
  ['interactions.0.type', 'long-fill-in', 'type type type type yes'],
  ['interactions.0.type', 'choice', 'yes yes yes yes yes'],
  ['interactions.0.student_response', 'aluminium é 12,5', 'type yes yes yes yes'],
  ['interactions.0.student_response', x(256), 'type yes type type yes'],
  ['interactions.0.result', 'incorrect', 'type type type type yes'],
  ['interactions.0.result', 'wrong', 'yes yes yes yes yes'],
  ['interactions.0.result', '0.75', 'yes yes yes yes yes'],
  ['interactions.0.time', '24:00:00', 'type yes yes yes yes'],
  ['interactions.0.latency', '00:00:05.25', 'type yes yes yes yes'],
  ['interactions.0.weighting', '0.5', 'yes yes yes yes yes'],
  ['interactions.5.id', 'gap', 'name name name name yes'],
  ['student_preference.language', 'fr-CA', 'yes yes yes yes none'],
  ['comments', 'c1', 'yes yes yes yes none'],
  ['core.student_name', 'x', 'read read read read read'],
  ['bogus', 'x', 'name name name name none'],
  ['core._children', 'x', 'word word word word none'],
];

export const PROBES: readonly Probe[] = MATRIX.map(([element, value, words]) => ({ element, value, answers: words.split(' ').map((word) => ANSWERS[word] ?? word) }));

/** What is read of names after the matrix was written, in the same columns but for « standards mode », then in Open edX. */
const NAMES: readonly (readonly [element: string, strict: string, moodle: string, ilias: string, chamilo: string, openedx: string])[] = [
  ['core.exit', '/404', '/404', '/404', '/404', '/0'],
  ['core.bogus', '/201', '/201', '/201', '/201', '/0'],
  ['bogus', '/201', '/201', '/201', '/201', '/0'],
  ['interactions._count', '1/0', '1/0', '1/0', '6/0', '/0'],
  ['objectives._count', '1/0', '1/0', '1/0', '1/0', '/0'],
  ['interactions.0.id', '/404', '/404', '/404', '/201', '/0'],
  ['core._count', '/203', '/201', '/203', '/201', '/0'],
  ['core.entry._children', '/202', '/202', '/202', '/201', '/0'],
  ['core.entry._count', '/203', '/203', '/203', '/201', '/0'],
  ['bogus._children', '/201', '/201', '/202', '/201', '/0'],
  ['_version', '3.4/0', '3.4/0', '3.4/0', '/201', '/0'],
  ['core._children', `${CORE}/0`, `${CORE}/0`, `${CORE}/0`, `${CHAMILO_CORE}/0`, '/0'],
  ['core.score._children', 'raw,min,max/0', 'raw,min,max/0', 'raw,min,max/0', 'raw,min,max/0', '/0'],
  ['comments', 'c1/0', 'c1/0', 'c1/0', '/401', '/0'],
  ['student_preference.audio', '/0', '/0', '0/0', '/401', '/0'],
  ['objectives.9.id', '/201', '/0', '/0', '/0', '/0'],
  ['objectives.9.status', '/201', '/0', 'not attempted/0', 'not attempted/0', '/0'],
];

export const READINGS = {
  names: NAMES.map(([name]) => name),
  strict: NAMES.map(([, answer]) => answer),
  moodle: NAMES.map(([, , answer]) => answer),
  ilias: NAMES.map(([, , , answer]) => answer),
  chamilo: NAMES.map(([, , , , answer]) => answer),
  openedx: NAMES.map(([, , , , , answer]) => answer),
};

/** What else Moodle was seen to accept and refuse: value, then error code. */
export const SEEN: readonly (readonly [element: string, values: readonly string[], code: string])[] = [
  ['core.lesson_status', ['passed', 'completed', 'failed', 'incomplete', 'browsed'], '0'],
  ['core.lesson_status', ['PASSED', 'passed ', 'not attempted'], '405'],
  ['core.exit', ['', 'suspend', 'logout', 'time-out'], '0'],
  ['core.exit', ['normal'], '405'],
  ['core.score.min', ['0', '100', '33.333333333'], '0'],
  ['core.score.max', ['-1', '100.01', '85,5', '1234'], '405'],
  ['core.session_time', ['00:99:99', '0000:00:00.00', '00:00:01x5'], '0'],
  ['core.session_time', ['0:00:01', '00:00:01.123', 'PT1S'], '405'],
  ['interactions.0.time', ['23:59:59', '29:59:59.25'], '0'],
  ['interactions.0.time', ['2026-11-23', '11:12:13Z', '1:11:12', '11:12:13.123', '30:00:00'], '405'],
  ['interactions.0.type', ['true-false', 'choice', 'fill-in', 'matching', 'performance', 'sequencing', 'likert', 'numeric'], '0'],
  ['interactions.0.type', ['other', 'long-fill-in'], '405'],
  ['interactions.0.result', ['correct', 'wrong', 'unanticipated', 'neutral', '-1', '1234', 'x5', ''], '0'],
  ['interactions.0.result', ['incorrect', 'partial'], '405'],
  ['interactions.0.weighting', ['-100', '100', '0.5'], '0'],
  ['interactions.0.weighting', ['-101', '100.5'], '405'],
  ['interactions.0.id', ['!~', 'Q12-3'], '0'],
  ['interactions.0.objectives.0.id', ['o1'], '0'],
  ['interactions.0.objectives.0.id', ['o 1', 'é'], '405'],
  ['interactions.0.correct_responses.0.pattern', ['{a,c}', 'n’importe quoi'], '0'],
  ['objectives.0.id', ['o1'], '0'],
  ['objectives.0.status', ['passed', 'completed', 'failed', 'incomplete', 'browsed', 'not attempted'], '0'],
  ['objectives.0.status', ['unknown'], '405'],
  ['foo', ['x'], '201'],
  ['interactions.0.description', ['x'], '201'],
  ['interactions._count', ['3'], '402'],
  ['core.total_time', ['00:00:01'], '403'],
  ['core.entry', ['resume'], '403'],
];
