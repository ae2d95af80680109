/** The clock of the campaign's pages: time stands still while anything is on its way. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { installClock, task } from './campaign/inside-clock';
import { installFetch } from './campaign/inside-fetch';

const { now } = performance;

before(() => {
  // Firefox needs tens of tasks for a text of which a copy was read already, hundreds on a busy machine.
  const text = async (): Promise<string> => {
    for (let n = 0; n < 500; n += 1) await task();
    return 'stored';
  };
  const reply = { text, clone: () => ({ arrayBuffer: () => Promise.resolve() }) };
  Object.assign(globalThis, { window: { fetch: () => Promise.resolve(reply), addEventListener: () => undefined }, document: { defaultView: {} }, location: { href: 'http://module.test/', origin: 'http://module.test' } });
});
after(() => { performance.now = now; });

test('no time passes between a request and the moment its answer is read', async () => {
  const clock = installClock({ start: 0, passed: 0, skew: 0, slow: 0, seeds: 0, blocked: false, fresh: false });
  installFetch(clock, { sent: 0, failing: 0, offline: false, expired: false, end: 'stays' });
  const heard: string[] = [];
  const ask = async (): Promise<void> => {
    const reply = await window.fetch('http://store.test/');
    heard.push(`${await reply.text()} at ${String(clock.passed)}`);
  };
  window.setTimeout(() => { void ask().then(ask); }, 1500);
  await clock.pass(130000);
  assert.deepEqual([heard, clock.passed], [['stored at 1500', 'stored at 1500'], 130000]);
});
