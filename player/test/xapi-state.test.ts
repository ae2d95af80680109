/** State documents: what comes back, two tabs at once, stores of either version, and stores that hide or spoil things. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Session } from '../src/core/types';
import { choice, made } from './fixtures';
import { AUTH, Lrs, tincanLaunch, verbOf } from './lrs';
import type { Options, Request } from './lrs';
import { launchedBy, memoryStore, World } from './world';

const MODULE = made({ pages: [[choice('a'), choice('b')], [], []], graded: [choice('q1')], completion: 'both', assessment: { attempts: null } });

interface Tab {
  readonly session: Session;
  readonly world: World;
}

let seeds = 0;

async function opened(lrs: Lrs, web = lrs.tab(tincanLaunch()), storage = memoryStore()): Promise<Tab> {
  const world = new World(storage, (seeds += 1000));
  return { session: await launchedBy(MODULE, web, world), world };
}

const answer = ({ session }: Tab, id: string, at: number): void => {
  session.dispatch({ type: 'answer', target: { practice: id }, answer: { kind: 'pick', at } });
  session.dispatch({ type: 'check', target: { practice: id } });
};

async function attempt({ session, world }: Tab, at: number): Promise<void> {
  session.dispatch({ type: 'start' });
  session.dispatch({ type: 'answer', target: { attempt: 0 }, answer: { kind: 'pick', at } });
  session.dispatch({ type: 'submit' });
  await world.pass(3000);
}

const isState = ({ path, query }: Request): boolean => path === 'activities/state' && query['stateId'] === 'suspendData';
const picked = ({ session }: Tab): unknown[] => session.state().practice.map((one) => [one.tries, one.answer.kind === 'pick' ? one.answer.at : null]);

for (const options of [{}, { etagOnPut: true }, { versions: ['2.0.0'] }, { versions: ['1.0.3'] }] as Options[]) {
  test(`work comes back at the next launch, and is told as resumed: ${JSON.stringify(options)}`, async () => {
    const lrs = new Lrs(options);
    const one = await opened(lrs);
    answer(one, 'a', 2);
    await one.world.pass(3000);
    answer(one, 'b', 1);
    await one.world.pass(3000);
    one.session.end('pagehide');
    await one.world.pass(0);
    const two = await opened(lrs);
    assert.deepEqual([picked(two), two.session.state().notices.map(({ kind }) => kind), lrs.statements.map(verbOf).slice(-2)], [[[1, 2], [1, 1]], ['resumed'], ['initialized', 'resumed']]);
    assert.deepEqual(lrs.requests.filter(({ status }) => status === 409 || status === 412), []);
  });
}

test('writes are conditional: none may be there at first, then the one that was read', async () => {
  const lrs = new Lrs();
  const tab = await opened(lrs);
  answer(tab, 'a', 2);
  await tab.world.pass(3000);
  answer(tab, 'b', 2);
  await tab.world.pass(3000);
  const conditions = lrs.requests.filter((request) => isState(request) && request.method === 'PUT').map(({ headers }) => [headers['If-None-Match'], headers['If-Match']]);
  assert.deepEqual(conditions, [['*', undefined], [undefined, '"1"'], [undefined, '"2"']]);
});

test('of two tabs nothing is lost: pages, tries, answers, attempts and the best grade', async () => {
  const lrs = new Lrs();
  const [one, two] = [await opened(lrs), await opened(lrs)];
  one.session.dispatch({ type: 'go', to: 1 });
  answer(one, 'a', 3);
  await attempt(one, 0);
  answer(two, 'b', 2);
  await attempt(two, 1);
  const wanted = [[[1, 3], [1, 2]], ['passed', 100, 2], [true, true, false]];
  const seen = (tab: Tab): unknown[] => {
    const state = tab.session.state();
    return [picked(tab), [state.assessment?.passed === true ? 'passed' : 'not', state.assessment?.grade, state.assessment?.attemptsUsed], state.pages.map(({ opened: was }) => was)];
  };
  assert.deepEqual(seen(two), wanted);
  answer(one, 'b', 0);
  await one.world.pass(9000);
  // Both answered b: the later answer stays, and both tries count.
  assert.deepEqual(picked(one), [[1, 3], [2, 0]]);
  assert.deepEqual([one.session.save().kind, two.session.save().kind], ['saved', 'saved']);
  const three = await opened(lrs);
  assert.deepEqual([picked(three), three.session.state().assessment?.grade], [[[1, 3], [2, 0]], 100]);
});

test('tabs that store in turn come to rest', async () => {
  const lrs = new Lrs();
  const tabs = [await opened(lrs), await opened(lrs), await opened(lrs)];
  for (let i = 0; i < 9; i += 1) {
    const tab = tabs[i % 3];
    if (tab === undefined) continue;
    tab.session.dispatch({ type: 'go', to: i % 3 });
    answer(tab, i % 2 === 0 ? 'a' : 'b', i % 4);
    await Promise.all(tabs.map(({ world }) => world.pass(2500)));
  }
  await Promise.all(tabs.map(({ world }) => world.pass(70000)));
  assert.deepEqual(tabs.map(({ session }) => session.save().kind), ['saved', 'saved', 'saved']);
});

/** Three pages turned, each stored by itself; what was sent of State, and what was told. */
async function hiding(lrs: Lrs): Promise<{ sent: string[]; told: unknown[]; kind: string; state: string }> {
  const tab = await opened(lrs);
  for (const at of [0, 1, 2]) {
    tab.session.dispatch({ type: 'go', to: at });
    await tab.world.pass(12000);
  }
  const sent = lrs.requests.filter((request) => isState(request) && request.method !== 'GET').map(({ method, status }) => `${method} ${String(status)}`);
  const told = tab.session.state().notices.filter(({ kind }) => kind === 'refused');
  const [document] = lrs.documents.values();
  return { sent, told, kind: tab.session.save().kind, state: document?.text ?? '' };
}

