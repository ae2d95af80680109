/** Modes that grade nothing, modules without an assessment, and passes that relaunches leave alone. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LmsName } from './tools/browser';
import { Learner } from './tools/learner';
import type { Called, Desk } from './tools/lms';
import { stage } from './tools/journeys';

const { desk } = stage(['every-question', 'pages-only']);
const GRADED = /^cmi\.(core\.(lesson_status|score)|objectives|interactions)/u;

const written = (calls: readonly Called[]): string[] => calls.flatMap((call) => (call.method === 'LMSSetValue' ? [call.args[0] ?? ''] : []));

async function workIn(at: Desk): Promise<Called[]> {
  const learner = new Learner(at);
  await learner.arrive();
  await learner.read('right', null);
  await learner.attempt('right');
  await learner.leave('frame');
  const { calls } = await at.kept();
  at.assertClean(calls);
  await at.context.close();
  return calls;
}

for (const mode of ['review', 'browse'] as const) {
  test(`in ${mode} mode everything works and nothing is written`, async () => {
    const at = await desk('every-question', 'strict');
    await at.configure({ mode });
    const calls = await workIn(at);
    assert.deepEqual(written(calls), []);
    assert.equal(calls.filter((call) => call.method === 'LMSFinish').length, 1);
  });
}

test('without credit the work is kept and nothing graded is written', async () => {
  const at = await desk('every-question', 'strict');
  await at.configure({ credit: false });
  const names = written(await workIn(at));
  assert.deepEqual(names.filter((name) => GRADED.test(name)), []);
  assert.deepEqual([...new Set(names)].sort(), ['cmi.core.exit', 'cmi.core.lesson_location', 'cmi.core.session_time', 'cmi.suspend_data']);
});

for (const lms of ['strict', 'again'] as const satisfies readonly LmsName[]) {
  test(`a module without assessment is completed with 100 once it is read, in ${lms}`, async () => {
    const at = await desk('pages-only', lms);
    const learner = new Learner(at);
    await learner.arrive();
    assert.equal(learner.status(), 'incomplete');
    await learner.comeBackFresh('frame');
    await learner.read('wrong', null);
    assert.equal(learner.status(), 'completed');
    await learner.comeBack('tab');
    await learner.quit('navigation');
    await at.context.close();
  });

  test(`a pass before the pages are read is no pass yet, and becomes one by reading, in ${lms}`, async () => {
    const at = await desk('every-question', lms);
    const learner = new Learner(at);
    await learner.arrive();
    await learner.jumpTo('@assessment');
    await learner.attempt('right');
    assert.equal(learner.status(), 'incomplete');
    await learner.comeBack('frame');
    await learner.jumpTo('first');
    await learner.read('part', null);
    assert.equal(learner.status(), 'passed');
    await learner.comeBack('navigation');
    await learner.jumpTo('@assessment');
    await learner.attempt('wrong');
    assert.equal(learner.status(), 'passed');
    await learner.quit('tab');
    await at.context.close();
  });
}

test('a pass mark of the LMS is the one that counts', async () => {
  const at = await desk('every-question', 'strict');
  await at.configure({ mastery: 20 });
  const learner = new Learner(at, { pass: 20 });
  await learner.arrive();
  await learner.read('right', null);
  await learner.attempt('part');
  assert.equal(learner.status(), 'passed');
  await learner.quit('frame');
  await at.context.close();
});
