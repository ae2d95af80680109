/** What was said to be stored and never arrived is found out, said and sent again. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSession } from '../src/core/session';
import type { Session } from '../src/core/types';
import { openLms } from '../src/lms/open';
import { createSim } from '../sim/lms';
import type { Sim } from '../sim/lms';
import { choice, made } from './fixtures';
import type { Made } from './fixtures';
import { memoryStore, START, World } from './world';

const MODULE = made({ pages: [[choice('a')], [], []], graded: [choice('q')] });

/** A browser whose requests go where those of its LMS go. */
class Online extends World {
  readonly asked: number[] = [];
  answer: () => Promise<string> = () => Promise.resolve('filiere-ok');

  fetchText(url: string): Promise<string> {
    assert.match(url, /^ping\.txt\?\d+$/u);
    this.asked.push((this.now() - START) / 1000);
    return this.answer();
  }
}

interface Opened {
  readonly session: Session;
  readonly sim: Sim;
  readonly world: Online;
  cut(off: boolean): void;
}

async function opened(module: Made = MODULE): Promise<Opened> {
  const world = new Online(memoryStore());
  const sim = createSim('moodle', { settings: { scormStandard: true } }, world);
  const session = await createSession(module.data, module.graded, openLms({ API: sim.api }, world, 'essai'), world);
  await world.pass(0);
  const cut = (off: boolean): void => {
    sim.switches.offline = off;
    world.answer = off ? () => Promise.reject(new TypeError('Failed to fetch')) : () => Promise.resolve('filiere-ok');
  };
  return { session, sim, world, cut };
}

const type = (session: Session, at: number): void => { session.dispatch({ type: 'answer', target: { practice: 'a' }, answer: { kind: 'pick', at } }); };

function pass(session: Session): void {
  session.dispatch({ type: 'start' });
  session.dispatch({ type: 'answer', target: { attempt: 0 }, answer: { kind: 'pick', at: 0 } });
  session.dispatch({ type: 'submit' });
}

test('the server is asked after commits, every thirty seconds at most, and not without them', async () => {
  const { session, world } = await opened();
  for (let i = 0; i < 20; i += 1) {
    type(session, i % 4);
    await world.pass(5000);
  }
  await world.pass(200000);
  assert.deepEqual([world.asked, session.save().kind], [[0, 30, 60, 90, 120], 'saved']);
});

test('a result is proved at once', async () => {
  const { session, world } = await opened();
  pass(session);
  await world.pass(1);
  assert.deepEqual(world.asked, [0, 0]);
});

test('an answer that Moodle said to be stored while offline is said to be unsaved, and arrives later', async () => {
  const { session, sim, world, cut } = await opened();
  await world.pass(20000);
  cut(true);
  pass(session);
  await world.pass(500);
  assert.deepEqual([session.save().kind, sim.server.stored()['cmi.core.lesson_status']], ['lost', 'incomplete']);
  await world.pass(60000);
  assert.equal(session.save().kind, 'lost');
  cut(false);
  session.online();
  await world.pass(1);
  const stored = sim.server.stored();
  assert.deepEqual([session.save().kind, stored['cmi.core.lesson_status'], stored['cmi.core.score.raw'], stored['cmi.interactions.0.id'], stored['cmi.interactions.0.type']], ['saved', 'passed', '100', 'q_0_1', 'choice']);
});

test('a request that the browser drops as the page is left is no outage: nothing is sent twice', async () => {
  const { session, sim, world, cut } = await opened();
  await world.pass(20000);
  const before = sim.log.length;
  cut(true);
  pass(session);
  await world.pass(1);
  cut(false);
  session.end('pagehide');
  const statuses = sim.log.slice(before).filter(({ args }) => args[0] === 'cmi.core.lesson_status');
  assert.deepEqual(statuses.map(({ args }) => args[1]), ['passed']);
});

test('an outage that nobody noticed ends with everything sent again', async () => {
  const { session, sim, world, cut } = await opened();
  await world.pass(1000);
  cut(true);
  type(session, 1);
  session.dispatch({ type: 'check', target: { practice: 'a' } });
  await world.pass(2000);
  assert.deepEqual([session.save().kind, sim.server.stored()['cmi.interactions.0.id']], ['saved', undefined]);
  cut(false);
  session.online();
  await world.pass(1);
  assert.deepEqual([session.save().kind, sim.server.stored()['cmi.interactions.0.id']], ['saved', 'a_0_p1']);
});

test('a page of login is no answer', async () => {
  const { session, world } = await opened();
  world.answer = () => Promise.resolve('<html>Connexion</html>');
  type(session, 1);
  await world.pass(40000);
  assert.equal(session.save().kind, 'lost');
});

test('an answer that never comes is none', async () => {
  const { session, world } = await opened();
  world.answer = () => new Promise(() => undefined);
  type(session, 1);
  await world.pass(39000);
  assert.equal(session.save().kind, 'saved');
  await world.pass(1000);
  assert.equal(session.save().kind, 'lost');
});

test('where the server was never reached nobody is bothered', async () => {
  const world = new Online(memoryStore());
  world.answer = () => Promise.reject(new TypeError('Failed to fetch'));
  const sim = createSim('moodle', {}, world);
  const session = await createSession(MODULE.data, MODULE.graded, openLms({ API: sim.api }, world, 'essai'), world);
  for (let i = 0; i < 10; i += 1) {
    type(session, i % 4);
    await world.pass(20000);
    assert.equal(session.save().kind, 'saved');
  }
});

test('who quits is told that all is stored once the server was reached', async () => {
  const { session, sim, world, cut } = await opened();
  await world.pass(1000);
  cut(true);
  type(session, 1);
  let left = false;
  void session.quit().then(() => { left = true; });
  assert.equal(session.save().kind, 'saving');
  await world.pass(500);
  assert.deepEqual([session.save().kind, left], ['unsaved', false]);
  cut(false);
  session.online();
  await world.pass(1);
  assert.deepEqual([session.save().kind, left, sim.log.filter(({ method }) => method === 'LMSFinish').length], ['ended', true, 1]);
  session.end('pagehide');
  assert.equal(sim.log.filter(({ method }) => method === 'LMSFinish').length, 1);
});
