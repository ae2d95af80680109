/** An LMS that refuses a value for a reason of its own is asked again, but not for ever. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSession } from '../src/core/session';
import type { Session } from '../src/core/types';
import { openLms } from '../src/lms/open';
import { createSim } from '../sim/lms';
import type { Sim } from '../sim/lms';
import { choice, made } from './fixtures';
import { World } from './world';

const MODULE = made({ pages: [[choice('a')]] });

/** Whose server always answers the probe. */
class Reached extends World {
  fetchText(): Promise<string> {
    return Promise.resolve('filiere-ok');
  }
}

interface Opened {
  readonly session: Session;
  readonly sim: Sim;
  readonly world: World;
  /** The states that were offered. */
  readonly asked: readonly string[];
}

/** The first `times` states meet an error with this code. */
async function opened(code: string, times: number, world = new World()): Promise<Opened> {
  const sim = createSim('moodle', {}, world);
  const asked: string[] = [];
  let last = '';
  const api = {
    ...sim.api,
    LMSSetValue: (element: string, value: string): string => {
      if (element === 'cmi.suspend_data') asked.push(value);
      last = element === 'cmi.suspend_data' && asked.length <= times ? code : '';
      return last === '' ? sim.api.LMSSetValue(element, value) : 'false';
    },
    LMSGetLastError: (): string => last || sim.api.LMSGetLastError(),
  };
  const session = await createSession(MODULE.data, MODULE.graded, openLms({ API: api }, world, 'essai'), world);
  await world.pass(0);
  session.dispatch({ type: 'answer', target: { practice: 'a' }, answer: { kind: 'pick', at: 1 } });
  return { session, sim, world, asked };
}

test('a general error on the state is said, and mended at the next try', async () => {
  const { session, sim, world, asked } = await opened('101', 1);
  await world.pass(1500);
  assert.deepEqual([session.save().kind, sim.stored()['cmi.suspend_data'], asked.length], ['unsaved', undefined, 1]);
  await world.pass(60000);
  assert.deepEqual([session.save().kind, sim.stored()['cmi.suspend_data'] !== undefined, session.state().notices, asked.length], ['saved', true, [], 2]);
});

test('one that never passes is told, and the rest is stored', async () => {
  const { session, sim, world, asked } = await opened('101', 100);
  await world.pass(600000);
  assert.deepEqual([session.state().notices.map(({ kind }) => kind), sim.stored()['cmi.core.lesson_status'], asked.length], [['refused'], 'incomplete', 3]);
});

test('a value that does not fit is not offered twice', async () => {
  const { session, world, asked } = await opened('405', 100);
  await world.pass(600000);
  assert.deepEqual([session.state().notices.map(({ kind }) => kind), asked.length], [['refused'], new Set(asked).size]);
});

for (const code of ['101', '405']) {
  test(`work that is refused for good (${code}) is never called stored, and stays in this browser for the next launch`, async () => {
    const { session, sim, world } = await opened(code, 100, new Reached());
    const kinds = new Set<string>();
    session.subscribe(() => { kinds.add(session.save().kind); });
    await world.pass(600000);
    session.dispatch({ type: 'dismiss', kind: 'refused' });
    assert.deepEqual([session.save().kind, kinds.has('saved')], ['partly', false]);
    void session.quit();
    await world.pass(10000);
    const { kind, partly } = session.save();
    assert.deepEqual([kind, partly], ['ended', true]);
    const next = await createSession(MODULE.data, MODULE.graded, openLms({ API: sim.relaunch().api }, world, 'essai'), world);
    assert.deepEqual(next.state().notices.map(({ kind: told }) => told), ['unsent']);
    next.recover();
    await world.pass(0);
    assert.deepEqual([next.save().kind, next.state().practice[0]?.answer], ['saved', { kind: 'pick', at: 1 }]);
  });
}

test('what was refused and is taken later is stored', async () => {
  const { session, sim, world } = await opened('405', 2, new Reached());
  await world.pass(2000);
  assert.equal(session.save().kind, 'partly');
  session.dispatch({ type: 'answer', target: { practice: 'a' }, answer: { kind: 'pick', at: 2 } });
  await world.pass(60000);
  assert.deepEqual([session.save().kind, session.save().partly], ['saved', undefined]);
  const next = await createSession(MODULE.data, MODULE.graded, openLms({ API: sim.relaunch().api }, world, 'essai'), world);
  assert.deepEqual([next.state().notices.map(({ kind }) => kind), next.state().practice[0]?.answer], [[], { kind: 'pick', at: 2 }]);
});

test('nor is a score that is refused', async () => {
  const world = new Reached();
  const sim = createSim('moodle', {}, world);
  let refuses = false;
  const api = {
    ...sim.api,
    LMSSetValue: (element: string, value: string): string => ((refuses = element === 'cmi.core.score.raw') ? 'false' : sim.api.LMSSetValue(element, value)),
    LMSGetLastError: (): string => (refuses ? '405' : sim.api.LMSGetLastError()),
  };
  const quiz = made({ pages: [[]], graded: [choice('q')] });
  const session = await createSession(quiz.data, quiz.graded, openLms({ API: api }, world, 'essai'), world);
  session.dispatch({ type: 'start' });
  session.dispatch({ type: 'answer', target: { attempt: 0 }, answer: { kind: 'pick', at: 0 } });
  session.dispatch({ type: 'submit' });
  await world.pass(60000);
  assert.deepEqual([session.save().kind, session.state().notices], ['partly', [{ kind: 'refused', detail: 'SetValue(cmi.core.score.raw)' }]]);
});
