/** Which part of a session counts as the learner's time. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Activity } from '../src/core/activity';
import { openLms } from '../src/lms/open';
import { createSession } from '../src/core/session';
import { StrictLms } from '../sim/lms';
import { choice, made } from './fixtures';
import { launched, memoryStore, World } from './world';

const MINUTE = 60000;

function counting(counts?: 'wall'): { activity: Activity; pass(minutes: number): void } {
  let time = 0;
  return { activity: new Activity({ passed: () => time }, counts), pass: (minutes) => { time += minutes * MINUTE; } };
}

const minutes = (activity: Activity): number => activity.spent() / MINUTE;

test('ten minutes without a gesture count, the eleventh does not, the next gesture counts on', () => {
  const { activity, pass } = counting();
  pass(9);
  activity.moved();
  pass(10);
  assert.equal(minutes(activity), 19);
  pass(30);
  assert.equal(minutes(activity), 19);
  activity.moved();
  pass(2);
  assert.equal(minutes(activity), 21);
});

test('a hidden page counts for a minute, however often it is said to be hidden, and whatever moves in it', () => {
  const { activity, pass } = counting();
  pass(1);
  activity.seen(false);
  pass(0.5);
  activity.seen(false);
  activity.moved();
  assert.equal(minutes(activity), 1.5);
  pass(5);
  assert.equal(minutes(activity), 2);
  activity.seen(true);
  pass(3);
  assert.equal(minutes(activity), 5);
});

test('a page shown for an instant may be hidden for another minute', () => {
  const { activity, pass } = counting();
  activity.seen(false);
  pass(5);
  activity.seen(true);
  activity.seen(false);
  pass(5);
  assert.equal(minutes(activity), 2);
});

test('the time of a sleep counts for ten minutes at most', () => {
  const { activity, pass } = counting();
  pass(100000);
  assert.equal(minutes(activity), 10);
});

test('a module may ask for all the time since the launch', () => {
  const { activity, pass } = counting('wall');
  activity.seen(false);
  pass(90);
  assert.equal(minutes(activity), 90);
});

const MODULE = made({ pages: [[choice('a')], []] });

/** What the LMS has for a learner who reads for four minutes, looks elsewhere for an hour, and leaves. */
async function told(time?: 'wall'): Promise<unknown> {
  const { session, lms, world } = await launched({ ...MODULE, data: { ...MODULE.data, ...(time === undefined ? {} : { time }) } });
  await world.pass(4 * MINUTE);
  session.activity.seen(false);
  session.hidden();
  await world.pass(60 * MINUTE);
  session.end('pagehide');
  return lms.stored()['cmi.core.session_time'];
}

test('the LMS is told the time of activity, or all of it where the module asks so', async () => {
  assert.deepEqual([await told(), await told('wall')], ['0000:05:00.00', '0001:04:00.00']);
});

test('a clock that is set back or forward changes nothing', async () => {
  const { session, lms, world } = await launched(MODULE);
  await world.pass(MINUTE);
  world.jump(-60 * MINUTE);
  await world.pass(MINUTE);
  world.jump(90 * MINUTE);
  session.end('pagehide');
  assert.equal(lms.stored()['cmi.core.session_time'], '0000:02:00.00');
});

test('the time that an answer took is the time of activity too', async () => {
  const world = new World();
  const lms = new StrictLms({ store: memoryStore() });
  const session = await createSession(MODULE.data, [], openLms({ API: lms.api }, world, 'k'), world);
  session.activity.seen(false);
  await world.pass(10 * MINUTE);
  session.activity.seen(true);
  await world.pass(1000);
  session.dispatch({ type: 'answer', target: { practice: 'a' }, answer: { kind: 'pick', at: 0 } });
  session.dispatch({ type: 'check', target: { practice: 'a' } });
  session.end('pagehide');
  assert.equal(lms.stored()['cmi.interactions.0.latency'], '0000:01:01.00');
});
