/** Pages that go before everything is stored: work comes first, nothing shuts anything out, and what did not arrive is taken up. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choice, made } from './fixtures';
import { cmi5Launch, Lrs, tincanLaunch, verbOf } from './lrs';
import type { Request, Thing } from './lrs';
import { memoryStore } from './world';
import { answer, isSent, launchedTab } from './xapi-tab';
import type { Tab } from './xapi-tab';

const QUIZ = made({ pages: [[choice('a'), choice('b')], []], graded: [choice('q1')], completion: 'assessment', assessment: { attempts: null } });

const opened = (lrs: Lrs, address: string, storage = memoryStore(), session = memoryStore()): Promise<Tab> => launchedTab(QUIZ, lrs, address, storage, session);

function attempt({ session }: Tab, at: number): void {
  session.dispatch({ type: 'start' });
  session.dispatch({ type: 'answer', target: { attempt: 0 }, answer: { kind: 'pick', at } });
  session.dispatch({ type: 'submit' });
}

/** Tries and answer of each practice question, and the grade. */
const work = ({ session }: Tab): unknown[] => [...session.state().practice.map((one) => [one.tries, one.answer.kind === 'pick' ? one.answer.at : null]), session.state().assessment?.grade];

const isState = ({ path, query, method }: Request): boolean => path === 'activities/state' && query['stateId'] === 'suspendData' && method !== 'GET';
const verbs = (lrs: Lrs): string[] => lrs.statements.map(verbOf);

/** What a request about statements held. */
function held({ method, body }: Request): string {
  const found = JSON.parse(body) as Thing | Thing[];
  return `${method} ${(Array.isArray(found) ? found : [found]).map(verbOf).join()}`;
}

async function closed({ session, world }: Tab, settle = 0): Promise<void> {
  session.end('pagehide');
  await world.pass(settle);
}

test('cmi5: a page that closes with its work stored says that the session is over', async () => {
  const lrs = new Lrs({ mortal: true });
  const tab = await opened(lrs, cmi5Launch(lrs, 's1'));
  answer(tab, 'a', 1);
  await tab.world.pass(3000);
  const before = lrs.requests.length;
  await closed(tab);
  assert.deepEqual(lrs.requests.slice(before).map(held), ['POST experienced,suspended,terminated']);
});

test('cmi5: a page that closes at once sends its work and leaves the session open, in whatever order things arrive', async () => {
  for (const late of ['state', 'statements']) {
    const lrs = new Lrs({ mortal: true });
    const tab = await opened(lrs, cmi5Launch(lrs, 's1'));
    await tab.world.pass(3000);
    answer(tab, 'a', 1);
    await tab.world.pass(100);
    const slow = (request: Request): boolean => (late === 'state' ? isState(request) : isSent(request));
    lrs.fault = (request) => (slow(request) ? new Promise((resolve) => { tab.world.setTimer(() => { resolve(undefined); }, 500); }) : undefined);
    await closed(tab, 1000);
    lrs.fault = () => undefined;
    const refused = lrs.requests.filter(({ status, path }) => status >= 400 && path !== 'agents/profile' && status !== 404);
    const again = await opened(lrs, cmi5Launch(lrs, 's2'));
    assert.deepEqual([refused, verbs(lrs), work(again)], [[], ['initialized', 'answered', 'experienced', 'suspended', 'initialized', 'resumed'], [[1, 1], [0, null], null]], late);
  }
});

test('the page that comes back after such an end goes on with the session, and ends it', async () => {
  const lrs = new Lrs({ mortal: true });
  const memory = memoryStore();
  const one = await opened(lrs, cmi5Launch(lrs, 's1'), memoryStore(), memory);
  answer(one, 'a', 1);
  await one.world.pass(100);
  await closed(one);
  const two = await opened(lrs, cmi5Launch(lrs, 's1'), memoryStore(), memory);
  await two.world.pass(3000);
  await closed(two);
  assert.deepEqual([verbs(lrs), work(two)], [['initialized', 'answered', 'experienced', 'suspended', 'experienced', 'suspended', 'terminated'], [[1, 1], [0, null], null]]);
});

for (const standard of ['tincan', 'cmi5'] as const) {
  for (const first of ['PUT', 'POST']) {
    test(`${standard}: a page that closes while State is under way sends the rest without its tag; ${first} arrives first`, async () => {
      const lrs = new Lrs({ versions: ['2.0.0'] });
      const launch = (n: number): string => (standard === 'tincan' ? tincanLaunch() : cmi5Launch(lrs, `s${String(n)}`));
      const tab = await opened(lrs, launch(1));
      answer(tab, 'a', 1);
      await tab.world.pass(3000);
      answer(tab, 'b', 2);
      const before = lrs.requests.filter(isState).length;
      const after = (method: string): number => (method === first ? 300 : 900);
      lrs.fault = (request) => (isState(request) ? new Promise((resolve) => { tab.world.setTimer(() => { resolve(undefined); }, after(request.method)); }) : undefined);
      await tab.world.pass(1600);
      answer(tab, 'a', 3);
      await closed(tab, 5000);
      lrs.fault = () => undefined;
      const sent = lrs.requests.filter(isState).slice(before, before + 2).map(({ method, status }) => `${method} ${String(status)}`);
      const again = await opened(lrs, launch(2));
      assert.deepEqual([sent, work(again)], [[first === 'PUT' ? 'PUT 204' : 'PUT 412', 'POST 204'], [[1, 1], [1, 2], null]]);
    });
  }
}

