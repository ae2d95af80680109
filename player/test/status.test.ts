/** The status policy as a table, written here a second time by hand, and the latch. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { random } from '../src/core/random';
import { latched, report, situation } from '../src/core/status';
import type { Facts } from '../src/core/status';
import type { Status } from '../src/core/types';

const said = (facts: Partial<Facts>): string => {
  const { status, score } = report({ completion: 'assessment', pagesDone: false, graded: 'none', grade: null, mastery: false, ...facts });
  return score === null ? status : `${status} ${String(Math.round(score * 100))}`;
};

const ROWS: [string, PlayerCompletion, string[]][] = [
  ['pages', 'pages', ['incomplete', 'completed 100', 'completed 100', 'incomplete', 'incomplete', 'incomplete']],
  ['assessment', 'assessment', ['incomplete', 'incomplete', 'passed 80', 'passed 80', 'incomplete 40', 'failed 40']],
  ['both', 'both', ['incomplete', 'incomplete', 'passed 80', 'incomplete 80', 'incomplete 40', 'failed 40']],
];
type PlayerCompletion = Facts['completion'];

for (const [name, completion, expected] of ROWS) {
  test(`completion by ${name}: in progress, read, passed, passed with pages missing, failed, none left`, () => {
    const found = [
      said({ completion }),
      said({ completion, pagesDone: true }),
      said({ completion, pagesDone: true, graded: 'pass', grade: 8000 }),
      said({ completion, graded: 'pass', grade: 8000 }),
      said({ completion, graded: 'fail', grade: 4000 }),
      said({ completion, graded: 'out', grade: 4000 }),
    ];
    assert.deepEqual(found, expected);
  });
}

test('while attempts remain no score is written where the LMS would judge it', () => {
  assert.deepEqual([said({ graded: 'fail', grade: 4000, mastery: true }), said({ completion: 'both', graded: 'pass', grade: 8000, mastery: true }), said({ graded: 'out', grade: 4000, mastery: true })], ['incomplete', 'incomplete', 'failed 40']);
});

test('a module completed by its pages is read, whatever its assessment says', () => {
  const graded = ['none', 'pass', 'fail', 'out'] as const;
  assert.deepEqual(graded.map((one) => situation({ completion: 'pages', pagesDone: true, graded: one, grade: 0, mastery: false })), ['read', 'read', 'read', 'read']);
});

test('the latch never goes back, and reaches the best that was said', () => {
  const order: Status[] = ['incomplete', 'failed', 'completed', 'passed'];
  const chance = random(5);
  for (let round = 0; round < 500; round += 1) {
    let kept: Status = 'incomplete';
    let best = 0;
    for (let i = 0; i < 20; i += 1) {
      const at = chance.below(4);
      const next = latched(kept, order[at] ?? 'incomplete');
      best = Math.max(best, at);
      assert.equal(order.indexOf(next), best);
      kept = next;
    }
  }
});
