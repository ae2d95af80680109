/** One contract for every back end: what is put and flushed comes back, nothing else does, nothing throws. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Lms, Trouble } from '../src/lms/lms';
import { openLms } from '../src/lms/open';
import { Scorm12 } from '../src/lms/scorm12';
import { Standalone } from '../src/lms/standalone';
import { StrictLms } from '../sim/lms';
import { BLOCKED, memoryStore, World } from './world';

interface BackEnd {
  readonly name: string;
  /** A place that keeps what is stored; each call opens it anew. */
  place(): () => Promise<Lms>;
  /** One whose store or LMS does nothing but throw. */
  broken(): Promise<Lms>;
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
  },
  {
    name: 'standalone',
    place: () => {
      const world = new World();
      return () => Promise.resolve(new Standalone(world, 'key'));
    },
    broken: () => Promise.resolve(new Standalone(new World(BLOCKED), 'key')),
  },
  {
    name: 'the chosen one, in an LMS',
    place: () => {
      const store = memoryStore();
      return () => Promise.resolve(openLms({ API: new StrictLms({ store }).api }, new World(), 'key'));
    },
    broken: () => Promise.resolve(openLms({ API: throwing }, new World(), 'key')),
  },
  {
    name: 'the chosen one, without LMS',
    place: () => {
      const world = new World();
      return () => Promise.resolve(openLms({}, world, 'key'));
    },
    broken: () => Promise.resolve(openLms(null, new World(null), 'key')),
  },
];

for (const { name, place, broken } of BACK_ENDS) {
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
    assert.deepEqual([lms.end('pagehide'), lms.end('pagehide')], ['ok', 'ok']);
    assert.equal((await (await open()).start()).state, '1.abc');
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
