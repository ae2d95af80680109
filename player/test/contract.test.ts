/** One contract for every back end: what is put and flushed comes back, nothing else does, nothing throws. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Lms, Trouble } from '../src/lms/lms';
import { openLms } from '../src/lms/open';
import { openStore } from '../src/lms/xapi/open';
import { Scorm12 } from '../src/lms/scorm12';
import { Standalone } from '../src/lms/standalone';
import { addressOf } from '../src/lms/xapi/launch';
import { Xapi } from '../src/lms/xapi/xapi';
import { StrictLms } from '../sim/lms';
import { choice, made } from './fixtures';
import { cmi5Launch, Lrs, tincanLaunch, verbOf } from './lrs';
import { BLOCKED, memoryStore, START, World } from './world';

interface BackEnd {
  readonly name: string;
  /** A place that keeps what is stored; each call opens it anew. */
  place(): () => Promise<Lms>;
  /** One whose store or LMS does nothing but throw. */
  broken(): Promise<Lms>;
  /** One that can be made to fail, and counts the answers it has; null: it takes none. */
  flaky(): Promise<Flaky> | null;
}

interface Flaky {
  readonly lms: Lms;
  fail(on: boolean): void;
  answers(): number;
}

const CONTENT = made({ pages: [[choice('a')]] });
let seeds = 0;

/** Waits for nothing: whoever pauses goes on at once. */
class Hasty extends World {
  override setTimer(run: () => void): number {
    setImmediate(run);
    return 0;
  }
}

function xapi(name: string, launch: (lrs: Lrs, n: number) => string): BackEnd {
  const opened = (lrs: Lrs, n = 1): Lms => {
    const address = launch(lrs, n);
    const known = addressOf(address);
    assert.notEqual(known, null);
    return known === null ? new Standalone(new World(), '') : new Xapi(known, CONTENT, lrs.tab(address), new Hasty(memoryStore(), (seeds += 1000)));
  };
  return {
    name,
    place: () => {
      const lrs = new Lrs();
      let n = 0;
      return () => Promise.resolve(opened(lrs, (n += 1)));
    },
    broken: () => {
      const lrs = new Lrs();
      lrs.fault = () => null;
      return Promise.resolve(opened(lrs));
    },
    flaky: () => {
      const lrs = new Lrs();
      const fail = (on: boolean): void => { lrs.fault = ({ method }) => (on && method !== 'GET' ? { status: 500 } : undefined); };
      return Promise.resolve({ lms: opened(lrs), fail, answers: () => lrs.statements.filter((statement) => verbOf(statement) === 'answered').length });
    },
  };
}

const throwing = new Proxy({}, {
  get: () => () => {
    throw new Error('gone');
  },
});

const BACK_ENDS: BackEnd[] = [
  {
    name: 'scorm12',
    place: () => {
      const store = memoryStore();
      return async () => {
        const lms = new Scorm12({ API: new StrictLms({ store }).api }, new World());
        await lms.find();
        return lms;
      };
    },
    broken: async () => {
      const lms = new Scorm12({ API: throwing }, new World());
      await lms.find();
      return lms;
    },
    flaky: async () => {
      const sim = new StrictLms({ store: memoryStore() });
      let fails = false;
      const lms = new Scorm12({ API: { ...sim.api, LMSCommit: (text: unknown) => (fails ? 'false' : sim.api.LMSCommit(text)) } }, new World());
      await lms.find();
      return { lms, fail: (on) => { fails = on; }, answers: () => Number(sim.api.LMSGetValue('cmi.interactions._count')) };
    },
  },
  {
    name: 'standalone',
    place: () => {
      const world = new World();
      return () => Promise.resolve(new Standalone(world, 'key'));
    },
    broken: () => Promise.resolve(new Standalone(new World(BLOCKED), 'key')),
    flaky: () => null,
  },
  {
    name: 'the chosen one, in an LMS',
    place: () => {
      const store = memoryStore();
      return () => Promise.resolve(openLms({ API: new StrictLms({ store }).api }, new World(), 'key'));
    },
    broken: () => Promise.resolve(openLms({ API: throwing }, new World(), 'key')),
    flaky: () => null,
  },
  {
    name: 'the chosen one, without LMS',
    place: () => {
      const world = new World();
      return () => Promise.resolve(openLms({}, world, 'key'));
    },
    broken: () => Promise.resolve(openLms(null, new World(null), 'key')),
    flaky: () => null,
  },
  xapi('tincan', () => tincanLaunch()),
  xapi('cmi5', (lrs, n) => cmi5Launch(lrs, `s${String(n)}`)),
  {
    name: 'the chosen one, by a record store',
    place: () => {
      const lrs = new Lrs();
      return () => Promise.resolve(openStore(lrs.tab(tincanLaunch()), CONTENT, new Hasty(memoryStore(), (seeds += 1000)), 'key'));
    },
    broken: () => {
      const lrs = new Lrs();
      lrs.fault = () => null;
      return Promise.resolve(openStore(lrs.tab(cmi5Launch(lrs, 's1')), CONTENT, new Hasty(BLOCKED), 'key'));
    },
    flaky: () => null,
  },
];

