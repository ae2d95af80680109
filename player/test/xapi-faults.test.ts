/** Whatever a store does wrong, statements reach it once and in order, or somebody is told. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Session } from '../src/core/types';
import { choice, made } from './fixtures';
import { cmi5Launch, Lrs, tincanLaunch, verbOf } from './lrs';
import type { Answer, Fault, Request } from './lrs';
import { launchedBy, memoryStore, START, World } from './world';

const PAGES = made({ pages: [[choice('a')], [], [], []] });
const isPut = ({ method, path }: Request): boolean => path === 'statements' && method !== 'GET';
const verbs = (lrs: Lrs): string[] => lrs.statements.map(verbOf);
const seconds = (world: World): number => (world.now() - START) / 1000;

interface Case {
  readonly lrs: Lrs;
  readonly world: World;
  readonly session: Session;
}

async function opened(address: (lrs: Lrs) => string = () => tincanLaunch(), lrs = new Lrs(), world = new World(), content = PAGES): Promise<Case> {
  const session = await launchedBy(content, lrs.tab(address(lrs)), world);
  return { lrs, world, session };
}

/** The first `times` requests that fit are answered so. */
function first(times: number, fits: (request: Request) => boolean, answer: Answer | null): Fault {
  let left = times;
  return (request) => {
    if (!fits(request) || left === 0) return undefined;
    left -= 1;
    return answer;
  };
}

for (const [name, answer] of [['no answer', null], ['500', { status: 500 }], ['503', { status: 503 }], ['408', { status: 408 }], ['429', { status: 429 }]] as const) {
  test(`${name}: said, tried again with the same ids, and over once it is stored`, async () => {
    const { lrs, world, session } = await opened();
    lrs.fault = first(3, isPut, answer);
    session.dispatch({ type: 'go', to: 1 });
    await world.pass(2000);
    assert.equal(session.save().kind, answer === null ? 'lost' : 'unsaved');
    await world.pass(30000);
    const ids = lrs.requests.filter(isPut).slice(1).map(({ body }) => (JSON.parse(body) as { id: string }[])[0]?.id);
    assert.deepEqual([session.save().kind, new Set(ids).size, ids.length, verbs(lrs)], ['saved', 1, 4, ['initialized', 'experienced', 'progressed']]);
  });
}

test('Retry-After is waited for, in seconds or as a date, even when work goes on', async () => {
  for (const after of ['40', new Date(START + 41500).toUTCString()]) {
    const { lrs, world, session } = await opened();
    const times: number[] = [];
    let refused = false;
    lrs.fault = (request) => {
      if (!isPut(request)) return undefined;
      times.push(seconds(world));
      if (refused) return undefined;
      refused = true;
      return { status: 429, headers: { 'Retry-After': after } };
    };
    session.dispatch({ type: 'go', to: 1 });
    await world.pass(10000);
    session.dispatch({ type: 'go', to: 2 });
    await world.pass(60000);
    assert.equal(times.length, 2);
    assert.equal((times[1] ?? 0) >= 41, true, after);
    assert.equal(session.save().kind, 'saved');
  }
});

test('401 and 403 stop, are told in words, and the learner can try again', async () => {
  for (const status of [401, 403]) {
    const { lrs, world, session } = await opened();
    lrs.fault = (request) => (isPut(request) ? { status } : undefined);
    session.dispatch({ type: 'go', to: 1 });
    await world.pass(600000);
    assert.deepEqual([session.save().kind, session.save().reason, lrs.requests.filter(isPut).length], ['lost', 'denied', 2]);
    lrs.fault = () => undefined;
    session.hidden();
    await world.pass(0);
    assert.deepEqual([session.save().kind, session.save().reason, verbs(lrs)], ['saved', null, ['initialized', 'experienced', 'progressed']]);
  }
});

test('of a refused array only the bad statement is given up, and the learner is told once', async () => {
  const { lrs, world, session } = await opened();
  const bad = (body: string): boolean => body.includes('/p/page-2');
  lrs.fault = (request) => (isPut(request) && bad(request.body) ? { status: 400, text: 'no' } : undefined);
  for (const to of [1, 2, 3]) {
    session.dispatch({ type: 'go', to });
    await world.pass(10);
  }
  await world.pass(2000);
  const objects = lrs.statements.map((statement) => (statement['object'] as { id: string }).id.split('/').pop());
  assert.deepEqual([objects, session.save().kind, session.state().notices.map(({ kind, detail }) => [kind, detail])], [['essai', 'page-1', 'essai', 'essai', 'page-3', 'essai'], 'partly', [['refused', 'statements']]]);
});

test('an array that is too large leaves in halves', async () => {
  const { lrs, world, session } = await opened();
  lrs.fault = (request) => (isPut(request) && (JSON.parse(request.body) as unknown[]).length > 2 ? { status: 413 } : undefined);
  for (const to of [1, 2, 3]) {
    session.dispatch({ type: 'go', to });
    await world.pass(10);
  }
  await world.pass(2000);
  assert.deepEqual([verbs(lrs), session.save().kind, session.state().notices], [['initialized', 'experienced', 'progressed', 'experienced', 'progressed', 'experienced', 'progressed'], 'saved', []]);
});

