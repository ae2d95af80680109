/** What a session or a launch could not send: the next one finds out what came, and says the rest once. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choice, made } from './fixtures';
import { cmi5Launch, Lrs, tincanLaunch, verbOf } from './lrs';
import type { Thing } from './lrs';
import { cmi5Teller, told } from './story';
import { BLOCKED, memoryStore, START } from './world';
import { answer, isSent, launchedTab } from './xapi-tab';
import type { Tab } from './xapi-tab';

const PAGES = made({ pages: [[choice('a', [0], { objective: 'o1' }), choice('b')], []], objectives: ['o1'], graded: [choice('q1')], completion: 'both' });
const HAPPENED = 'https://exemple.quebec/profiles/filiere/extensions/happened';

const opened = (lrs: Lrs, address: string, storage = memoryStore(), session = memoryStore()): Promise<Tab> => launchedTab(PAGES, lrs, address, storage, session);

const named = (lrs: Lrs): string[] => lrs.statements.map((statement) => [verbOf(statement), String((statement['object'] as Thing)['id']).split('/q/')[1] ?? ''].join(' ').trim());

/** A session that answers « a » after ten seconds, and whose statements from then on meet `fault`. */
async function cutShort(lrs: Lrs, storage: ReturnType<typeof memoryStore>, fault: Lrs['fault']): Promise<void> {
  const one = await opened(lrs, cmi5Launch(lrs, 's1'), storage);
  await one.world.pass(10000);
  lrs.fault = fault;
  answer(one, 'a', 1);
  await one.world.pass(2000);
  lrs.fault = () => undefined;
}

test('an answer that a session could not send is said in the next one, with the moment when it was given', async () => {
  const lrs = new Lrs();
  const storage = memoryStore();
  await cutShort(lrs, storage, (request) => (isSent(request) ? null : undefined));
  const two = await opened(lrs, cmi5Launch(lrs, 's2'), storage);
  const { module, choice: answered } = cmi5Teller('s2');
  const happened = (statement: Thing): Thing => {
    const { context, ...rest } = statement;
    const { extensions, ...others } = context as Thing;
    return { ...rest, context: { ...others, extensions: { ...(extensions as Thing), [HAPPENED]: new Date(START + 10000).toISOString() } } };
  };
  assert.deepEqual(told(lrs.statements.slice(1)), [
    module(0, 'initialized'),
    module(0, 'resumed'),
    happened(answered(0, 'a', { response: 'b', success: false, score: { scaled: 0 }, duration: 'PT10S' }, 'o1')),
  ]);
  assert.deepEqual([two.session.save().kind, two.session.state().notices.map(({ kind }) => kind), [...storage.kept].filter(([key, text]) => key.startsWith('filiere:queue') && text !== '')], ['saved', ['resumed'], []]);
});

test('an answer that came though nobody heard so is not said again', async () => {
  const lrs = new Lrs();
  const storage = memoryStore();
  await cutShort(lrs, storage, (request) => {
    if (!isSent(request)) return undefined;
    const list = [JSON.parse(request.body) as Thing | Thing[]].flat();
    if (!lrs.statements.some(({ id }) => id === list[0]?.['id'])) lrs.statements.push(...list);
    return null;
  });
  await opened(lrs, cmi5Launch(lrs, 's2'), storage);
  assert.deepEqual(named(lrs), ['initialized', 'answered a', 'initialized', 'resumed']);
});

test('a store that does not say whether it has it is not told twice, and the learner is told', async () => {
  for (const reply of [{ status: 200, text: '{"success":true}' }, { status: 403 }]) {
    const lrs = new Lrs();
    const storage = memoryStore();
    await cutShort(lrs, storage, (request) => (isSent(request) ? null : undefined));
    lrs.fault = ({ path, method }) => (path === 'statements' && method === 'GET' ? reply : undefined);
    const two = await opened(lrs, cmi5Launch(lrs, 's2'), storage);
    assert.deepEqual([named(lrs), two.session.state().notices, two.session.save().kind], [['initialized', 'initialized', 'resumed'], [{ kind: 'refused', detail: 'statements' }, { kind: 'resumed', detail: '' }].reverse(), 'partly']);
  }
});

test('a store that is not there to say so is asked again, and nothing is forgotten meanwhile', async () => {
  const lrs = new Lrs();
  const storage = memoryStore();
  await cutShort(lrs, storage, (request) => (isSent(request) ? null : undefined));
  lrs.fault = ({ path, method }) => (path === 'statements' && method === 'GET' ? { status: 503 } : undefined);
  const two = await opened(lrs, cmi5Launch(lrs, 's2'), storage);
  assert.deepEqual([named(lrs), two.session.save().kind], [['initialized', 'initialized', 'resumed'], 'unsaved']);
  lrs.fault = () => undefined;
  // Of two pages that know of it one says it.
  const three = await opened(lrs, cmi5Launch(lrs, 's3'), storage);
  await two.world.pass(70000);
  assert.deepEqual([named(lrs).filter((name) => name === 'answered a').length, two.session.save().kind, three.session.save().kind], [1, 'saved', 'saved']);
});

