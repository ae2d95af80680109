/** Where the API is looked for, and what stands in the way. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { discover, findApi } from '../src/lms/discovery';
import { StrictLms } from '../sim/lms';
import { World } from './world';

const { api } = new StrictLms();

/** A frame of another origin: every property throws. */
const FOREIGN = new Proxy({}, {
  get() {
    throw new Error('SecurityError');
  },
});

/** One whose parent can be reached though nothing else can. */
function foreignBelow(parent: unknown): object {
  return new Proxy({}, {
    get(_, name) {
      if (name === 'parent') return parent;
      throw new Error('SecurityError');
    },
  });
}

function nested(levels: number, top: object): object {
  let frame = top;
  for (let i = 0; i < levels; i += 1) frame = { parent: frame };
  return frame;
}

const FOUND: [string, unknown][] = [
  ['in the page’s own window', { API: api }],
  ['in the parent', { parent: { API: api } }],
  ['forty frames up', nested(40, { API: api })],
  ['above a frame of another origin', { parent: foreignBelow({ API: api }) }],
  ['in the opener', { opener: { API: api } }],
  ['in a parent of the opener', { opener: { parent: { API: api } } }],
  ['on the opener’s document', { opener: { document: { API: api } } }],
  ['in the opener of the top', { parent: {}, top: { opener: { API: api } } }],
  ['above a window with half an API', { API: { LMSInitialize: () => 'true' }, parent: { API: api } }],
  ['above a window with the API of another standard', { API_1484_11: api, parent: { API: api } }],
  ['on a function', { API: Object.assign(() => undefined, api) }],
];
for (const [where, own] of FOUND) {
  test(`the API is found ${where}`, () => { assert.notEqual(findApi(own), null); });
}

test('nothing is found, and nothing thrown, where there is none', () => {
  const loop: { parent?: unknown } = {};
  loop.parent = loop;
  assert.deepEqual([null, undefined, {}, loop, FOREIGN, { parent: FOREIGN, opener: FOREIGN, top: FOREIGN }].map(findApi), [null, null, null, null, null, null]);
});

test('an API that comes late is waited for, three seconds', async () => {
  const world = new World();
  const own: { API?: object; parent: object } = { parent: {} };
  const found = discover(own, world);
  await world.pass(2900);
  own.API = api;
  await world.pass(200);
  assert.equal(await found, true);
});

test('after three seconds there is none', async () => {
  const world = new World();
  const found = discover({ parent: {} }, world);
  await world.pass(3100);
  assert.equal(await found, false);
});

test('a page alone in its window is not kept waiting', async () => {
  const own: { parent?: unknown } = {};
  own.parent = own;
  assert.equal(await discover(own, new World()), false);
});
