/** Two tabs of one module: one works, the other shows; whatever happens, nothing that was done is lost. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guarded } from '../src/core/guarded';
import { createSession } from '../src/core/session';
import type { Env, Session, Store } from '../src/core/types';
import { openLms } from '../src/lms/open';
import { createSim } from '../sim/lms';
import type { Sim } from '../sim/lms';
import type { Kind, SimOptions } from '../sim/types';
import { choice, made } from './fixtures';
import { Hub } from './hub';
import { BLOCKED, memoryStore, World } from './world';

const MODULE = made({ pages: [[choice('a'), choice('b')], [], []], graded: [choice('q')] });

interface Tab {
  readonly session: Session;
  readonly sim: Sim;
  stop(): void;
  go(): void;
}

class Browser {
  readonly world: World;
  readonly hub: Hub;

  constructor(store: Store = memoryStore()) {
    this.world = new World(store);
    this.hub = new Hub(this.world);
  }

  /** A tab that just opened. */
  async opens(sim: Sim, data = MODULE.data): Promise<Tab> {
    const tab = this.hub.tab();
    const session = await createSession(data, MODULE.graded, openLms(sim.kind === 'none' ? {} : { API: sim.api }, tab.env, 'essai'), tab.env, guarded);
    await this.world.pass(0);
    return { session, sim, stop: tab.stop, go: tab.go };
  }

  /** A first tab at work, and a second one that knows of it. */
  async two(kind: Kind = 'moodle', options: Partial<SimOptions> = {}): Promise<{ first: Tab; second: Tab }> {
    const first = await this.opens(createSim(kind, options, this.world));
    await this.world.pass(1000);
    type(first.session, 'a', 1);
    await this.world.pass(2000);
    const second = await this.opens(first.sim.secondTab());
    await this.world.pass(1000);
    return { first, second };
  }

  /** The page of a tab is loaded again. */
  async reloads(tab: Tab): Promise<Tab> {
    tab.session.end('reload');
    const next = await this.opens(tab.sim.relaunch());
    await this.world.pass(1000);
    return next;
  }
}

const type = (session: Session, practice: string, at: number): void => { session.dispatch({ type: 'answer', target: { practice }, answer: { kind: 'pick', at } }); };
const answers = (session: Session): unknown[] => session.state().practice.map(({ answer }) => (answer.kind === 'pick' ? answer.at : answer));
const places = (...tabs: Tab[]): string[] => tabs.map(({ session }) => { const { kind, tab } = session.save(); return tab === undefined ? kind : `${kind} ${tab}`; });
const writes = (sim: Sim): number => sim.log.filter(({ method }) => method === 'LMSSetValue' || method === 'LMSCommit' || method === 'LMSFinish').length;

/** Whether the wish was granted yet. */
function wish(tab: Tab): { granted: boolean } {
  const wished = { granted: false };
  void tab.session.takeOver?.().then(() => { wished.granted = true; });
  return wished;
}

test('alone, a tab works as ever, a moment after it opened', async () => {
  const browser = new Browser();
  const tab = await browser.opens(createSim('moodle', {}, browser.world));
  assert.deepEqual([places(tab), writes(tab.sim)], [['saved asking'], 0]);
  await browser.world.pass(400);
  assert.deepEqual([places(tab), tab.sim.stored()['cmi.core.lesson_status']], [['saved'], 'incomplete']);
});

test('what is done in that moment shows at once, and is stored', async () => {
  const browser = new Browser();
  const tab = await browser.opens(createSim('moodle', {}, browser.world));
  type(tab.session, 'a', 2);
  tab.session.dispatch({ type: 'check', target: { practice: 'a' } });
  assert.deepEqual([answers(tab.session), tab.session.state().practice[0]?.tries], [[2, null], 1]);
  await browser.world.pass(3000);
  assert.deepEqual([places(tab), answers((await browser.opens(tab.sim.relaunch())).session)], [['saved'], [2, null]]);
});

test('a page that is opened and left at once leaves the stored work as it is', async () => {
  const browser = new Browser();
  const first = await browser.opens(createSim('strict', {}, browser.world));
  type(first.session, 'a', 2);
  first.session.end('pagehide');
  const kept = first.sim.stored()['cmi.suspend_data'];
  const second = await browser.opens(first.sim.relaunch());
  second.session.end('pagehide');
  await browser.world.pass(1000);
  assert.equal(second.sim.stored()['cmi.suspend_data'], kept);
});

test('a page that is hidden or closed in that moment stores at once', async () => {
  for (const leave of [(session: Session) => { session.hidden(); }, (session: Session) => { session.end('pagehide'); }]) {
    const browser = new Browser();
    const tab = await browser.opens(createSim('moodle', {}, browser.world));
    type(tab.session, 'a', 2);
    leave(tab.session);
    await browser.world.pass(0);
    const next = await browser.opens(tab.sim.relaunch());
    assert.deepEqual(answers(next.session), [2, null]);
  }
});

