/** How long a graded question was in front goes with its record. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Session } from '../src/core/types';
import { choice, made } from './fixtures';
import { launched, memoryStore, World } from './world';

const MODULE = made({ pages: [[]], graded: [choice('q1'), choice('q2'), choice('q3')], assessment: { attempts: 2 } });

function stay(session: Session, world: World, at: number, milliseconds: number): Promise<void> {
  session.dispatch({ type: 'question', at });
  session.dispatch({ type: 'answer', target: { attempt: at }, answer: { kind: 'pick', at: 0 } });
  return world.pass(milliseconds);
}

/** By question and attempt, as the LMS has them. */
function latencies(stored: Readonly<Record<string, string>>): Record<string, string | undefined> {
  const ids = Object.keys(stored).filter((element) => /^cmi\.interactions\.\d+\.id$/u.test(element));
  return Object.fromEntries(ids.map((element) => [stored[element] ?? '', stored[element.replace('.id', '.latency')]]));
}

test('a question that was left and taken up again has both times; time on pages and before sending is nobody’s', async () => {
  const { session, lms, world } = await launched(MODULE);
  session.dispatch({ type: 'start' });
  await stay(session, world, 0, 10000);
  await stay(session, world, 1, 5000);
  session.dispatch({ type: 'go', to: 0 });
  await world.pass(60000);
  session.dispatch({ type: 'go', to: 1 });
  await stay(session, world, 0, 3000);
  await stay(session, world, 2, 500);
  session.dispatch({ type: 'summary', open: true });
  await world.pass(90000);
  session.dispatch({ type: 'submit' });
  session.dispatch({ type: 'start' });
  await stay(session, world, 0, 2000);
  session.dispatch({ type: 'submit' });
  session.end('pagehide');
  assert.deepEqual(latencies(lms.stored()), { q1_0_1: '0000:00:13.00', q2_0_1: '0000:00:05.00', q3_0_1: '0000:00:00.50', q1_0_2: '0000:00:02.00' });
});

test('what was answered in an earlier launch has no time, rather than a wrong one', async () => {
  const [store, world] = [memoryStore(), new World()];
  const first = await launched(MODULE, { store }, world);
  first.session.dispatch({ type: 'start' });
  await stay(first.session, world, 0, 4000);
  first.session.dispatch({ type: 'question', at: 1 });
  first.session.end('pagehide');
  const { session, lms } = await launched(MODULE, { store }, world);
  await stay(session, world, 1, 6000);
  session.dispatch({ type: 'submit' });
  session.end('pagehide');
  assert.deepEqual(latencies(lms.stored()), { q1_0_1: undefined, q2_0_1: '0000:00:06.00' });
});
