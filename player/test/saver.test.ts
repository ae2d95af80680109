/** When work is stored, and what the learner is told of it. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSession } from '../src/core/session';
import type { Session } from '../src/core/types';
import { openLms } from '../src/lms/open';
import { StrictLms } from '../sim/lms';
import { choice, made } from './fixtures';
import { launched, memoryStore, START, World } from './world';

const MODULE = made({ pages: [[choice('a')], [], []] });

interface Flaky {
  readonly session: Session;
  readonly world: World;
  readonly commits: number[];
  fails: boolean;
  throws: boolean;
}

/** An LMS whose commits can be made to fail; notes the second of each. */
async function flaky(): Promise<Flaky> {
  const world = new World();
  const sim = new StrictLms({ store: memoryStore() });
  const commits: number[] = [];
  const state = { fails: false, throws: false };
  const LMSCommit = (text: unknown): string => {
    commits.push((world.now() - START) / 1000);
    if (state.throws) throw new Error('NetworkError');
    return state.fails ? 'false' : sim.api.LMSCommit(text);
  };
  const session = await createSession(MODULE.data, [], openLms({ API: { ...sim.api, LMSCommit } }, world, 'k'), world);
  await world.pass(0);
  return Object.assign(state, { session, world, commits });
}

const type = (session: Session, at: number): void => { session.dispatch({ type: 'answer', target: { practice: 'a' }, answer: { kind: 'pick', at } }); };

test('at the launch one commit says that the module is open, in at most twelve calls', async () => {
  const { lms } = await launched(MODULE);
  assert.deepEqual(lms.log.slice(8).map((call) => [call.method, ...call.args]), [['LMSSetValue', 'cmi.core.lesson_status', 'incomplete'], ['LMSSetValue', 'cmi.suspend_data', lms.stored()['cmi.suspend_data']], ['LMSSetValue', 'cmi.core.exit', 'suspend'], ['LMSCommit', '']]);
  assert.equal(lms.log.length, 12);
});

test('a change is stored a second and a half later, once', async () => {
  const { session, world, commits } = await flaky();
  type(session, 1);
  assert.equal(session.save().kind, 'saving');
  await world.pass(1400);
  assert.deepEqual(commits, [0]);
  await world.pass(100);
  await world.pass(60000);
  assert.deepEqual([commits, session.save()], [[0, 1.5], { kind: 'saved', at: START + 1500, detail: '', kept: true, reason: null }]);
});

test('changes that follow each other wait for the last, but no longer than five seconds', async () => {
  const { session, world, commits } = await flaky();
  for (let i = 0; i < 8; i += 1) {
    type(session, i % 4);
    await world.pass(1000);
  }
  await world.pass(5000);
  assert.deepEqual(commits, [0, 5, 8.5]);
});

test('a page turned long after the last commit is stored at once', async () => {
  const { session, world, commits } = await flaky();
  session.dispatch({ type: 'go', to: 1 });
  await world.pass(20000);
  session.dispatch({ type: 'go', to: 2 });
  await world.pass(1);
  assert.deepEqual(commits, [0, 1.5, 20]);
});

test('a hidden page is stored at once, and not when there is nothing to store', async () => {
  const { session, world, commits } = await flaky();
  session.hidden();
  type(session, 1);
  session.hidden();
  await world.pass(10000);
  assert.deepEqual(commits, [0, 0]);
});

test('a failure is said, tried again ever more slowly, and said to be over', async () => {
  const flakyOne = await flaky();
  const { session, world, commits } = flakyOne;
  flakyOne.fails = true;
  type(session, 1);
  await world.pass(1500);
  assert.deepEqual([session.save().kind, session.save().detail], ['unsaved', 'LMSCommit: 0 No error']);
  await world.pass(150000);
  assert.deepEqual(commits, [0, 1.5, 3.5, 7.5, 15.5, 31.5, 63.5, 123.5]);
  flakyOne.fails = false;
  await world.pass(60000);
  assert.equal(session.save().kind, 'saved');
});

test('an LMS that throws is out of reach: nobody refused anything, and it is tried again', async () => {
  const flakyOne = await flaky();
  const { session, world, commits } = flakyOne;
  flakyOne.throws = true;
  type(session, 1);
  await world.pass(1500);
  assert.deepEqual([session.save().kind, session.save().detail], ['lost', 'LMSCommit: throw NetworkError']);
  flakyOne.throws = false;
  flakyOne.fails = true;
  await world.pass(2000);
  assert.equal(session.save().kind, 'unsaved', 'it is back, and says no');
  flakyOne.fails = false;
  await world.pass(4000);
  assert.deepEqual([session.save().kind, commits], ['saved', [0, 1.5, 3.5, 7.5, 7.5]]);
});