test('the second tab shows and writes nothing, whatever happens to it', async () => {
  const browser = new Browser();
  const { first, second } = await browser.two();
  type(second.session, 'a', 3);
  second.session.dispatch({ type: 'start' });
  second.session.recover();
  second.session.hidden();
  second.session.online();
  await second.session.quit();
  second.session.end('pagehide');
  await browser.world.pass(120000);
  assert.deepEqual([places(first, second), answers(second.session), writes(second.sim)], [['saved', 'elsewhere second'], [1, null], 0]);
});

for (const kind of ['strict', 'moodle', 'ilias', 'openedx', 'chamilo'] as const) {
  test(`${kind}: going on in the second tab goes on with all that the first one had`, async () => {
    const browser = new Browser();
    const { first, second } = await browser.two(kind);
    type(first.session, 'b', 2);
    const wished = wish(second);
    await browser.world.pass(100);
    assert.deepEqual([wished.granted, places(first, second)], [true, ['elsewhere moved', 'elsewhere taking']]);
    const next = await browser.reloads(second);
    assert.deepEqual([places(first, next), answers(next.session)], [['elsewhere moved', 'saved'], [1, 2]]);
    const before = writes(first.sim);
    type(first.session, 'a', 0);
    first.session.end('pagehide');
    type(next.session, 'a', 3);
    await browser.world.pass(5000);
    const last = await browser.reloads(next);
    assert.deepEqual([writes(first.sim) - before, answers(last.session)], [0, [3, 2]]);
  });
}

test('the way back is the same', async () => {
  const browser = new Browser();
  const { first, second } = await browser.two();
  wish(second);
  await browser.world.pass(100);
  const next = await browser.reloads(second);
  type(next.session, 'b', 3);
  const wished = wish(first);
  await browser.world.pass(100);
  const back = await browser.reloads(first);
  assert.deepEqual([wished.granted, places(back, next), answers(back.session)], [true, ['saved', 'elsewhere moved'], [1, 3]]);
});

test('without an LMS too', async () => {
  const browser = new Browser();
  const { first, second } = await browser.two('none');
  assert.deepEqual(places(first, second), ['standalone', 'elsewhere second']);
  type(first.session, 'b', 2);
  wish(second);
  await browser.world.pass(100);
  const next = await browser.reloads(second);
  assert.deepEqual([places(first, next), answers(next.session)], [['elsewhere moved', 'standalone'], [1, 2]]);
});

test('a tab that crashed holds nobody up: not the next one, nor the one that waited', async () => {
  const browser = new Browser();
  const { first, second } = await browser.two();
  first.stop();
  const third = await browser.opens(first.sim.secondTab());
  await browser.world.pass(400);
  assert.deepEqual(places(third), ['saved']);
  third.session.end('pagehide');
  const wished = wish(second);
  await browser.world.pass(5000);
  assert.equal(wished.granted, true);
});

test('work that could not be stored goes on in the other tab by the journal of this browser', async () => {
  const browser = new Browser();
  const { first, second } = await browser.two();
  first.sim.switches.expired = true;
  type(first.session, 'b', 2);
  const wished = wish(second);
  await browser.world.pass(100);
  const next = await browser.reloads(second);
  assert.deepEqual([wished.granted, next.session.state().notices.map(({ kind }) => kind)], [true, ['unsent']]);
  next.session.recover();
  await browser.world.pass(0);
  assert.deepEqual(answers(next.session), [1, 2]);
});

test('work that is nowhere else stays where it is, and the other tab says so', async () => {
  const browser = new Browser(BLOCKED);
  const { first, second } = await browser.two();
  first.sim.switches.expired = true;
  type(first.session, 'b', 2);
  const wished = wish(second);
  await browser.world.pass(100);
  assert.deepEqual([wished.granted, places(first, second)], [false, ['unsaved', 'elsewhere refused']]);
  first.sim.switches.expired = false;
  await browser.world.pass(5000);
  const again = wish(second);
  await browser.world.pass(100);
  const next = await browser.reloads(second);
  assert.deepEqual([again.granted, answers(next.session)], [true, [1, 2]]);
});

test('of two tabs that open at once, the first one works', async () => {
  const browser = new Browser();
  const sim = createSim('moodle', {}, browser.world);
  const [first, second] = await Promise.all([browser.opens(sim), browser.opens(sim.secondTab())]);
  await browser.world.pass(1000);
  assert.deepEqual(places(first, second), ['saved', 'elsewhere second']);
});

test('a tab that is asked for the work in its first moment hands it over as soon as it has it', async () => {
  const browser = new Browser();
  const { first, second } = await browser.two();
  wish(second);
  await browser.world.pass(1000);
  second.session.end('reload');
  const again = await browser.opens(second.sim.relaunch());
  const wished = wish(first);
  await browser.world.pass(1000);
  assert.deepEqual([wished, places(again)], [{ granted: true }, ['elsewhere moved']]);
  const back = await browser.reloads(first);
  assert.deepEqual([places(back, again), answers(back.session)], [['saved', 'elsewhere moved'], [1, null]]);
});