test('a result that may have come is believed of the very statement only', async () => {
  for (const [text, again] of [['{"success":true}', true], ['{"id":"%"}', false]] as const) {
    const lrs = new Lrs();
    const storage = memoryStore();
    const one = await opened(lrs, cmi5Launch(lrs, 's1'), storage);
    lrs.fault = (request) => (isSent(request) && request.body.includes('verbs/passed') ? null : undefined);
    one.session.dispatch({ type: 'start' });
    one.session.dispatch({ type: 'answer', target: { attempt: 0 }, answer: { kind: 'pick', at: 0 } });
    one.session.dispatch({ type: 'submit' });
    await one.world.pass(3000);
    lrs.fault = ({ path, method, query }) => (path === 'statements' && method === 'GET' ? { status: 200, text: text.replace('%', query['statementId'] ?? '') } : undefined);
    await opened(lrs, cmi5Launch(lrs, 's2'), storage);
    assert.equal(named(lrs).includes('passed'), again, text);
  }
});

test('an answer given after the session was closed waits for the next one', async () => {
  const lrs = new Lrs();
  const [storage, tab] = [memoryStore(), memoryStore()];
  const one = await opened(lrs, cmi5Launch(lrs, 's1'), storage, tab);
  one.session.end('pagehide');
  await one.world.pass(0);
  const two = await opened(lrs, cmi5Launch(lrs, 's1'), storage, tab);
  assert.deepEqual(two.session.state().notices.map(({ kind }) => kind), ['closed']);
  answer(two, 'b', 0);
  await two.world.pass(3000);
  await opened(lrs, cmi5Launch(lrs, 's2'), storage);
  assert.deepEqual(named(lrs), ['initialized', 'experienced', 'suspended', 'terminated', 'initialized', 'resumed', 'answered b']);
});

test('and one that has nowhere to wait is never called stored', async () => {
  for (const [module, storage] of [[{ ...PAGES, data: { ...PAGES.data, journal: 'off' as const } }, memoryStore()], [PAGES, BLOCKED]] as const) {
    const lrs = new Lrs();
    const tab = memoryStore();
    const one = await launchedTab(module, lrs, cmi5Launch(lrs, 's1'), storage, tab);
    one.session.end('pagehide');
    await one.world.pass(0);
    const two = await launchedTab(module, lrs, cmi5Launch(lrs, 's1'), storage, tab);
    assert.equal(two.session.save().kind, 'saved');
    answer(two, 'b', 0);
    await two.world.pass(3000);
    assert.deepEqual([two.session.save().kind, two.session.state().notices.map(({ kind }) => kind)], ['partly', ['closed', 'refused']]);
  }
});

for (const standard of ['tincan', 'cmi5'] as const) {
  test(`${standard}: what is done in a launch that finds no store is taken up by the next, for this learner alone`, async () => {
    const lrs = new Lrs();
    const storage = memoryStore();
    const other = { objectType: 'Agent', account: { homePage: 'https://cegep.exemple', name: 'u-43' } };
    const launch = (n: number): string => (standard === 'tincan' ? tincanLaunch() : cmi5Launch(lrs, `s${String(n)}`));
    const one = await opened(lrs, launch(1), storage);
    answer(one, 'a', 1);
    await one.world.pass(3000);
    one.session.end('pagehide');
    await one.world.pass(0);
    // The token, or the origin: nothing can be asked for.
    lrs.fault = ({ path }) => (path === 'about' ? { status: 200 } : null);
    const two = await opened(lrs, launch(2), storage);
    assert.deepEqual([two.session.launch.kind, two.session.state().notices.map(({ kind }) => kind), two.session.state().practice.map(({ tries }) => tries)], ['standalone', ['untracked'], [0, 0]]);
    answer(two, 'b', 2);
    two.session.end('pagehide');
    lrs.fault = () => undefined;
    const stranger = await opened(lrs, standard === 'tincan' ? tincanLaunch({ actor: JSON.stringify(other) }) : cmi5Launch(lrs, 's3', { actor: other }), storage);
    assert.deepEqual(stranger.session.state().practice.map(({ tries }) => tries), [0, 0]);
    const three = await opened(lrs, launch(4), storage);
    assert.deepEqual([three.session.launch.kind, three.session.save().kind, three.session.state().practice.map(({ tries }) => tries)], [standard, 'saved', [1, 1]]);
    const elsewhere = await opened(lrs, launch(5));
    assert.deepEqual(elsewhere.session.state().practice.map(({ tries }) => tries), [1, 1]);
  });
}