test('cmi5: a result that may have come already is sent by itself', async () => {
  for (const arrived of [true, false]) {
    const lrs = new Lrs();
    const tab = await opened(lrs, cmi5Launch(lrs, 's1'));
    await tab.world.pass(3000);
    const judge = lrs.fault;
    // An LMS that takes what it is told twice for a second result.
    lrs.fault = (request) => {
      if (!isSent(request)) return undefined;
      const list = [JSON.parse(request.body) as Thing | Thing[]].flat();
      if (list.length > 1 && list.some(({ id }) => lrs.statements.some((one) => one['id'] === id))) return { status: 403 };
      if (request.method !== 'PUT' || !request.body.includes('verbs/passed')) return judge(request);
      if (!arrived) return null;
      if (!verbs(lrs).includes('passed')) lrs.statements.push(...list);
      return null;
    };
    await tab.world.pass(1);
    attempt(tab, 0);
    await tab.world.pass(100);
    const before = lrs.requests.length;
    await closed(tab);
    const [state, ...statements] = lrs.requests.slice(before);
    assert.deepEqual([state?.path, ...statements.map(held)], ['activities/state', 'PUT passed', 'PUT completed']);
    assert.deepEqual(verbs(lrs), ['initialized', 'experienced', 'answered', ...(arrived ? ['passed'] : []), 'completed']);
    assert.deepEqual([...lrs.documents.values()].map(({ text }) => JSON.parse(text) as Thing).filter(({ v }) => v === 1).map(({ passed, completed }) => [passed, completed]), [[false, false]]);
  }
});

for (const standard of ['tincan', 'cmi5'] as const) {
  test(`${standard}: work that never arrived is taken up by the next launch in this browser, and stored`, async () => {
    const lrs = new Lrs();
    const storage = memoryStore();
    const launch = (n: number): string => (standard === 'tincan' ? tincanLaunch() : cmi5Launch(lrs, `s${String(n)}`));
    const one = await opened(lrs, launch(1), storage);
    answer(one, 'a', 1);
    await one.world.pass(3000);
    lrs.fault = (request) => (isState(request) ? null : undefined);
    answer(one, 'b', 2);
    await closed(one, 100);
    lrs.fault = () => undefined;
    const two = await opened(lrs, launch(2), storage);
    assert.deepEqual([work(two), two.session.save().kind], [[[1, 1], [1, 2], null], 'saved']);
    const elsewhere = await opened(lrs, launch(3));
    assert.deepEqual(work(elsewhere), [[1, 1], [1, 2], null]);
  });
}

test('what another computer stored meanwhile is joined with it, and each try counts once', async () => {
  const lrs = new Lrs();
  const storage = memoryStore();
  const one = await opened(lrs, tincanLaunch(), storage);
  answer(one, 'a', 1);
  attempt(one, 1);
  await one.world.pass(3000);
  lrs.fault = () => null;
  one.session.dispatch({ type: 'retry', practice: 'a' });
  answer(one, 'a', 3);
  await closed(one, 100);
  lrs.fault = () => undefined;
  const two = await opened(lrs, tincanLaunch());
  answer(two, 'b', 2);
  attempt(two, 0);
  await closed(two);
  const three = await opened(lrs, tincanLaunch(), storage);
  assert.deepEqual([work(three), three.session.state().assessment?.attemptsUsed], [[[2, 3], [1, 2], 100], 2]);
  await three.world.pass(3000);
  const four = await opened(lrs, tincanLaunch());
  assert.deepEqual([work(four), four.session.state().assessment?.attemptsUsed], [[[2, 3], [1, 2], 100], 2]);
});

test('an answer to State that got lost counts nothing twice at the next launch', async () => {
  const lrs = new Lrs({ etagOnPut: true });
  const storage = memoryStore();
  const one = await opened(lrs, tincanLaunch(), storage);
  await one.world.pass(3000);
  const own = lrs.fault;
  let through = true;
  // The first write is carried out and not answered; nothing after it arrives.
  lrs.fault = async (request) => {
    if (!isState(request)) return own(request);
    if (!through) return null;
    through = false;
    const [key] = [...lrs.documents.keys()];
    if (key !== undefined) lrs.documents.set(key, { text: request.body, etag: '"lost"' });
    return null;
  };
  answer(one, 'a', 1);
  attempt(one, 1);
  await one.world.pass(100);
  one.session.dispatch({ type: 'retry', practice: 'a' });
  answer(one, 'a', 3);
  await closed(one, 100);
  lrs.fault = own;
  const two = await opened(lrs, tincanLaunch(), storage);
  assert.deepEqual([work(two), two.session.state().assessment?.attemptsUsed], [[[2, 3], [0, null], 0], 1]);
});