test('a first tab that was too busy to answer is heard later: the second one, where nothing was done, gives way', async () => {
  const browser = new Browser();
  const first = await browser.opens(createSim('moodle', {}, browser.world));
  await browser.world.pass(1000);
  first.stop();
  const second = await browser.opens(first.sim.secondTab());
  await browser.world.pass(1000);
  second.session.dispatch({ type: 'go', to: 1 });
  first.go();
  await browser.world.pass(100);
  assert.deepEqual(places(first, second), ['saved', 'elsewhere second']);
});

test('and when work was done in both, both is kept', async () => {
  const browser = new Browser();
  const first = await browser.opens(createSim('moodle', {}, browser.world));
  await browser.world.pass(1000);
  type(first.session, 'a', 1);
  first.stop();
  const second = await browser.opens(first.sim.secondTab());
  await browser.world.pass(1000);
  type(second.session, 'b', 2);
  first.go();
  await browser.world.pass(5000);
  assert.deepEqual([places(first, second), answers(second.session)], [['elsewhere moved', 'saved'], [1, 2]]);
});

test('a tab that slept while the other went on does not undo what was done since', async () => {
  const browser = new Browser();
  const { first, second } = await browser.two();
  first.stop();
  wish(second);
  await browser.world.pass(3000);
  const next = await browser.reloads(second);
  type(next.session, 'a', 3);
  await browser.world.pass(10000);
  const before = writes(first.sim);
  first.go();
  await browser.world.pass(5000);
  assert.deepEqual([places(first, next), writes(first.sim) - before], [['elsewhere moved', 'saved'], 0]);
});

test('a tab that is closed is not spoken of any more', async () => {
  const browser = new Browser();
  const { first, second } = await browser.two();
  first.session.end('pagehide');
  second.session.end('pagehide');
  assert.equal(browser.hub.count(), 0);
});

test('other learners, other modules, and launches for looking are no second tab', async () => {
  const browser = new Browser();
  const first = await browser.opens(createSim('moodle', {}, browser.world));
  await browser.world.pass(1000);
  const other = await browser.opens(createSim('moodle', { learner: { id: 'autre', name: 'Autre' } }, browser.world));
  const module = await browser.opens(first.sim.secondTab(), { ...MODULE.data, module: { ...MODULE.data.module, iri: 'https://exemple.quebec/modules/autre' } });
  const review = await browser.opens(createSim('strict', { mode: 'review' }, browser.world));
  await browser.world.pass(1000);
  assert.deepEqual(places(first, other, module, review), ['saved', 'saved', 'saved', 'readonly']);
});

test('where tabs cannot speak with each other, each works as if it were alone', async () => {
  const world = new World();
  const env: Env = Object.assign(world, { channel: () => null });
  const sim = createSim('moodle', {}, world);
  const session = await createSession(MODULE.data, MODULE.graded, openLms({ API: sim.api }, env, 'essai'), env, guarded);
  await world.pass(0);
  assert.deepEqual([session.save().kind, session.takeOver], ['saved', undefined]);
});

test('work that could not be handed over is stored here once the server is back', async () => {
  const browser = new Browser(BLOCKED);
  let there = true;
  Object.assign(browser.world, { fetchText: () => (there ? Promise.resolve('filiere-ok') : Promise.reject(new TypeError('Failed to fetch'))) });
  const { first, second } = await browser.two();
  await browser.world.pass(60000);
  there = false;
  first.sim.switches.offline = true;
  type(first.session, 'b', 2);
  await browser.world.pass(40000);
  const wished = wish(second);
  await browser.world.pass(1000);
  assert.deepEqual([wished.granted, places(first, second)], [false, ['lost', 'elsewhere refused']]);
  there = true;
  first.sim.switches.offline = false;
  await browser.world.pass(120000);
  assert.deepEqual([places(first), answers((await browser.opens(first.sim.relaunch())).session)], [['saved'], [1, 2]]);
});

test('a tab that slept with work that is nowhere else, and wakes when another has gone on, joins the two', async () => {
  const browser = new Browser(BLOCKED);
  const { first, second } = await browser.two();
  first.sim.switches.expired = true;
  type(first.session, 'b', 2);
  await browser.world.pass(2000);
  first.stop();
  wish(second);
  await browser.world.pass(6000);
  const next = await browser.reloads(second);
  next.session.dispatch({ type: 'start' });
  next.session.dispatch({ type: 'answer', target: { attempt: 0 }, answer: { kind: 'pick', at: 3 } });
  first.go();
  await browser.world.pass(1000);
  assert.deepEqual(places(first, next).filter((place) => !place.startsWith('elsewhere')).length, 1);
  first.sim.switches.expired = false;
  await browser.world.pass(120000);
  const all = ({ session }: Tab): unknown[] => [...answers(session), session.state().assessment?.attempt?.questions[0]?.answer];
  const expected = [1, 2, { kind: 'pick', at: 3 }];
  assert.deepEqual([places(first, next), all(first), all(await browser.opens(first.sim.relaunch()))], [['saved', 'elsewhere moved'], expected, expected]);
});
