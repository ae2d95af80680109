/** The fault campaign in Chromium, as much of it as every change can wait for; `make campaign` runs far more. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { campaign, told } from '../../player/test/campaign/campaign';
import { Browsers } from './campaign/browsers';
import { chromium } from './campaign/chromium-lane';

const JOURNEYS = 150;

let browsers: Browsers;
before(async () => { browsers = await Browsers.start(chromium); });
after(async () => { await browsers.stop(); });

test(`${String(JOURNEYS)} journeys on built packages: what the page says is stored, and nothing is lost silently`, async (context) => {
  const ground = browsers.ground();
  const { counts, failures, known } = await campaign(ground, 1, JOURNEYS, 2);
  context.diagnostic(JSON.stringify({ ...counts, known }));
  const words: string[] = [];
  for (const { seed, findings } of failures) words.push(await told(ground, seed, findings));
  assert.equal(words.join('\n'), '');
  assert.equal(counts.lost, 0);
  assert.equal(counts.journeys, JOURNEYS);
});
