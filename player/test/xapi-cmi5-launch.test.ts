/** What a cmi5 launch gives goes where it belongs; and the way out, where everything is stored first. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attempt, left, opened, said } from './cmi5-tab';
import { choice, made } from './fixtures';
import { ACTIVITY, cmi5Launch, Lrs, verbOf } from './lrs';
import type { Thing } from './lrs';
import { cmi5Teller, score, told } from './story';
import { launchedBy, World } from './world';

test("the LMS's mastery score overrides the module's, and goes with each score", async () => {
  for (const [masteryScore, verb] of [[1, 'failed'], [0.5, 'passed'], [0.5001, 'failed']] as const) {
    const lrs = new Lrs();
    const two = made({ pages: [[]], graded: [choice('q1'), choice('q2')], assessment: { pass: 60 } });
    const world = new World();
    const session = await launchedBy(two, lrs.tab(cmi5Launch(lrs, 's1', { data: { masteryScore } })), world);
    assert.equal(session.launch.pass, Math.round(masteryScore * 1e6) / 1e4);
    session.dispatch({ type: 'start' });
    session.dispatch({ type: 'answer', target: { attempt: 0 }, answer: { kind: 'pick', at: 0 } });
    session.dispatch({ type: 'submit' });
    await world.pass(1000);
    session.end('pagehide');
    await world.pass(0);
    const { module } = cmi5Teller('s1', masteryScore);
    const at = verb === 'failed' ? 1 : 0;
    const judged = lrs.statements.filter((statement) => ['passed', 'failed'].includes(verbOf(statement)));
    assert.deepEqual(told(judged), [module(at, verb, { success: verb === 'passed', score: score(0.5), duration: `PT${String(at)}S` })]);
  }
});

for (const launchMode of ['Browse', 'Review']) {
  test(`${launchMode}: only the frame of the session is told, and State is not touched`, async () => {
    const lrs = new Lrs();
    const tab = await opened(lrs, 's1', { data: { launchMode } });
    await attempt(tab, 0);
    await left(tab);
    const puts = lrs.requests.filter(({ method, path }) => method === 'PUT' && path !== 'statements');
    assert.deepEqual([lrs.statements.map(verbOf), puts, tab.session.save().kind, tab.session.launch.mode], [['initialized', 'terminated'], [], 'readonly', launchMode.toLowerCase()]);
    assert.deepEqual(said(lrs), [['initialized', 'terminated']]);
  });
}

test('who quits goes to the return address only once the last statement is stored', async () => {
  const lrs = new Lrs();
  const tab = await opened(lrs, 's1', { data: { returnURL: 'https://lms.exemple/retour?x=1' } });
  await attempt(tab, 0);
  lrs.fault = ({ body }) => (body.includes('terminated') ? { status: 503 } : undefined);
  const events: string[] = [];
  void tab.session.quit().then(() => { events.push('left'); });
  await tab.world.pass(3000);
  assert.deepEqual([events, tab.session.save().kind], [[], 'unsaved']);
  lrs.fault = () => undefined;
  await tab.world.pass(60000);
  assert.deepEqual([events, tab.session.save().kind, tab.session.launch.exit, said(lrs)], [['left'], 'ended', { url: 'https://lms.exemple/retour?x=1' }, [['initialized', 'passed', 'completed', 'terminated']]]);
  await left(tab);
  assert.equal(lrs.statements.filter((statement) => verbOf(statement) === 'terminated').length, 1);
});

test('a failure, which only the exit tells, holds whoever quits until it is stored', async () => {
  const lrs = new Lrs();
  const tab = await opened(lrs, 's1');
  await attempt(tab, 1);
  lrs.fault = ({ body }) => (body.includes('verbs/failed') ? { status: 503 } : undefined);
  void tab.session.quit();
  await tab.world.pass(3000);
  assert.deepEqual([tab.session.save().kind, said(lrs)], ['unsaved', [['initialized']]]);
  lrs.fault = () => undefined;
  await tab.world.pass(60000);
  assert.deepEqual([tab.session.save().kind, said(lrs)], ['ended', [['initialized', 'failed', 'terminated']]]);
});

test('State is stored before the session is over, since its token dies with it', async () => {
  for (const why of ['quit', 'pagehide'] as const) {
    const lrs = new Lrs({ mortal: true });
    const tab = await opened(lrs, 's1');
    await attempt(tab, 0);
    tab.session.dispatch({ type: 'go', to: 0 });
    if (why === 'quit') await tab.session.quit();
    else await left(tab);
    // Who closes the page at once can't wait for State: the session stays open, and its LMS abandons it.
    const end = why === 'quit' ? ['terminated'] : [];
    assert.deepEqual([said(lrs), tab.session.save().kind], [[['initialized', 'passed', 'completed', ...end]], why === 'quit' ? 'ended' : 'unsaved']);
    const again = await opened(lrs, 's2', {}, 2000);
    assert.deepEqual([again.session.state().here, again.session.state().assessment?.grade], [0, 100]);
  }
});

test('statements leave one by one, each under its own id', async () => {
  const lrs = new Lrs();
  const tab = await opened(lrs, 's1');
  await attempt(tab, 0);
  const sent = lrs.requests.filter(({ path, method }) => path === 'statements' && method !== 'GET');
  assert.deepEqual(sent.map(({ method, query, body }) => [method, query['statementId'] === (JSON.parse(body) as Thing)['id']]), sent.map(() => ['PUT', true]));
});

test('actor and context template go back as they came, with ours appended', async () => {
  const actor = { account: { name: 'u 42', homePage: 'https://e' }, name: 'Ana', objectType: 'Agent' };
  const own = { objectType: 'Activity', id: 'https://lms.exemple/cours/7' };
  const template = {
    contextActivities: { grouping: own, category: [{ id: 'https://lms.exemple/sorte' }], parent: [{ id: 'https://lms.exemple/bloc' }] },
    extensions: { 'https://w3id.org/xapi/cmi5/context/extensions/sessionid': 's1', 'https://lms.exemple/x': { y: [1] } },
    platform: 'LMS', language: 'en', statement: { objectType: 'StatementRef', id: '6f7e3a0c-1d2b-4c3d-8e4f-5a6b7c8d9e0f' },
  };
  const lrs = new Lrs();
  const tab = await opened(lrs, 's1', { actor, data: { contextTemplate: template } });
  await attempt(tab, 0);
  await left(tab);
  const raw = lrs.requests.filter(({ method, path }) => method === 'PUT' && path === 'statements').map(({ body }) => body);
  assert.equal(raw.every((body) => body.includes(JSON.stringify(actor))), true);
  for (const statement of lrs.statements) {
    const { contextActivities, extensions, platform, language, statement: about } = statement['context'] as Record<string, Thing>;
    const { grouping, category, parent } = contextActivities as Record<string, Thing[]>;
    assert.deepEqual([grouping, category?.[0], parent?.[0], platform, language, about], [[own], template.contextActivities.category[0], template.contextActivities.parent[0], 'LMS', 'en', template.statement]);
    assert.deepEqual({ ...extensions, ...template.extensions }, extensions);
  }
  assert.equal(lrs.statements.every((statement) => ((statement['object'] as Thing)['id'] === ACTIVITY) === (verbOf(statement) !== 'answered' && verbOf(statement) !== 'experienced')), true);
});

test('an LMS that names no session, no mode and no mark is served all the same', async () => {
  const lrs = new Lrs();
  const tab = await opened(lrs, 's1', { withoutSession: true, data: { launchMode: undefined, moveOn: undefined } });
  await attempt(tab, 0);
  await left(tab);
  assert.deepEqual([tab.session.launch.mode, tab.session.launch.pass, said(lrs)], ['normal', null, [['initialized', 'passed', 'completed', 'terminated']]]);
});

test('without launch data nothing can be told, and the learner knows', async () => {
  for (const text of ['{"success":true}', 'null', '[]', '<html>']) {
    const lrs = new Lrs();
    lrs.fault = ({ query }) => (query['stateId'] === 'LMS.LaunchData' ? { status: 200, text } : undefined);
    const { session } = await opened(lrs, 's1');
    assert.deepEqual([session.launch.kind, session.state().notices, lrs.statements], ['standalone', [{ kind: 'untracked', detail: 'launch' }], []]);
  }
});