test('an answer that got lost is no second statement: the store says 409 or the same again', async () => {
  for (const again of [409, 200]) {
    const { lrs, world, session } = await opened();
    let lost = false;
    const own = lrs.fault;
    lrs.fault = async (request) => {
      if (!isPut(request)) return undefined;
      const list = JSON.parse(request.body) as { id: string }[];
      if (lost) return list.some(({ id }) => lrs.statements.some((one) => one['id'] === id)) && again === 409 ? { status: 409 } : undefined;
      lost = true;
      lrs.statements.push(...(list as never[]));
      return own(request) ?? null;
    };
    session.dispatch({ type: 'go', to: 1 });
    await world.pass(10000);
    assert.deepEqual([verbs(lrs), session.save().kind], [['initialized', 'experienced', 'progressed'], 'saved']);
  }
});

test('one request is under way at a time, however much happens', async () => {
  const { lrs, world, session } = await opened();
  lrs.most = 0;
  lrs.fault = (request) => new Promise((resolve) => { world.setTimer(() => { resolve(undefined); }, isPut(request) ? 700 : 300); });
  for (let i = 0; i < 12; i += 1) {
    session.dispatch({ type: 'go', to: i % 4 });
    if (i % 3 === 0) session.hidden();
    await world.pass(400);
  }
  await world.pass(30000);
  assert.deepEqual([lrs.most, session.save().kind], [1, 'saved']);
});

test('a store that never answers is given up, request by request, and asked again', async () => {
  const { lrs, world, session } = await opened();
  lrs.fault = () => new Promise(() => undefined);
  session.dispatch({ type: 'go', to: 1 });
  await world.pass(2000);
  assert.equal(session.save().kind, 'saving');
  await world.pass(41000);
  assert.equal(session.save().kind, 'lost');
  lrs.fault = () => undefined;
  await world.pass(61000);
  assert.deepEqual([session.save().kind, verbs(lrs)], ['saved', ['initialized', 'experienced', 'progressed']]);
});

test('Tin Can sends arrays of at most fifty', async () => {
  const many = made({ pages: Array.from({ length: 70 }, () => []) });
  const { lrs, world, session } = await opened(undefined, undefined, undefined, many);
  lrs.fault = (request) => (isPut(request) ? { status: 500 } : undefined);
  for (let to = 1; to < 70; to += 1) session.dispatch({ type: 'go', to });
  await world.pass(1500);
  lrs.fault = () => undefined;
  await world.pass(10000);
  const sizes = lrs.requests.filter((request) => isPut(request) && request.status === 200).map(({ body }) => (JSON.parse(body) as unknown[]).length);
  assert.deepEqual([Math.max(...sizes), lrs.statements.length, session.save().kind], [50, 1 + 69 + 69 + 1, 'saved']);
});

test('what could not be sent is sent at the next launch, in front, without the name on the disk', async () => {
  const storage = memoryStore();
  const { lrs, world, session } = await opened(undefined, undefined, new World(storage));
  lrs.fault = (request) => (isPut(request) ? null : undefined);
  session.dispatch({ type: 'go', to: 1 });
  await world.pass(10);
  session.end('pagehide');
  await world.pass(1000);
  const kept = [...storage.kept.values()].join('\n');
  assert.deepEqual([verbs(lrs), kept.includes('experienced'), kept.includes('u-42'), kept.includes('Basic')], [['initialized'], true, false, false]);
  lrs.fault = () => undefined;
  await opened(undefined, lrs, new World(storage, 9000));
  assert.deepEqual(verbs(lrs), ['initialized', 'experienced', 'progressed', 'experienced', 'suspended', 'terminated', 'initialized', 'resumed']);
});

test('what is left of a cmi5 session is not sent in another, but a result is said anew', async () => {
  const storage = memoryStore();
  const content = made({ pages: [[]] });
  const lrs = new Lrs();
  lrs.fault = (request) => (isPut(request) && (request.body.includes('completed') || request.body.includes('terminated')) ? null : undefined);
  const one = await opened((store) => cmi5Launch(store, 's1'), lrs, new World(storage), content);
  one.session.dispatch({ type: 'go', to: 0 });
  one.session.end('pagehide');
  await one.world.pass(0);
  lrs.fault = () => undefined;
  const two = await opened((store) => cmi5Launch(store, 's2'), lrs, new World(storage, 9000), content);
  two.session.end('pagehide');
  await two.world.pass(0);
  const said = lrs.statements.map((statement) => `${JSON.stringify(statement).includes('"s1"') ? 's1' : 's2'} ${verbOf(statement)}`);
  assert.deepEqual(said.filter((one) => one.startsWith('s2')), ['s2 initialized', 's2 resumed', 's2 completed', 's2 experienced', 's2 experienced', 's2 terminated']);
  assert.equal(said.filter((one) => one.endsWith('completed')).length, 1);
});