test('what changes during a failure is stored with the rest', async () => {
  const flakyOne = await flaky();
  const { session, world, commits } = flakyOne;
  flakyOne.fails = true;
  type(session, 1);
  await world.pass(3500);
  type(session, 2);
  flakyOne.fails = false;
  await world.pass(6000);
  // A change during a failure does not hasten the next try, which has two halves.
  assert.deepEqual([commits, session.save().kind], [[0, 1.5, 3.5, 7.5, 7.5], 'saved']);
});

test('views are told when the save status changes', async () => {
  const { session, world } = await flaky();
  const kinds: string[] = [];
  session.subscribe(() => kinds.push(session.save().kind));
  type(session, 1);
  await world.pass(1500);
  session.end('pagehide');
  session.end('button');
  assert.deepEqual(kinds, ['saving', 'saved', 'ended']);
});

for (const mode of ['review', 'browse'] as const) {
  test(`in ${mode} mode nothing at all is written, and everything works`, async () => {
    const { session, lms, world } = await launched(made({ pages: [[choice('a')]], graded: [choice('q1')] }), { mode });
    session.dispatch({ type: 'answer', target: { practice: 'a' }, answer: { kind: 'pick', at: 0 } });
    session.dispatch({ type: 'check', target: { practice: 'a' } });
    session.dispatch({ type: 'start' });
    session.dispatch({ type: 'submit' });
    await world.pass(10000);
    session.hidden();
    session.end('pagehide');
    const written = lms.log.filter((call) => call.method === 'LMSSetValue' || call.method === 'LMSCommit');
    assert.deepEqual([written, session.save().kind, session.state().assessment?.phase, lms.faults()], [[], 'readonly', 'result', []]);
  });
}

test('without credit the state is kept and nothing graded is written', async () => {
  const { session, lms, world } = await launched(made({ pages: [[choice('a')]], graded: [choice('q1')] }), { credit: false });
  session.dispatch({ type: 'answer', target: { practice: 'a' }, answer: { kind: 'pick', at: 0 } });
  session.dispatch({ type: 'check', target: { practice: 'a' } });
  session.dispatch({ type: 'start' });
  session.dispatch({ type: 'answer', target: { attempt: 0 }, answer: { kind: 'pick', at: 0 } });
  session.dispatch({ type: 'submit' });
  await world.pass(10000);
  session.end('pagehide');
  const written = new Set(lms.log.filter((call) => call.method === 'LMSSetValue').map((call) => call.args[0]));
  assert.deepEqual([Array.from(written).sort(), lms.faults()], [['cmi.core.exit', 'cmi.core.lesson_location', 'cmi.core.session_time', 'cmi.suspend_data'], []]);
});

test('a computer clock set back a day changes nothing of when work is stored', async () => {
  const flakyOne = await flaky();
  const { session, world, commits } = flakyOne;
  flakyOne.fails = true;
  type(session, 1);
  await world.pass(1500);
  world.jump(-86400000);
  await world.pass(2000);
  flakyOne.fails = false;
  await world.pass(4000);
  assert.deepEqual([session.save().kind, commits.map((at) => (at < 0 ? at + 86400 : at))], ['saved', [0, 1.5, 3.5, 7.5, 7.5]]);
  world.jump(-3600000);
  type(session, 2);
  await world.pass(1500);
  await world.pass(20000);
  session.dispatch({ type: 'go', to: 1 });
  await world.pass(1);
  assert.deepEqual([session.save().kind, commits.length], ['saved', 7]);
});

test('what a lost timer was to store is stored within a minute, and nothing beats when all is stored', async () => {
  const { session, world, commits } = await flaky();
  const { setTimer } = world;
  let timers = 0;
  world.setTimer = (run, milliseconds) => { timers += 1; return milliseconds < 5000 ? 0 : setTimer.call(world, run, milliseconds); };
  type(session, 1);
  await world.pass(59000);
  assert.deepEqual([commits, session.save().kind], [[0], 'saving']);
  await world.pass(1000);
  assert.deepEqual([commits, session.save().kind], [[0, 60], 'saved']);
  await world.pass(120000);
  const asked = timers;
  await world.pass(3600000);
  assert.deepEqual([commits.length, timers], [2, asked]);
});

test('a view that throws keeps nothing from being stored, and what it threw is not hushed up', async () => {
  const flakyOne = await flaky();
  const { session, world, commits } = flakyOne;
  let seen = 0;
  const end = session.subscribe(() => { if (session.save().detail !== '') throw new Error('a view'); });
  session.subscribe(() => { seen += 1; });
  flakyOne.fails = true;
  const thrown = async (milliseconds: number): Promise<string> => world.pass(milliseconds).then(() => '', (error: unknown) => String(error));
  type(session, 1);
  assert.match(await thrown(2000), /a view/u);
  for (let i = 0; i < 20; i += 1) await thrown(100);
  end();
  flakyOne.fails = false;
  await world.pass(60000);
  assert.deepEqual([session.save().kind, commits.slice(0, 2), seen > 2], ['saved', [0, 1.5], true]);
});
