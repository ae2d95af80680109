/** Two tabs that an LMS launched for one learner, in one browser: what neither could send is said once, by whoever comes next. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choice, made } from './fixtures';
import { cmi5Launch, Lrs, verbOf } from './lrs';
import type { Thing } from './lrs';
import { memoryStore } from './world';
import { answer, isSent, launchedTab } from './xapi-tab';
import type { Tab } from './xapi-tab';

const PAGES = made({ pages: [[choice('a'), choice('b')], []] });
const opened = (lrs: Lrs, session: string, storage = memoryStore(), tab = memoryStore()): Promise<Tab> => launchedTab(PAGES, lrs, cmi5Launch(lrs, session), storage, tab);
const answeredIn = (lrs: Lrs): string[] => lrs.statements.filter((statement) => verbOf(statement) === 'answered').map((statement) => String((statement['object'] as Thing)['id']).split('/q/')[1] ?? '').sort();
const waiting = (storage: ReturnType<typeof memoryStore>): unknown[] => [...storage.kept].filter(([key, text]) => key.startsWith('filiere:queue') && text !== '');

async function passed(...tabs: Tab[]): Promise<void> {
  await Promise.all(tabs.map(({ world }) => world.pass(70000)));
}

/** An open session whose answer to `a` did not get through. */
async function waitingOne(): Promise<{ readonly lrs: Lrs; readonly storage: ReturnType<typeof memoryStore>; readonly one: Tab }> {
  const [lrs, storage] = [new Lrs(), memoryStore()];
  const one = await opened(lrs, 's1', storage);
  lrs.fault = (request) => (isSent(request) ? null : undefined);
  answer(one, 'a', 1);
  await one.world.pass(2000);
  return { lrs, storage, one };
}

for (const [name, first] of [['the older', 0], ['the newer', 1]] as const) {
  test(`of two sessions that could send nothing, and of which ${name} is closed first, the next one says all of both`, async () => {
    const lrs = new Lrs();
    const storage = memoryStore();
    const [one, two] = [await opened(lrs, 's1', storage), await opened(lrs, 's2', storage)];
    lrs.fault = (request) => (isSent(request) ? null : undefined);
    answer(one, 'a', 1);
    await passed(one);
    answer(two, 'b', 1);
    await passed(two);
    const tabs = first === 0 ? [one, two] : [two, one];
    for (const tab of tabs) {
      tab.session.end('pagehide');
      await tab.world.pass(1000);
    }
    lrs.fault = () => undefined;
    const three = await opened(lrs, 's3', storage);
    await passed(three);
    assert.deepEqual([answeredIn(lrs), waiting(storage), three.session.save().kind], [['a', 'b'], [], 'saved']);
  });
}

test('of two sessions of which one crashed and the other goes on, both are heard', async () => {
  const lrs = new Lrs();
  const storage = memoryStore();
  const [one, two] = [await opened(lrs, 's1', storage), await opened(lrs, 's2', storage)];
  lrs.fault = (request) => (isSent(request) ? null : undefined);
  answer(one, 'a', 1);
  await one.world.pass(2000);
  answer(two, 'b', 1);
  await two.world.pass(2000);
  lrs.fault = () => undefined;
  await passed(two);
  const three = await opened(lrs, 's3', storage);
  await passed(three);
  assert.deepEqual([answeredIn(lrs), waiting(storage)], [['a', 'b'], []]);
});

test('an answer that a new session says for one that is still open is not said by that one too', async () => {
  const { lrs, storage, one } = await waitingOne();
  lrs.fault = () => undefined;
  const two = await opened(lrs, 's2', storage);
  await passed(two);
  await passed(one);
  assert.deepEqual([answeredIn(lrs), [one, two].map(({ session }) => session.save().kind), one.session.state().notices, waiting(storage)], [['a'], ['saved', 'saved'], [], []]);
});

test('nor by the new session, when the open one says it in the meantime', async () => {
  const { lrs, storage, one } = await waitingOne();
  // The new session asks whether it came, and is then kept from saying it.
  lrs.fault = (request) => (isSent(request) && request.body.includes('verbs/answered') ? null : undefined);
  const two = await opened(lrs, 's2', storage);
  lrs.fault = () => undefined;
  await passed(one);
  await passed(two);
  assert.deepEqual([answeredIn(lrs), [one, two].map(({ session }) => session.save().kind), waiting(storage)], [['a'], ['saved', 'saved'], []]);
});

test('a page loaded again finds its own statements though another session wrote since', async () => {
  const lrs = new Lrs();
  const [storage, tab] = [memoryStore(), memoryStore()];
  const one = await opened(lrs, 's1', storage, tab);
  const two = await opened(lrs, 's2', storage);
  lrs.fault = (request) => (isSent(request) ? null : undefined);
  answer(one, 'a', 1);
  await one.world.pass(2000);
  answer(two, 'b', 1);
  await two.world.pass(2000);
  lrs.fault = () => undefined;
  const again = await opened(lrs, 's1', storage, tab);
  await passed(again, two);
  const sessions = [...lrs.sessions.values()].map((list) => list.filter((statement) => verbOf(statement) === 'answered').length);
  assert.deepEqual([answeredIn(lrs), sessions.reduce((sum, n) => sum + n, 0), waiting(storage)], [['a', 'b'], 2, []]);
});
