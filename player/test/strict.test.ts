/** The strict LMS keeps the rules that it is there to keep. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { StrictLms } from '../sim/lms';
import type { SimOptions } from '../sim/types';
import { memoryStore } from './world';

function running(options: Partial<SimOptions> = {}): StrictLms {
  const lms = new StrictLms(options);
  lms.api.LMSInitialize('');
  return lms;
}

function set(lms: StrictLms, name: string, value: string): string {
  return `${lms.api.LMSSetValue(name, value)} ${lms.api.LMSGetLastError()}`;
}

function get(lms: StrictLms, name: string): string {
  return `${lms.api.LMSGetValue(name)} ${lms.api.LMSGetLastError()}`;
}

test('calls keep their order', () => {
  const { api } = new StrictLms();
  const said: string[] = [];
  const say = (value: unknown): void => { said.push(`${String(value)} ${api.LMSGetLastError()}`); };
  say(api.LMSGetValue('cmi.core.entry'));
  say(api.LMSSetValue('cmi.suspend_data', 'x'));
  say(api.LMSCommit(''));
  say(api.LMSFinish(''));
  say(api.LMSInitialize('x'));
  say(api.LMSInitialize(''));
  say(api.LMSInitialize(''));
  say(api.LMSCommit('x'));
  say(api.LMSCommit(''));
  say(api.LMSFinish(''));
  say(api.LMSFinish(''));
  say(api.LMSInitialize(''));
  assert.deepEqual(said, [' 301', 'false 301', 'false 301', 'false 301', 'false 201', 'true 0', 'false 101', 'false 201', 'true 0', 'true 0', 'false 301', 'false 101']);
});

const SETS: [string, string, string][] = [
  ['cmi.core.lesson_status', 'not attempted', '405'],
  ['cmi.core.lesson_status', 'Completed', '405'],
  ['cmi.core.lesson_status', 'incomplete', '0'],
  ['cmi.core.score.raw', '66,7', '405'],
  ['cmi.core.score.raw', '101', '405'],
  ['cmi.core.score.raw', '-1', '405'],
  ['cmi.core.score.raw', '1e2', '405'],
  ['cmi.core.score.raw', '.5', '405'],
  ['cmi.core.score.raw', '66.67', '0'],
  ['cmi.core.session_time', '00:00:05', '405'],
  ['cmi.core.session_time', '0000:00:05.5', '405'],
  ['cmi.core.session_time', 'PT5S', '405'],
  ['cmi.core.session_time', '0000:00:05.50', '0'],
  ['cmi.core.exit', 'normal', '405'],
  ['cmi.core.exit', 'suspend', '0'],
  ['cmi.core.lesson_location', 'x'.repeat(256), '405'],
  ['cmi.suspend_data', 'x'.repeat(4097), '405'],
  ['cmi.suspend_data', 'x'.repeat(4000), '0'],
  ['cmi.core.student_name', 'x', '403'],
  ['cmi.core._children', 'x', '402'],
  ['cmi.objectives._count', '1', '402'],
  ['cmi._version', '1', '402'],
  ['cmi.bogus', 'x', '201'],
  ['cmi.objectives.0.id', 'OBJ 1', '405'],
  ['cmi.objectives.0.id', 'OBJ-é', '405'],
  ['cmi.objectives.1.id', 'gap', '201'],
  ['cmi.objectives.0.id', 'o1', '0'],
  ['cmi.objectives.0.status', 'not attempted', '0'],
  ['cmi.interactions.1.id', 'gap', '201'],
  ['cmi.interactions.0.student_response', 'a', '405'],
  ['cmi.interactions.0.type', 'long-fill-in', '405'],
  ['cmi.interactions.0.type', 'choice', '0'],
  ['cmi.interactions.0.student_response', 'A,B', '405'],
  ['cmi.interactions.0.student_response', 'a,c', '0'],
  ['cmi.interactions.0.correct_responses.1.pattern', 'a', '201'],
  ['cmi.interactions.0.correct_responses.0.pattern', 'a,c', '405'],
  ['cmi.interactions.0.correct_responses.0.pattern', '{a,c}', '0'],
  ['cmi.interactions.0.result', 'incorrect', '405'],
  ['cmi.interactions.0.result', '0.75', '0'],
  ['cmi.interactions.0.time', '24:00:00', '405'],
  ['cmi.interactions.0.time', '23:59:59', '0'],
  ['cmi.interactions.0.weighting', '0.5', '0'],
  ['cmi.interactions.1.type', 'matching', '0'],
  ['cmi.interactions.1.student_response', 'a-1', '405'],
  ['cmi.interactions.1.student_response', 'a.1,b.12', '0'],
  ['cmi.interactions.2.type', 'numeric', '0'],
  ['cmi.interactions.2.student_response', '2,5', '405'],
  ['cmi.interactions.3.type', 'true-false', '0'],
  ['cmi.interactions.3.student_response', 'true', '405'],
  ['cmi.interactions.4.type', 'fill-in', '0'],
  ['cmi.interactions.4.student_response', 'é'.repeat(256), '405'],
  ['cmi.interactions.4.student_response', 'aluminium é 12,5', '0'],
];

test('every value is judged by its type, its list and its access', () => {
  const lms = running();
  assert.deepEqual(SETS.map(([name, value]) => `${name} ${set(lms, name, value)}`), SETS.map(([name, , code]) => `${name} ${code === '0' ? 'true' : 'false'} ${code}`));
});

test('what can be read is read, and what not is refused with its code', () => {
  const lms = running();
  set(lms, 'cmi.interactions.0.id', 'q');
  const names = ['cmi.core.exit', 'cmi.interactions.0.id', 'cmi.core.bogus', 'cmi.interactions._count', 'cmi.objectives._count', 'cmi.core._count', 'cmi.core.entry._children', 'cmi.interactions.1.id', 'cmi._version', 'cmi.core.score._children', 'cmi.core.lesson_status'];
  assert.deepEqual(names.map((name) => get(lms, name)), [' 404', ' 404', ' 201', '1 0', '0 0', ' 203', ' 202', ' 201', '3.4 0', 'raw,min,max 0', 'not attempted 0']);
});

test('what some other LMS would refuse or lose is warned about', () => {
  const lms = running();
  const values: [string, string][] = [['cmi.core.lesson_status', 'passed'], ['cmi.core.score.raw', '50'], ['cmi.core.lesson_status', 'incomplete'], ['cmi.core.score.raw', ''], ['cmi.core.exit', 'logout'], ['cmi.suspend_data', '{"a":1}'], ['cmi.core.lesson_location', 'page é'], ['cmi.interactions.0.id', 'q'], ['cmi.interactions.1.id', 'q']];
  values.forEach(([name, value]) => set(lms, name, value));
  lms.api.LMSCommit('');
  assert.deepEqual(lms.faults().map((call) => [call.args[0]?.replace('cmi.', ''), call.why]), [
    ['core.lesson_status', 'the status goes back'],
    ['core.score.raw', 'an empty score is stored as 0 by some LMSs'],
    ['core.exit', 'the learner may be logged out'],
    ['suspend_data', 'state of more than 4 000 characters, or of characters that some LMSs mangle'],
    ['core.lesson_location', 'location of characters that some LMSs mangle'],
    ['interactions.1.id', 'two interactions have this id'],
    ['', 'a score without a status after it'],
  ]);
});

test('a graded value in a mode that grades nothing is warned about, and review keeps nothing', () => {
  const store = memoryStore();
  const lms = running({ mode: 'review', store });
  set(lms, 'cmi.core.score.raw', '50');
  lms.api.LMSCommit('');
  assert.deepEqual([lms.faults().map((call) => call.why), lms.stored()], [['something graded is written in a mode that grades nothing', 'a score without a status after it'], {}]);
});

test('what was committed is there at the next launch, with its entry and its time', () => {
  const store = memoryStore();
  const first = running({ store });
  ['cmi.core.session_time=0000:01:30.50', 'cmi.core.exit=suspend', 'cmi.core.lesson_status=incomplete', 'cmi.suspend_data=x'].forEach((pair) => set(first, pair.split('=')[0] ?? '', pair.split('=')[1] ?? ''));
  first.api.LMSFinish('');
  const second = running({ store });
  set(second, 'cmi.core.session_time', '0000:00:30.00');
  second.api.LMSFinish('');
  const third = running({ store });
  assert.deepEqual(['entry', 'lesson_status', 'total_time'].map((name) => get(third, `cmi.core.${name}`)), [' 0', 'incomplete 0', '0000:02:00.50 0']);
  assert.equal(get(second, 'cmi.suspend_data'), ' 301');
});

test('a group that the LMS does not have is not implemented', () => {
  const lms = running({ without: ['interactions'] });
  assert.deepEqual([set(lms, 'cmi.interactions.0.id', 'q'), get(lms, 'cmi.interactions._children')], ['false 401', ' 401']);
});

test('with a mastery score the LMS has the last word at the end', () => {
  const store = memoryStore();
  const lms = running({ store, mastery: 60 });
  set(lms, 'cmi.core.score.raw', '40');
  set(lms, 'cmi.core.lesson_status', 'completed');
  lms.api.LMSFinish('');
  assert.equal(lms.stored()['cmi.core.lesson_status'], 'failed');
});
