/** What comes back of work that a launch could not store: answers, their records, each once. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSession } from '../src/core/session';
import type { Session } from '../src/core/types';
import { openLms } from '../src/lms/open';
import { createSim } from '../sim/lms';
import type { Sim } from '../sim/lms';
import type { Settings } from '../sim/types';
import { choice, made } from './fixtures';
import { BLOCKED, memoryStore, World } from './world';

const MODULE = made({ pages: [[choice('a'), choice('b')], []], graded: [choice('q'), choice('r')], objectives: [] });

/** Whose server answers the probe, until it is told not to. */
class Browser extends World {
  answer: () => Promise<string> = () => Promise.resolve('filiere-ok');

  fetchText(): Promise<string> {
    return this.answer();
  }
}

async function opened(sim: Sim, world: World): Promise<Session> {
  const session = await createSession(MODULE.data, MODULE.graded, openLms({ API: sim.api }, world, 'essai'), world);
  await world.pass(1);
  return session;
}

async function moodle(settings: Partial<Settings> = {}, store = memoryStore()): Promise<{ sim: Sim; world: Browser; session: Session }> {
  const world = new Browser(store);
  const sim = createSim('moodle', { settings: { scormStandard: true, ...settings } }, world);
  return { sim, world, session: await opened(sim, world) };
}

function check(session: Session, practice: string, at: number): void {
  session.dispatch({ type: 'retry', practice });
  session.dispatch({ type: 'answer', target: { practice }, answer: { kind: 'pick', at } });
  session.dispatch({ type: 'check', target: { practice } });
}

function hand(session: Session): void {
  session.dispatch({ type: 'start' });
  for (const attempt of [0, 1]) session.dispatch({ type: 'answer', target: { attempt }, answer: { kind: 'pick', at: 0 } });
  session.dispatch({ type: 'submit' });
}

const offers = (session: Session): boolean => session.state().notices.some(({ kind }) => kind === 'unsent');
const kept = (world: World): number => [...(world.storage as ReturnType<typeof memoryStore>).kept].filter(([key, text]) => key.startsWith('filiere:journal:') && text !== '').length;

/** « id response », in the order of their places. */
function records(sim: Sim): string[] {
  const stored = sim.server.stored();
  const places = Object.keys(stored).flatMap((name) => /^cmi\.interactions\.(\d+)\.id$/u.exec(name)?.[1] ?? []).map(Number).sort((a, b) => a - b);
  assert.deepEqual(places, places.map((_, i) => i));
  return places.map((i) => ['id', 'student_response'].map((part) => String(stored[`cmi.interactions.${String(i)}.${part}`])).join(' '));
}

test('answers that never arrived come back with their records, which have their place', async () => {
  const { sim, world, session } = await moodle();
  check(session, 'a', 1);
  await world.pass(40000);
  sim.switches.expired = true;
  check(session, 'a', 2);
  hand(session);
  await world.pass(10000);
  assert.deepEqual([records(sim), session.save().kind], [['a_0_p1 b'], 'unsaved']);
  session.end('pagehide');
  const next = sim.relaunch();
  const again = await opened(next, world);
  again.recover();
  await world.pass(40000);
  check(again, 'b', 3);
  await world.pass(40000);
  assert.deepEqual(records(next), ['a_0_p1 b', 'a_0_p2 c', 'q_0_1 a', 'r_0_1 a', 'b_0_p1 d']);
  const { 'cmi.core.lesson_status': status, 'cmi.core.score.raw': score } = next.server.stored();
  assert.deepEqual([status, score, again.save().kind, kept(world)], ['passed', '100', 'saved', 0]);
});

test('a record that was stored and not proved is not recorded twice', async () => {
  const { sim, world, session } = await moodle();
  check(session, 'a', 1);
  await world.pass(2000);
  check(session, 'b', 2);
  const next = sim.relaunch();
  const again = await opened(next, world);
  again.recover();
  await world.pass(2000);
  assert.deepEqual([records(next), again.state().practice.map(({ tries }) => tries)], [['a_0_p1 b', 'b_0_p1 c'], [1, 1]]);
});

