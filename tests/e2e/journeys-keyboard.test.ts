/** One journey without a pointer: Tab, arrows, Space and Enter from the first page to the result. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Learner } from './tools/learner';
import { stage } from './tools/journeys';

const { desk } = stage(['every-question']);

test('a module is read, answered, left, resumed and passed by keyboard alone', async () => {
  const at = await desk('every-question', 'strict');
  const learner = new Learner(at, { keyboard: true });
  await learner.arrive();
  await learner.read('right', 'frame');
  await learner.attempt('right');
  assert.equal(learner.status(), 'passed');
  await learner.quit('tab');
  await at.context.close();
});
