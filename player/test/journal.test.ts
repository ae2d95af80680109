/** What a launch could not store is offered at the next one, to the same learner. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSession } from '../src/core/session';
import type { Session, Store } from '../src/core/types';
import { openLms } from '../src/lms/open';
import { createSim } from '../sim/lms';
import type { Sim } from '../sim/lms';
import { choice, made } from './fixtures';
import { BLOCKED, memoryStore, World } from './world';

const MODULE = made({ pages: [[choice('a')], [], []], graded: [choice('q')] });

async function opened(sim: Sim, world: World): Promise<Session> {
  const session = await createSession(MODULE.data, MODULE.graded, openLms({ API: sim.api }, world, 'essai'), world);
  await world.pass(0);
  return session;
}

/** Whose server always answers the probe. */
class Reached extends World {
  fetchText(): Promise<string> {
    return Promise.resolve('filiere-ok');
  }
}

const answered = (session: Session): unknown => session.state().practice[0]?.answer;
const notices = (session: Session): string[] => session.state().notices.map(({ kind }) => kind);
const type = (session: Session, at: number): void => { session.dispatch({ type: 'answer', target: { practice: 'a' }, answer: { kind: 'pick', at } }); };

/** An answer that the LMS refused until the page was gone. */
async function lost(learner?: { id: string; name: string }): Promise<{ sim: Sim; world: World }> {
  const world = new World(memoryStore());
  const sim = createSim('moodle', learner === undefined ? {} : { learner }, world);
  const session = await opened(sim, world);
  sim.switches.expired = true;
  type(session, 2);
  await world.pass(10000);
  return { sim, world };
}

test('answers that were not transmitted are offered, taken up and stored', async () => {
  const { sim, world } = await lost();
  const next = sim.relaunch();
  const session = await opened(next, world);
  assert.deepEqual([notices(session), answered(session)], [['unsent'], { kind: 'pick', at: null }]);
  session.recover();
  await world.pass(0);
  assert.deepEqual([notices(session), answered(session), session.save().kind], [[], { kind: 'pick', at: 2 }, 'saved']);
  const third = await opened(next.relaunch(), world);
  assert.deepEqual([notices(third).includes('unsent'), answered(third)], [false, { kind: 'pick', at: 2 }]);
});

test('an offer that is not answered is made again; one that is declined is not', async () => {
  const { sim, world } = await lost();
  const second = sim.relaunch();
  await opened(second, world);
  const third = second.relaunch();
  const session = await opened(third, world);
  assert.deepEqual(notices(session), ['unsent']);
  session.dispatch({ type: 'dismiss', kind: 'unsent' });
  type(session, 1);
  await world.pass(10000);
  assert.equal(notices(await opened(third.relaunch(), world)).includes('unsent'), false);
});

test('another learner is offered nothing, and neither is anybody after thirty days', async () => {
  const { world, sim } = await lost();
  const other = createSim('moodle', { learner: { id: 'autre', name: 'Autre, Une' } }, world);
  assert.deepEqual(notices(await opened(other, world)), []);
  await world.pass(31 * 86400000);
  assert.deepEqual(notices(await opened(sim.relaunch(), world)), []);
});

test('what the LMS has already is not counted twice when the rest is taken up', async () => {
  const world = new Reached(memoryStore());
  const sim = createSim('strict', {}, world);
  const session = await opened(sim, world);
  type(session, 1);
  await world.pass(32000);
  type(session, 2);
  session.dispatch({ type: 'check', target: { practice: 'a' } });
  // Stored, and too early to be proved; what comes next dies with the page.
  await world.pass(2500);
  session.dispatch({ type: 'go', to: 1 });
  const again = await opened(sim.relaunch(), world);
  const { tries } = again.state().practice[0] ?? {};
  assert.deepEqual([notices(again).includes('unsent'), tries], [true, 1]);
  again.recover();
  assert.equal(again.state().practice[0]?.tries, 1);
});

