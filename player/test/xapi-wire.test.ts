/** What single stores and launchers ask for besides the rules: clocks, spaces, nulls, lengths, one statement at a time. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Session } from '../src/core/types';
import type { Question } from '../src/data';
import { choice, fillIn, made } from './fixtures';
import { cmi5Launch, Lrs, tincanLaunch, verbOf } from './lrs';
import type { Request, Thing } from './lrs';
import { launchedBy, memoryStore, START, World } from './world';

const PAGES = made({ pages: [[choice('a')], []], graded: [choice('q1')], completion: 'both', assessment: { attempts: null } });
let seeds = 0;

async function opened(lrs: Lrs, address: string, storage = memoryStore(), content = PAGES): Promise<{ session: Session; world: World; storage: ReturnType<typeof memoryStore> }> {
  const world = new World(storage, (seeds += 1000));
  return { session: await launchedBy(content, lrs.tab(address), world), world, storage };
}

const isSent = ({ path, method }: Request): boolean => path === 'statements' && method !== 'GET';
const isState = ({ path, query }: Request): boolean => path === 'activities/state' && query['stateId'] === 'suspendData';

test('an LMS that names no session gets single statements at the end too, the failure with its grade among them', async () => {
  for (const withoutSession of [true, false]) {
    const lrs = new Lrs();
    const { session, world } = await opened(lrs, cmi5Launch(lrs, 's1', { withoutSession }));
    session.dispatch({ type: 'start' });
    session.dispatch({ type: 'answer', target: { attempt: 0 }, answer: { kind: 'pick', at: 2 } });
    session.dispatch({ type: 'submit' });
    await world.pass(3000);
    const before = lrs.requests.length;
    session.end('pagehide');
    await world.pass(0);
    const sent = lrs.requests.slice(before).filter(isSent).map(({ method, body }) => `${method} ${[JSON.parse(body) as Thing | Thing[]].flat().map(verbOf).join()}`);
    assert.deepEqual(sent, withoutSession ? ['PUT failed'] : ['POST failed,suspended,terminated']);
  }
});

test('a clock that is ahead of the store by minutes says the time of the store, one that is less keeps its own', async () => {
  for (const [ahead, header] of [[600, 'Date'], [600, 'X-Experience-API-Consistent-Through'], [30, 'Date'], [-600, 'Date']] as const) {
    const lrs = new Lrs();
    const world = new World(memoryStore(), (seeds += 1000));
    const web = lrs.tab(tincanLaunch());
    const told = { get: (name: string): string | null => (name === header ? new Date(world.now() - ahead * 1000).toISOString() : null) };
    const session = await launchedBy(PAGES, { ...web, fetch: async (url, init) => ({ ...(await web.fetch(url, init)), headers: told }) }, world);
    await world.pass(0);
    session.end('pagehide');
    await world.pass(0);
    const [first] = lrs.statements;
    assert.equal(first?.['timestamp'], new Date(START - (ahead > 60 ? ahead : 0) * 1000).toISOString(), `${String(ahead)} ${header}`);
  }
});

test('a template goes back whole: null in its extensions, nothing where it has nothing', async () => {
  const extensions = { 'https://w3id.org/xapi/cmi5/context/extensions/sessionid': 's1', 'https://lms.exemple/x': { y: null, z: [null, 1] } };
  const lrs = new Lrs();
  // The test's own judge takes null for a fault anywhere: what is sent is looked at instead.
  await opened(lrs, cmi5Launch(lrs, 's1', { data: { contextTemplate: { extensions, contextActivities: {}, platform: null, team: { mbox: null, name: 'x' } } } }));
  const [first] = lrs.requests.filter(isSent).map(({ body }) => (JSON.parse(body) as { context: Thing }).context);
  assert.deepEqual(first, {
    registration: '6f7e3a0c-1d2b-4c3d-8e4f-5a6b7c8d9e0f', revision: '1.0.0', language: 'fr-CA', team: { name: 'x' }, extensions,
    contextActivities: { category: [{ objectType: 'Activity', id: 'https://w3id.org/xapi/cmi5/context/categories/cmi5' }] },
  });
});

test('a statement that alone is too large is given up, told, and leaves nothing behind', async () => {
  const lrs = new Lrs();
  lrs.fault = (request) => (isSent(request) && request.body.includes('verbs/answered') ? { status: 413 } : undefined);
  const { session, world, storage } = await opened(lrs, tincanLaunch());
  session.dispatch({ type: 'answer', target: { practice: 'a' }, answer: { kind: 'pick', at: 1 } });
  session.dispatch({ type: 'check', target: { practice: 'a' } });
  await world.pass(3000);
  assert.deepEqual([lrs.statements.map(verbOf), session.save().kind, session.state().notices], [['initialized', 'progressed'], 'partly', [{ kind: 'refused', detail: 'statements' }]]);
  assert.deepEqual([...storage.kept].filter(([, text]) => text !== ''), []);
});

test('State that comes back with other spaces and without tags is our own', async () => {
  const lrs = new Lrs({ hideEtag: true });
  const own = lrs.fault;
  lrs.fault = (request) => {
    if (!isState(request)) return own(request);
    const [key] = [...lrs.documents.keys()];
    const kept = key === undefined ? undefined : lrs.documents.get(key);
    if (request.method === 'GET') return { status: 200, text: kept === undefined ? '{"success":true}' : JSON.stringify(JSON.parse(kept.text), null, 1) };
    // Open edX: a PUT without condition, and nothing else, is kept.
    if (request.method === 'PUT') lrs.documents.set('state', { text: request.body, etag: '' });
    return { status: 200, text: '{"success":true}' };
  };
  const one = await opened(lrs, tincanLaunch());
  one.session.dispatch({ type: 'go', to: 1 });
  await one.world.pass(3000);
  one.session.dispatch({ type: 'go', to: 0 });
  await one.world.pass(10);
  one.session.end('pagehide');
  await one.world.pass(0);
  assert.deepEqual(new Set(lrs.requests.filter(isState).map(({ method }) => method)), new Set(['GET', 'PUT']));
  const puts = lrs.requests.filter((request) => isState(request) && request.method === 'PUT').length;
  const two = await opened(lrs, tincanLaunch());
  await two.world.pass(3000);
  assert.deepEqual([two.session.state().here, two.session.state().pages.map(({ opened: was }) => was), lrs.requests.filter((request) => isState(request) && request.method === 'PUT').length], [0, [true, true], puts]);
});

test('what is typed reaches the store whole, however long', async () => {
  const blanks = (fillIn('f') as Extract<Question, { type: 'fill-in' }>).blanks.map((blank) => ({ ...blank, choices: null }));
  const content = made({ pages: [[{ ...fillIn('f'), blanks } as Question]] });
  const lrs = new Lrs();
  const { session, world } = await opened(lrs, tincanLaunch(), memoryStore(), content);
  const [question] = session.state().practice;
  const long = 'é'.repeat(400);
  session.dispatch({ type: 'answer', target: { practice: 'f' }, answer: { kind: 'text', text: blanks.map(() => long) } });
  session.dispatch({ type: 'check', target: { practice: 'f' } });
  await world.pass(3000);
  const [given] = lrs.statements.filter((statement) => verbOf(statement) === 'answered');
  const { response } = given?.['result'] as { response: string };
  const { interactionType } = (given?.['object'] as { definition: { interactionType: string } }).definition;
  // The state bounds each text, so that a response never meets the usual limit of 250 characters.
  const each = Math.floor((question?.bytes ?? 0) / 2);
  assert.deepEqual([interactionType, response, response.length <= 250], ['fill-in', blanks.map(() => 'é'.repeat(each)).join('[,]'), true]);
});
