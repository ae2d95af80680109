/** The learner's state fits, for every module at hand and for one of 400 questions. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { built, large } from '../figures/states';

for (const root of ['.', 'tests/e2e/workspace']) {
  test(`every module of ${root} keeps its state in 4000 characters`, () => {
    const states = built(root).map(({ state }) => state);
    assert.ok(states.length > 0 && states.every((state) => state > 0 && state <= 4000), states.join());
  });
}

test('a module of 400 questions keeps its state in 4000 characters', () => {
  const { state } = large();
  assert.ok(state > 400 && state <= 4000, String(state));
});