test('what is stored leaves nothing in the browser', async () => {
  const store = memoryStore();
  const world = new World(store);
  const session = await opened(createSim('moodle', {}, world), world);
  type(session, 2);
  assert.equal(Array.from(store.kept.keys()).filter((key) => key.startsWith('filiere:journal:')).length, 1);
  await world.pass(10000);
  assert.deepEqual(Array.from(store.kept.values()).filter((text) => text !== ''), []);
});

test('a browser that refuses to keep anything changes nothing', async () => {
  const world = new World(BLOCKED);
  const sim = createSim('moodle', {}, world);
  const session = await opened(sim, world);
  type(session, 2);
  await world.pass(10000);
  assert.deepEqual([session.save().kind, notices(session)], ['saved', []]);
  session.end('pagehide');
  assert.deepEqual(answered(await opened(sim.relaunch(), world)), { kind: 'pick', at: 2 });
});

test('whoever quits in vain is told whether this browser has what the LMS has not', async () => {
  const leave = async (storage: Store, off = false): Promise<unknown> => {
    const world = new Reached(storage);
    const sim = createSim('moodle', {}, world);
    const data = off ? { ...MODULE.data, journal: 'off' as const } : MODULE.data;
    const session = await createSession(data, MODULE.graded, openLms({ API: sim.api }, world, 'essai'), world);
    await world.pass(0);
    type(session, 2);
    sim.switches.expired = true;
    void session.quit();
    await world.pass(3000);
    const { kind, leaving } = session.save();
    sim.switches.expired = false;
    await world.pass(60000);
    return [kind, leaving, session.save().kind, session.save().leaving];
  };
  const expected = (leaving: string): unknown => ['unsaved', leaving, 'ended', undefined];
  assert.deepEqual(await leave(memoryStore()), expected('kept'));
  assert.deepEqual(await leave(BLOCKED), expected('only'));
  assert.deepEqual(await leave(memoryStore(), true), expected('only'));
});

test('on shared computers nothing is kept, whatever the LMS does', async () => {
  const store = memoryStore();
  const world = new World(store);
  const sim = createSim('moodle', {}, world);
  const session = await createSession({ ...MODULE.data, journal: 'off' }, MODULE.graded, openLms({ API: sim.api }, world, 'essai'), world);
  await world.pass(0);
  sim.switches.expired = true;
  type(session, 2);
  await world.pass(60000);
  session.end('pagehide');
  assert.deepEqual([Array.from(store.kept), session.save().kind], [[], 'unsaved']);
});

test('whoever quits with everything stored is free, even if the last word does not arrive', async () => {
  const world = new Reached(memoryStore());
  const sim = createSim('moodle', {}, world);
  const session = await opened(sim, world);
  type(session, 2);
  await world.pass(60000);
  sim.switches.expired = true;
  void session.quit();
  await world.pass(3000);
  assert.deepEqual([session.save().kind, session.save().leaving], ['ended', undefined]);
});

test('what a version that this one does not know could not store stays for it', async () => {
  const { sim, world: gone } = await lost();
  const world = new World(gone.storage);
  const older = { ...MODULE.data, state: { ...MODULE.data.state, hash: 'test-0' } };
  const next = sim.relaunch();
  const session = await createSession(older, MODULE.graded, openLms({ API: next.api }, world, 'essai'), world);
  await world.pass(60000);
  session.end('pagehide');
  assert.deepEqual(notices(await opened(next.relaunch(), world)), ['unsent']);
});

test('work that was kept while the clock was years behind is offered once it is right', async () => {
  const world = new World(memoryStore());
  world.jump(-26 * 365 * 86400000);
  const sim = createSim('moodle', {}, world);
  const session = await opened(sim, world);
  sim.switches.expired = true;
  type(session, 2);
  await world.pass(10000);
  world.jump(26 * 365 * 86400000);
  assert.deepEqual(notices(await opened(sim.relaunch(), world)), ['unsent']);
});