test('a store that hides its ETags and insists on them takes what joins the document', async () => {
  const { sent, told, kind, state } = await hiding(new Lrs({ hideEtag: true }));
  assert.deepEqual([sent, told, kind, (JSON.parse(state) as { location: string }).location], [['PUT 204', 'PUT 409', 'POST 204', 'POST 204'], [], 'saved', 'page-3']);
});

test('a store that hides its ETags and takes nothing without them is told of once', async () => {
  const lrs = new Lrs({ hideEtag: true });
  lrs.fault = (request) => (isState(request) && request.method === 'POST' ? { status: 412 } : undefined);
  const { sent, told, kind } = await hiding(lrs);
  assert.deepEqual([sent, told, kind], [['PUT 204', 'PUT 409', 'POST 412', 'POST 412'], [{ kind: 'refused', detail: 'state' }], 'partly']);
});

test('answers that are no State of ours are no State', async () => {
  for (const text of ['{"success":true}', '', 'null', '"1.abc"', '[]', '{"state":3}', '<html>']) {
    const lrs = new Lrs();
    lrs.fault = (request) => (isState(request) && request.method === 'GET' ? { status: 200, text } : undefined);
    const tab = await opened(lrs);
    assert.deepEqual([tab.session.launch.state, tab.session.launch.priorStatus, tab.session.state().notices], ['', 'none', []]);
  }
});

test('a damaged state starts anew without losing what was told for good', async () => {
  const lrs = new Lrs();
  lrs.fault = (request) => (isState(request) && request.method === 'GET' ? { status: 200, text: '{"state":"1.tes","completed":true,"passed":true}', headers: { ETag: '"x"' } } : undefined);
  const tab = await opened(lrs);
  assert.deepEqual([tab.session.state().status, tab.session.state().notices.map(({ kind }) => kind)], ['completed', ['damaged']]);
});

test('a store out of reach at the launch is written to once it is back, without losing what it had', async () => {
  const lrs = new Lrs();
  const one = await opened(lrs);
  answer(one, 'a', 3);
  one.session.end('pagehide');
  await one.world.pass(0);
  lrs.fault = () => null;
  const two = await opened(lrs);
  assert.deepEqual([two.session.launch.kind, picked(two), two.session.save().kind], ['tincan', [[0, null], [0, null]], 'lost']);
  answer(two, 'b', 1);
  lrs.fault = () => undefined;
  await two.world.pass(70000);
  assert.deepEqual([picked(two), two.session.save().kind], [[[1, 3], [1, 1]], 'saved']);
});