test('a store that fails at the launch leaves what this browser knows, and gets it once it is back', async () => {
  const lrs = new Lrs();
  const storage = memoryStore();
  const one = await opened(lrs, tincanLaunch(), storage);
  answer(one, 'a', 1);
  await one.world.pass(3000);
  lrs.fault = () => null;
  answer(one, 'b', 2);
  await closed(one, 100);
  lrs.fault = () => undefined;
  const elsewhere = await opened(lrs, tincanLaunch());
  elsewhere.session.dispatch({ type: 'retry', practice: 'a' });
  answer(elsewhere, 'a', 3);
  await closed(elsewhere);
  lrs.fault = () => ({ status: 503 });
  const two = await opened(lrs, tincanLaunch(), storage);
  assert.deepEqual([two.session.launch.kind, work(two)], ['tincan', [[1, 1], [1, 2], null]]);
  two.session.dispatch({ type: 'retry', practice: 'a' });
  answer(two, 'a', 0);
  lrs.fault = () => undefined;
  await two.world.pass(70000);
  assert.deepEqual([work(two), two.session.save().kind], [[[3, 0], [1, 2], null], 'saved']);
});

for (const [first, storage] of [['PUT', 'own'], ['POST', 'own'], ['PUT', 'shared'], ['POST', 'shared']] as const) {
  test(`a page that closes while State is under way leaves another tab's work as it is: ${first} arrives first, ${storage} storage`, async () => {
    const lrs = new Lrs();
    const shared = memoryStore();
    const place = (): ReturnType<typeof memoryStore> => (storage === 'own' ? memoryStore() : shared);
    const [one, two] = [await opened(lrs, tincanLaunch(), place()), await opened(lrs, tincanLaunch(), place())];
    answer(two, 'b', 2);
    await two.world.pass(3000);
    const after = (method: string): number => (method === first ? 300 : 900);
    lrs.fault = (request) => (isState(request) ? new Promise((resolve) => { one.world.setTimer(() => { resolve(undefined); }, after(request.method)); }) : undefined);
    answer(one, 'a', 1);
    await one.world.pass(1600);
    answer(one, 'a', 3);
    await closed(one, 5000);
    lrs.fault = () => undefined;
    // The other tab is open still, and goes on; and whoever comes next has all of both, each time.
    two.session.dispatch({ type: 'go', to: 1 });
    await two.world.pass(3000);
    const wanted = [[1, 1], [1, 2], null];
    assert.deepEqual([work(two), work(await opened(lrs, tincanLaunch(), place())), work(await opened(lrs, tincanLaunch(), place()))], [wanted, wanted, wanted]);
  });
}

test('nor when the other tab is gone, and the module is opened elsewhere', async () => {
  const lrs = new Lrs();
  const [one, two] = [await opened(lrs, tincanLaunch()), await opened(lrs, tincanLaunch())];
  answer(two, 'b', 2);
  await two.world.pass(3000);
  await closed(two);
  lrs.fault = (request) => (isState(request) ? new Promise((resolve) => { one.world.setTimer(() => { resolve(undefined); }, 300); }) : undefined);
  answer(one, 'a', 1);
  await one.world.pass(1600);
  answer(one, 'a', 3);
  await closed(one, 5000);
  lrs.fault = () => undefined;
  const [three, four] = [await opened(lrs, tincanLaunch()), await opened(lrs, tincanLaunch())];
  assert.deepEqual([work(three), work(four)], [[[1, 1], [1, 2], null], [[1, 1], [1, 2], null]]);
});

test('nor is anything lost when the very first write is on its way as the page goes', async () => {
  for (const first of ['PUT', 'POST']) {
    const lrs = new Lrs();
    const late: (() => void)[] = [];
    lrs.fault = (request) => (isState(request) && (first === 'PUT' || request.method === 'PUT') ? new Promise((resolve) => { late.push(() => { resolve(undefined); }); }) : undefined);
    const one = await opened(lrs, tincanLaunch());
    answer(one, 'a', 1);
    await closed(one);
    lrs.fault = () => undefined;
    late.forEach((arrive) => { arrive(); });
    await one.world.pass(1000);
    const wanted = [[1, 1], [0, null], null];
    assert.deepEqual([work(await opened(lrs, tincanLaunch())), work(await opened(lrs, tincanLaunch()))], [wanted, wanted], first);
  }
});
