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

interface Opened {
  readonly session: Session;
  readonly sim: Sim;
  readonly world: World;
  /** The states that were offered. */
  readonly asked: readonly string[];
}

/** The first `times` states meet an error with this code. */
async function opened(code: string, times: number): Promise<Opened> {
  const world = new World();
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