test('a store that refuses the origin is told from one out of reach, and named to the learner', async () => {
  const lrs = new Lrs();
  lrs.fault = ({ path, headers }) => (path === 'about' && headers['Authorization'] === undefined ? { status: 200 } : null);
  const { session, world } = await opened(lrs);
  assert.deepEqual([session.launch.kind, session.save().kind, session.state().notices], ['standalone', 'standalone', [{ kind: 'untracked', detail: 'origin' }]]);
  session.dispatch({ type: 'go', to: 1 });
  await world.pass(5000);
  assert.equal(session.save().kind, 'standalone');
});

test('a store that refuses the credential at the launch leaves the module readable, and says so', async () => {
  const lrs = new Lrs({ auth: 'Basic YXV0cmU=' });
  const { session } = await opened(lrs);
  assert.deepEqual([session.launch.kind, session.state().notices], ['standalone', [{ kind: 'untracked', detail: 'denied' }]]);
});

test('the credential leaves the address bar, and a reload works without it', async () => {
  const lrs = new Lrs();
  const memory = memoryStore();
  const web = lrs.tab(`${tincanLaunch()}#/page-2`, memory);
  const one = await opened(lrs, web);
  answer(one, 'a', 2);
  one.session.end('pagehide');
  await one.world.pass(0);
  assert.deepEqual([web.shown.includes('auth'), web.shown.includes(encodeURIComponent(AUTH)), web.shown.endsWith('#/page-2')], [false, false, true]);
  const two = await opened(lrs, lrs.tab(web.shown.replace('page-2', 'page-3'), memory));
  assert.deepEqual([two.session.launch.kind, picked(two)], ['tincan', [[1, 2], [0, null]]]);
});

test('every request names its version and its credential, and the version that the store wants', async () => {
  for (const [versions, wanted] of [[['1.0.3'], ['1.0.3']], [['2.0.0'], ['1.0.3', '2.0.0']]] as const) {
    const lrs = new Lrs({ versions });
    const tab = await opened(lrs);
    answer(tab, 'a', 2);
    await tab.world.pass(3000);
    const seen = lrs.requests.map(({ headers }) => headers['X-Experience-API-Version']);
    assert.deepEqual([[...new Set(seen)], seen.filter((one) => one === '1.0.3').length === 1 || versions[0] === '1.0.3'], [wanted, true]);
    assert.deepEqual(new Set(lrs.requests.map(({ headers }) => headers['Authorization'])), new Set([AUTH]));
  }
});

test('a registration that is none is left out, and a platform and a grouping are told', async () => {
  const lrs = new Lrs();
  await opened(lrs, lrs.tab(tincanLaunch({ registration: '42', activity_platform: 'Moodle', grouping: 'https://exemple.quebec/programmes/p', activity_id: 'https://exemple.quebec/autre' })));
  const [{ context, object } = {}] = lrs.statements;
  assert.deepEqual([context, (object as { id: string }).id], [{ platform: 'Moodle', revision: '1.0.0', language: 'fr-CA', contextActivities: { grouping: [{ objectType: 'Activity', id: 'https://exemple.quebec/programmes/p' }, { objectType: 'Activity', id: 'https://exemple.quebec/programmes/270.A0', definition: { name: { 'fr-CA': '270.A0' } } }], category: [{ objectType: 'Activity', id: 'https://exemple.quebec/profiles/filiere' }] } }, 'https://exemple.quebec/autre']);
});

test('who quits while another tab is found to have stored more leaves both', async () => {
  const lrs = new Lrs();
  const [one, two] = [await opened(lrs), await opened(lrs)];
  answer(one, 'a', 3);
  await one.world.pass(3000);
  let release = (): void => undefined;
  const held = new Promise<undefined>((resolve) => { release = () => { resolve(undefined); }; });
  lrs.fault = (request) => (isState(request) && request.method === 'PUT' ? held : undefined);
  answer(two, 'b', 1);
  await two.world.pass(3000);
  const left = two.session.quit();
  release();
  await two.world.pass(10000);
  await left;
  assert.deepEqual(picked(await opened(lrs)), [[1, 3], [1, 1]]);
});