test('what the learner answers before taking up the rest stays, and so does the rest', async () => {
  const { sim, world, session } = await moodle();
  sim.switches.expired = true;
  check(session, 'a', 1);
  hand(session);
  await world.pass(10000);
  const next = sim.relaunch();
  const again = await opened(next, world);
  check(again, 'b', 2);
  await world.pass(5000);
  again.recover();
  await world.pass(5000);
  const { practice, assessment } = again.state();
  assert.deepEqual([practice.map(({ answer, tries }) => [answer, tries]), assessment?.grade], [[[{ kind: 'pick', at: 1 }, 1], [{ kind: 'pick', at: 2 }, 1]], 100]);
  assert.deepEqual(records(next), ['b_0_p1 c', 'a_0_p1 b', 'q_0_1 a', 'r_0_1 a']);
});

test('a journal that somebody else wrote is none', async () => {
  const { sim, world, session } = await moodle();
  sim.switches.expired = true;
  check(session, 'a', 1);
  await world.pass(10000);
  const { kept: texts } = world.storage as ReturnType<typeof memoryStore>;
  for (const [key, text] of texts) texts.set(key, text.replace('a_0_p1', 'b_0_p1'));
  assert.equal(offers(await opened(sim.relaunch(), world)), false);
});

test('who leaves by the button and has everything stored finds no offer in a new attempt, nor does who closes', async () => {
  for (const way of ['button', 'pagehide'] as const) {
    const { sim, world, session } = await moodle({ newAttempt: 'always' });
    check(session, 'a', 1);
    if (way === 'button') void session.quit();
    else session.end(way);
    await world.pass(1);
    assert.equal(kept(world), way === 'button' ? 0 : 1);
    const next = sim.relaunch();
    const again = await opened(next, world);
    assert.deepEqual([sim.server.attempt(), offers(again), again.state().practice[0]?.tries], [2, false, 0]);
  }
});

test('what a new attempt finds unsent is offered, though the LMS starts anew', async () => {
  const { sim, world, session } = await moodle({ newAttempt: 'always' });
  sim.switches.expired = true;
  check(session, 'a', 1);
  await world.pass(10000);
  const again = await opened(sim.relaunch(), world);
  assert.equal(offers(again), true);
  again.recover();
  assert.equal(again.state().practice[0]?.tries, 1);
});

test('a probe that was under way when the page closed proves nothing of the farewell', async () => {
  const { sim, world, session } = await moodle();
  await world.pass(31000);
  world.answer = () => new Promise((resolve) => { world.setTimer(() => { resolve('filiere-ok'); }, 300); });
  check(session, 'b', 1);
  session.hidden();
  await world.pass(100);
  sim.switches.offline = true;
  check(session, 'a', 1);
  session.end('pagehide');
  await world.pass(1000);
  assert.equal(kept(world), 1);
  sim.switches.offline = false;
  const again = await opened(sim.relaunch(), world);
  assert.equal(offers(again), true);
});

test('a server that never answered proves nothing', async () => {
  const world = new Browser(memoryStore());
  world.answer = () => Promise.resolve('<html>Connexion</html>');
  const sim = createSim('moodle', {}, world);
  const session = await opened(sim, world);
  sim.switches.offline = true;
  check(session, 'a', 1);
  await world.pass(120000);
  sim.switches.offline = false;
  assert.equal(offers(await opened(sim.relaunch(), world)), true);
});

test('where the browser keeps nothing, « saved » waits until it is proved', async () => {
  const world = new Browser(BLOCKED);
  const session = await opened(createSim('moodle', {}, world), world);
  const kinds: string[] = [];
  session.subscribe(() => kinds.push(session.save().kind));
  check(session, 'a', 1);
  await world.pass(2000);
  assert.equal(session.save().kind, 'saving');
  await world.pass(30000);
  assert.deepEqual([session.save().kind, kinds.at(-1)], ['saved', 'saved']);
});

test('a page that hides after its farewell says nothing more to the LMS', async () => {
  const { sim, world, session } = await moodle();
  sim.switches.offline = true;
  world.answer = () => Promise.reject(new TypeError('Failed to fetch'));
  void session.quit();
  await world.pass(1);
  session.end('pagehide');
  const calls = sim.log.length;
  session.hidden();
  await world.pass(60000);
  assert.deepEqual(sim.log.slice(calls).map(({ method, args }) => [method, ...args]), []);
});

test('whether the server answers is known before the first commit that succeeds', async () => {
  const world = new Browser(BLOCKED);
  const sim = createSim('moodle', {}, world);
  sim.switches.failCommits(1);
  const session = await opened(sim, world);
  sim.switches.offline = true;
  world.answer = () => Promise.reject(new TypeError('Failed to fetch'));
  check(session, 'a', 1);
  await world.pass(60000);
  assert.equal(session.save().kind, 'lost');
});
