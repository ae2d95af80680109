/** What is given up, what is forgotten once it is stored, and a State that comes back in another writing. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choice, made } from './fixtures';
import { cmi5Launch, Lrs, tincanLaunch, verbOf } from './lrs';
import type { Request } from './lrs';
import { launchedBy, memoryStore, World } from './world';

const PAGES = made({ pages: [[choice('a')], [], []] });
const isPut = ({ method, path }: Request): boolean => path === 'statements' && method !== 'GET';

test('a single statement that is too large is given up, told once, and the rest goes on', async () => {
  const lrs = new Lrs();
  const world = new World();
  const session = await launchedBy(PAGES, lrs.tab(cmi5Launch(lrs, 's1')), world);
  await world.pass(3000);
  lrs.fault = (request) => (isPut(request) && request.body.includes('/p/page-1') && request.body.includes('experienced') ? { status: 413 } : undefined);
  session.dispatch({ type: 'go', to: 1 });
  session.dispatch({ type: 'go', to: 2 });
  await world.pass(60000);
  const tries = lrs.requests.filter((request) => isPut(request) && request.status === 413).length;
  assert.deepEqual([tries, lrs.statements.filter((one) => verbOf(one) === 'experienced').length, session.save().kind, session.state().notices.map(({ kind, detail }) => [kind, detail])], [1, 1, 'saved', [['refused', 'statements']]]);
});

test('nothing waits in the browser once everything is stored', async () => {
  for (const address of [() => tincanLaunch(), (lrs: Lrs) => cmi5Launch(lrs, 's1')]) {
    const lrs = new Lrs();
    const storage = memoryStore();
    const world = new World(storage);
    const session = await launchedBy(PAGES, lrs.tab(address(lrs)), world);
    lrs.fault = (request) => (isPut(request) ? null : undefined);
    session.dispatch({ type: 'go', to: 1 });
    await world.pass(3000);
    const queue = (): string[] => [...storage.kept].filter(([key]) => key.startsWith('filiere:queue:')).map(([, text]) => text);
    assert.equal(queue().join().includes('experienced'), true);
    lrs.fault = () => undefined;
    await world.pass(70000);
    assert.deepEqual([queue(), session.save().kind], [[''], 'saved']);
  }
});

test('a State that a store writes in its own way, without a tag, is nobody else’s', async () => {
  const lrs = new Lrs({ hideEtag: true });
  const storage = memoryStore();
  const world = new World(storage);
  lrs.fault = ({ method, query }) => {
    if (method !== 'GET' || query['stateId'] !== 'suspendData') return undefined;
    const [kept] = [...lrs.documents].filter(([key]) => key.endsWith('suspendData')).map(([, { text }]) => text);
    return { status: 200, text: kept === undefined ? '{}' : JSON.stringify(JSON.parse(kept), null, 1) };
  };
  const session = await launchedBy(PAGES, lrs.tab(cmi5Launch(lrs, 's1', { withoutSession: true })), world);
  for (const to of [1, 2]) {
    session.dispatch({ type: 'go', to });
    await world.pass(12000);
  }
  const again = await launchedBy(PAGES, lrs.tab(cmi5Launch(lrs, 's2', { withoutSession: true })), new World(memoryStore(), 9000));
  assert.deepEqual([session.save().kind, again.state().here, again.state().pages.map(({ opened }) => opened)], ['saved', 2, [true, true, true]]);
});
