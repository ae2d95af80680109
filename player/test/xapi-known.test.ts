/** Results that the store has and our State does not: refused by the session's judge, and nobody's worry. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Session } from '../src/core/types';
import { choice, made } from './fixtures';
import { cmi5Launch, defined, Lrs, verbOf } from './lrs';
import type { Fault } from './lrs';
import { launchedBy, memoryStore, World } from './world';

const QUIZ = made({ pages: [[], []], graded: [choice('q1')], assessment: { attempts: null }, completion: 'assessment' });

async function opened(lrs: Lrs, name: string, seeds: number): Promise<{ session: Session; world: World }> {
  const world = new World(memoryStore(), seeds);
  return { session: await launchedBy(QUIZ, lrs.tab(cmi5Launch(lrs, name)), world), world };
}

async function attempt(session: Session, world: World, at: number): Promise<void> {
  session.dispatch({ type: 'start' });
  session.dispatch({ type: 'answer', target: { attempt: 0 }, answer: { kind: 'pick', at } });
  session.dispatch({ type: 'submit' });
  await world.pass(3000);
}

/** A session that passed; then the store forgets our State, as another browser on a poor State API. */
async function passedBefore(): Promise<Lrs> {
  const lrs = new Lrs();
  const { session, world } = await opened(lrs, 's1', 100);
  await attempt(session, world, 0);
  session.end('pagehide');
  await world.pass(0);
  [...lrs.documents.keys()].filter((key) => key.endsWith('suspendData')).forEach((key) => lrs.documents.delete(key));
  return lrs;
}

const saidIn = (lrs: Lrs, n: number): string[] => ([...lrs.sessions.values()][n] ?? []).filter(defined).map(verbOf);

test('a result that the store has already stops nothing and alarms nobody', async () => {
  const lrs = await passedBefore();
  const { session, world } = await opened(lrs, 's2', 2000);
  await attempt(session, world, 0);
  session.dispatch({ type: 'go', to: 1 });
  await world.pass(15000);
  assert.deepEqual([session.save().kind, session.save().reason, session.state().notices], ['saved', null, []]);
  await session.quit();
  assert.equal(session.save().kind, 'ended');
  const refused = lrs.requests.filter(({ status }) => status === 403).map(({ body }) => verbOf(JSON.parse(body) as Record<string, unknown>));
  assert.deepEqual([saidIn(lrs, 1), [...new Set(refused)]], [['initialized', 'terminated'], ['passed', 'completed']]);
});

test('a page that closes at once still says that the session is over', async () => {
  const lrs = await passedBefore();
  const { session, world } = await opened(lrs, 's2', 2000);
  await attempt(session, world, 0);
  session.end('pagehide');
  await world.pass(0);
  assert.deepEqual(saidIn(lrs, 1), ['initialized', 'terminated']);
});

test('a failure after a pass that nobody remembers is dropped as well', async () => {
  const lrs = await passedBefore();
  const { session, world } = await opened(lrs, 's2', 2000);
  await attempt(session, world, 1);
  await session.quit();
  assert.deepEqual([saidIn(lrs, 1), session.save().kind], [['initialized', 'terminated'], 'ended']);
});

test('a token that died is told, and what it could not send stays for the next session', async () => {
  const dead: Fault = ({ path, method }) => (path !== 'fetch' && method !== 'GET' ? { status: 403 } : undefined);
  const storage = memoryStore();
  const lrs = new Lrs();
  const world = new World(storage, 100);
  const session = await launchedBy(QUIZ, lrs.tab(cmi5Launch(lrs, 's1')), world);
  lrs.fault = dead;
  await attempt(session, world, 0);
  assert.deepEqual([session.save().kind, session.save().reason], ['lost', 'denied']);
  session.end('pagehide');
  await world.pass(0);
  assert.deepEqual(['passed', 'completed'].map((verb) => [...storage.kept.values()].join().includes(`verbs/${verb}`)), [true, true]);
});
