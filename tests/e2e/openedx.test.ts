/** Packages inside Open edX's own cmi5 block: grades, completion and State as its code understands them. */

import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launch } from './tools/browser';
import { packages } from './tools/journeys';
import { OpenEdx } from './tools/openedx';
import { percentOf } from './tools/record';
import { XapiLearner } from './tools/xapi-learner';

/** Ways out of the module. */
const WAYS = ['button', 'tab', 'navigation'] as const;
const DONE: [string, unknown] = ['completion', { completion: 1 }];

let browser: Browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const place = (id: string): Promise<OpenEdx> => OpenEdx.serve(browser, packages('xapi').get(id) ?? id);
const grade = (value: number): [string, unknown] => ['grade', { value, max_value: 1 }];

async function leave(learner: XapiLearner, at: OpenEdx, way: 'tab' | 'navigation' | 'button'): Promise<void> {
  if (way === 'button') await learner.finish(() => at.page.getByText('You may close this page.').waitFor());
  else await learner.quit(way);
}

for (const way of WAYS) {
  test(`a failed attempt, left by ${way}, is a failure; one that passes at the next launch is a grade`, async () => {
    const at = await place('every-question');
    const learner = new XapiLearner(at);
    await learner.arrive();
    await learner.read('right', null);
    await learner.attempt('part');
    await leave(learner, at, way);
    const score = Number((percentOf(learner.work().attempts[0] ?? []) / 100).toFixed(4));
    await at.holds('failed', score, [grade(0)]);
    await learner.arrive();
    await learner.attempt('right');
    await leave(learner, at, way);
    // As the page goes, each statement leaves alone: the block keeps the verb of the one that came last.
    await at.holds('completed', 1, [grade(0), grade(1), DONE], way === 'button' ? 'completed' : 'passed');
    await at.stop();
  });
}

test('a module of pages is completed once, and comes back where it was left in another browser', async () => {
  const at = await place('pages-only');
  const learner = new XapiLearner(at);
  await learner.arrive();
  await learner.jumpTo('second');
  await learner.comeBack('tab');
  await learner.read('right', null);
  await leave(learner, at, 'button');
  await at.holds('completed', 0, [DONE]);
  await at.stop();
});
