/** The fault campaign, as much of it as every change can wait for; `make campaign` runs ten times more. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { campaign, inNode, told } from './campaign/campaign';
import { journeyOf } from './campaign/generate';
import { shrunk } from './campaign/shrink';

const JOURNEYS = 2000;

test(`${String(JOURNEYS)} journeys with faults: nothing is lost silently, nothing goes back, nothing is refused`, async (context) => {
  const { counts, failures, known } = await campaign(inNode(), 1, JOURNEYS);
  context.diagnostic(JSON.stringify({ ...counts, known }));
  const words = await Promise.all(failures.map(({ seed }) => told(inNode(), seed)));
  assert.equal(words.join('\n'), '');
  assert.equal(counts.lost, 0);
  assert.equal(counts.journeys, JOURNEYS);
});

test('a journey is the same for its seed, whenever it is made', () => {
  assert.deepEqual(journeyOf(42, ['strict', 'moodle']), journeyOf(42, ['strict', 'moodle']));
  assert.notDeepEqual(journeyOf(42, ['strict']).steps, journeyOf(43, ['strict']).steps);
});

test('a failing journey is shrunk to the steps that it needs', async () => {
  const journey = journeyOf(7, ['strict']);
  const steps = [...journey.steps, { do: 'go', to: 9 } as const, ...journey.steps, { do: 'go', to: 8 } as const];
  const gone = (to: number, list: typeof steps): number => list.findIndex((step) => step.do === 'go' && step.to === to);
  const small = await shrunk({ ...journey, steps }, (one) => {
    const list = [...one.steps] as typeof steps;
    return Promise.resolve(gone(9, list) >= 0 && gone(8, list) > gone(9, list));
  });
  assert.deepEqual(small.steps, [{ do: 'go', to: 9 }, { do: 'go', to: 8 }]);
});