test('of tabs that find no store any more, and are all closed, nothing is lost, nor counted twice', async () => {
  const shared = memoryStore();
  const lrs = new Lrs();
  const [one, two] = [await opened(lrs, lrs.tab(tincanLaunch()), shared), await opened(lrs, lrs.tab(tincanLaunch()), shared)];
  lrs.fault = () => null;
  answer(one, 'a', 3);
  answer(two, 'b', 1);
  await one.world.pass(3000);
  await two.world.pass(3000);
  one.session.end('pagehide');
  two.session.end('pagehide');
  await two.world.pass(0);
  lrs.fault = () => undefined;
  const three = await opened(lrs, lrs.tab(tincanLaunch()), shared);
  await three.world.pass(3000);
  assert.deepEqual([picked(three), picked(await opened(lrs)), [...shared.kept].filter(([key, text]) => key.startsWith('filiere:state') && text !== '')], [[[1, 3], [1, 1]], [[1, 3], [1, 1]], []]);
});

test('nor of tabs that begin without a store, one after the other', async () => {
  const lrs = new Lrs();
  const shared = memoryStore();
  lrs.fault = () => null;
  const one = await opened(lrs, lrs.tab(tincanLaunch()), shared);
  answer(one, 'a', 3);
  const two = await opened(lrs, lrs.tab(tincanLaunch()), shared);
  answer(one, 'b', 1);
  two.session.dispatch({ type: 'go', to: 1 });
  await two.world.pass(3000);
  lrs.fault = () => undefined;
  assert.deepEqual(picked(await opened(lrs, lrs.tab(tincanLaunch()), shared)).map((one) => (one as unknown[])[1]), [3, 1]);
});

test('work that a store refuses for good stays in this browser, until a store takes it', async () => {
  const shared = memoryStore();
  const lrs = new Lrs({ hideEtag: true });
  const one = await opened(lrs, lrs.tab(tincanLaunch()), shared);
  await one.world.pass(3000);
  lrs.fault = (request) => (isState(request) && request.method !== 'GET' ? { status: 412 } : undefined);
  answer(one, 'a', 3);
  await one.world.pass(3000);
  assert.equal(one.session.save().kind, 'partly');
  one.session.end('pagehide');
  await one.world.pass(1000);
  lrs.fault = () => undefined;
  const two = await opened(lrs, lrs.tab(tincanLaunch()), shared);
  await two.world.pass(3000);
  assert.deepEqual([picked(two), two.session.save().kind, picked(await opened(lrs))], [[[1, 3], [0, null]], 'saved', [[1, 3], [0, null]]]);
});

test('one attempt that is submitted in two tabs is one attempt, and the better of the two counts', async () => {
  for (const [first, second] of [[0, 1], [1, 0], [1, 2]] as const) {
    const lrs = new Lrs();
    const start = await opened(lrs);
    start.session.dispatch({ type: 'start' });
    await start.world.pass(3000);
    start.session.end('pagehide');
    await start.world.pass(0);
    const tabs = [await opened(lrs), await opened(lrs)] as const;
    for (const [i, at] of [first, second].entries()) {
      const tab = tabs[i === 0 ? 0 : 1];
      tab.session.dispatch({ type: 'answer', target: { attempt: 0 }, answer: { kind: 'pick', at } });
      tab.session.dispatch({ type: 'submit' });
      await tab.world.pass(3000);
    }
    const { assessment } = (await opened(lrs)).session.state();
    assert.deepEqual([assessment?.attemptsUsed, assessment?.grade], [1, first === 0 || second === 0 ? 100 : 0], `${String(first)} then ${String(second)}`);
  }
});

test('what this browser kept by a clock that was years behind is taken up once it is right', async () => {
  const shared = memoryStore();
  const lrs = new Lrs();
  const one = await opened(lrs, lrs.tab(tincanLaunch()), shared);
  one.world.jump(-26 * 365 * 86400000);
  lrs.fault = () => null;
  answer(one, 'a', 3);
  await one.world.pass(3000);
  lrs.fault = () => undefined;
  assert.deepEqual(picked(await opened(lrs, lrs.tab(tincanLaunch()), shared)), [[1, 3], [0, null]]);
});
