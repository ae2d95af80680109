/** The same learners in Firefox and WebKit: what they do, how they leave, and what each engine lets through. */

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Browsers } from '../campaign/browsers';
import type { Engine } from '../campaign/lane';
import { firefox } from './firefox';
import { learner } from './learners';
import { webkit } from './webkit';

const ENGINES: readonly (readonly [name: 'firefox' | 'webkit', launch: () => Promise<Engine>])[] = [['firefox', firefox], ['webkit', webkit]];
const WAYS = ['close', 'navigate', 'remove', 'reload', 'quit', 'crash'] as const;
const PLACES = ['strict', 'moodle', 'tincan', 'cmi5'] as const;

for (const [name, launch] of ENGINES) {
  describe(name, () => {
    let browsers: Browsers;
    before(async () => { browsers = await Browsers.start(launch); });
    after(async () => { await browsers.stop(); });

    for (const place of PLACES) {
      for (const way of WAYS) {
        test(`${place}: who leaves by « ${way} » finds everything again, and a grade`, async () => {
          const { findings, counts } = await browsers.run(learner(name, place, way));
          assert.deepEqual(findings, []);
          assert.equal(counts.lost, 0);
        });
      }
    }
  });
}
