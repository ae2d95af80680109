/** What cmi5 sessions tell, one after the other: results once a registration, reloads, durations. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attempt, left, opened, said } from './cmi5-tab';
import { Lrs, verbOf } from './lrs';
import { cmi5Teller, score, told } from './story';

test('several failed attempts are one failure, at the exit, with the grade that counts', async () => {
  const lrs = new Lrs();
  const tab = await opened(lrs, 's1');
  await attempt(tab, 1);
  await attempt(tab, 2);
  assert.deepEqual(said(lrs), [['initialized']]);
  await left(tab);
  assert.deepEqual(said(lrs), [['initialized', 'failed', 'terminated']]);
  const { module } = cmi5Teller('s1');
  assert.deepEqual(told(lrs.statements.filter((statement) => verbOf(statement) === 'failed')), [module(20, 'failed', { success: false, score: score(0), duration: 'PT20S' })]);
});

test('a failed session may be followed by one that passes, and after it none fails or completes', async () => {
  const lrs = new Lrs();
  const one = await opened(lrs, 's1');
  await attempt(one, 1);
  await left(one);
  const two = await opened(lrs, 's2', {}, 2000);
  await attempt(two, 0);
  await left(two);
  const three = await opened(lrs, 's3', {}, 4000);
  await attempt(three, 1);
  await attempt(three, 0);
  await left(three);
  assert.deepEqual(said(lrs), [['initialized', 'failed', 'terminated'], ['initialized', 'passed', 'completed', 'terminated'], ['initialized', 'terminated']]);
});

test('another registration starts over', async () => {
  const lrs = new Lrs();
  for (const [name, registration] of [['s1', '6f7e3a0c-1d2b-4c3d-8e4f-5a6b7c8d9e01'], ['s2', '6f7e3a0c-1d2b-4c3d-8e4f-5a6b7c8d9e02']] as const) {
    const tab = await opened(lrs, name, { registration }, name === 's1' ? 100 : 2000);
    await attempt(tab, 0);
    await left(tab);
    lrs.statements.length = 0;
  }
  assert.deepEqual(said(lrs), [['initialized', 'passed', 'completed', 'terminated'], ['initialized', 'passed', 'completed', 'terminated']]);
});

test('a reload by its keys goes on with the session: one token, one beginning, one end', async () => {
  const lrs = new Lrs();
  const one = await opened(lrs, 's1');
  await attempt(one, 1);
  await left(one, 'reload');
  const two = await opened(lrs, 's1', { memory: one.memory }, 2000);
  await left(two);
  assert.deepEqual([said(lrs), lrs.requests.filter(({ path }) => path === 'fetch').length], [[['initialized', 'failed', 'terminated']], 1]);
});

test('durations leave out the time elsewhere, and go on through a reload', async () => {
  const lrs = new Lrs();
  const one = await opened(lrs, 's1');
  await one.world.pass(60000);
  one.session.activity.seen(false);
  await one.world.pass(3600000);
  await left(one, 'reload');
  const two = await opened(lrs, 's1', { memory: one.memory }, 2000);
  await two.world.pass(30000);
  await left(two);
  const duration = (verb: string): unknown => lrs.statements.filter((statement) => verbOf(statement) === verb).map((statement) => (statement['result'] as Record<string, unknown>)['duration']);
  assert.deepEqual([duration('experienced'), duration('terminated')], [['PT120S', 'PT30S'], ['PT150S']]);
});

test('a page that comes back after the end says so, keeps the work, and the next session tells the result', async () => {
  const lrs = new Lrs();
  const one = await opened(lrs, 's1');
  await left(one);
  const two = await opened(lrs, 's1', { memory: one.memory }, 2000);
  assert.deepEqual(two.session.state().notices.map(({ kind }) => kind), ['closed']);
  await attempt(two, 0);
  assert.equal(two.session.save().kind, 'saved');
  await left(two);
  const three = await opened(lrs, 's2', {}, 4000);
  assert.equal(three.session.state().assessment?.grade, 100);
  await left(three);
  assert.deepEqual(said(lrs), [['initialized', 'terminated'], ['initialized', 'passed', 'completed', 'terminated']]);
});

test('a launch that was used elsewhere can report nothing, and says so', async () => {
  const lrs = new Lrs();
  await opened(lrs, 's1');
  const two = await opened(lrs, 's1', {}, 2000);
  assert.deepEqual([two.session.launch.kind, two.session.state().notices], ['standalone', [{ kind: 'untracked', detail: 'spent' }]]);
});