for (const { name, place, broken, flaky } of BACK_ENDS) {
  test(`${name}: the first launch has nothing to take up`, async () => {
    const { mode, credit, pass, state, location, priorStatus } = await (await place()()).start();
    assert.deepEqual({ mode, credit, pass, state, location, priorStatus }, { mode: 'normal', credit: true, pass: null, state: '', location: '', priorStatus: 'none' });
  });

  test(`${name}: what is flushed comes back at the next launch`, async () => {
    const open = place();
    const lms = await open();
    await lms.start();
    lms.put({ state: '1.abc', location: 'cuve', completion: 'incomplete', success: 'unknown', seconds: 3 });
    assert.equal(await lms.flush('change'), 'ok');
    const { state, location } = await (await open()).start();
    assert.deepEqual([state, location], ['1.abc', 'cuve']);
  });

  test(`${name}: what is only put does not`, async () => {
    const open = place();
    const lms = await open();
    await lms.start();
    lms.put({ state: '1.abc' });
    assert.equal((await (await open()).start()).state, '');
  });

  test(`${name}: a field that is absent leaves what was stored`, async () => {
    const open = place();
    const lms = await open();
    await lms.start();
    lms.put({ state: '1.abc', location: 'cuve' });
    await lms.flush('change');
    lms.put({ state: '1.def' });
    await lms.flush('change');
    const { state, location } = await (await open()).start();
    assert.deepEqual([state, location], ['1.def', 'cuve']);
  });

  test(`${name}: the end stores what was put, once`, async () => {
    const open = place();
    const lms = await open();
    await lms.start();
    lms.put({ state: '1.abc' });
    const ends = [lms.end('pagehide'), lms.end('pagehide')];
    // Who can't wait for an answer can't be sure.
    assert.equal(ends.every((end) => end === 'ok' || end === 'unsure'), true);
    await new Promise(setImmediate);
    assert.equal((await (await open()).start()).state, '1.abc');
  });

  test(`${name}: who quits knows that what was put is stored`, async () => {
    const open = place();
    const lms = await open();
    await lms.start();
    lms.put({ state: '1.abc', location: 'cuve' });
    assert.equal(await lms.quit(), 'ok');
    const { state, location } = await (await open()).start();
    assert.deepEqual([state, location], ['1.abc', 'cuve']);
  });

  test(`${name}: an answer that is put again after a failure is recorded once`, async () => {
    const opened = await flaky();
    if (opened === null) return;
    const { lms, fail, answers } = opened;
    await lms.start();
    const record = { id: 'a_0_p1', question: 'a', kind: 'choice' as const, response: ['a'], correct: [['a']], result: 1, weight: 1, at: START, took: 0, objective: null };
    const batch = { state: '1.abc', interactions: [{ index: 0, record }], happenings: [{ n: 1, at: START, kind: 'page' as const, page: 'page-1', took: 5 }] };
    fail(true);
    lms.put(batch);
    assert.equal(await lms.flush('change'), 'failed');
    fail(false);
    lms.put(batch);
    assert.deepEqual([await lms.flush('change'), answers()], ['ok', 1]);
    lms.put({ ...batch, interactions: [...batch.interactions, { index: 1, record: { ...record, id: 'a_0_p2' } }] });
    assert.deepEqual([await lms.flush('change'), answers()], ['ok', 2]);
  });

  test(`${name}: nothing throws when everything around does`, async () => {
    const lms = await broken();
    const troubles: Trouble[] = [];
    lms.onTrouble((trouble) => troubles.push(trouble));
    const launch = await lms.start();
    lms.put({ state: '1.abc', score: 0.5, seconds: 1 });
    const outcome = await lms.flush('change');
    lms.recorded();
    lms.end('pagehide');
    // Either the failure is said, or the launch said that nothing is kept.
    assert.equal(outcome === 'failed' ? troubles.length > 0 : !launch.caps.keeps, true);
  });
}
