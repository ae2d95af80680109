/** Pages that are closed at once, round after round, in a new browser each: the store alone must have everything. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { goTo } from './tools/answers';
import { leave } from './tools/lms';
import type { Leave } from './tools/lms';
import { Lrs } from './tools/xapi-lrs';
import type { Line } from './tools/xapi-lrs';
import { verbOf } from './tools/xapi-place';
import { xapiStage } from './tools/xapi-stage';

const { lrs, place, asked } = xapiStage(['pages-only']);
let second: Lrs | null = null;
before(async () => { second = await Lrs.start('--versions', '2.0.0'); });
after(() => { second?.stop(); });

/** Milliseconds between the last page turned and the end: before, while and after it is stored. */
const PAUSES = [0, 5, 1500, 20, 1530, 80];
const TERMINATED_MISSING = '7.1.2.0-1';

/** What a right page never meets: its own write that came too late is no fault. */
function isFault({ method, path, status, version }: Line): boolean {
  const late = method === 'PUT' && status === 412 && path.endsWith('/activities/state');
  const otherVersion = status === 400 && version === '1.0.3';
  return status >= 400 && !(method === 'GET' && status === 404) && !late && !otherVersion;
}

/** Each way out meets each standard and each kind of store once. */
const CASES: readonly (readonly ['cmi5' | 'tincan', Leave, string])[] = [
  ['cmi5', 'tab', 'of 2.0 alone'],
  ['cmi5', 'navigation', 'of both versions'],
  ['tincan', 'tab', 'of 2.0 alone'],
];

for (const [standard, way, versions] of CASES) {
  test(`${standard}, by ${way}, on a store ${versions}: nothing of ${String(PAUSES.length)} rounds is lost`, async () => {
    const store = versions === 'of 2.0 alone' ? second ?? assert.fail('no store') : lrs();
    await store.reset();
    let registration: string | null = null;
    for (const [round, pause] of PAUSES.entries()) {
      const at = await place('pages-only', { standard, launch: standard === 'cmi5' ? asked('pages-only') : {} }, {}, store);
      at.registration = registration;
      const { page, sco } = await at.launch();
      registration = at.registration;
      // What a session says before its beginning is known would be refused: it waits for the next one.
      await at.still();
      const [here, there] = round % 2 === 0 ? ['first', 'second'] : ['second', 'first'];
      assert.equal(await sco.locator('.fi-now').getAttribute('id'), `/${here ?? ''}`, `round ${String(round)}`);
      await goTo(sco, there ?? '');
      await page.waitForTimeout(pause);
      await leave(page, way);
      assert.deepEqual((await store.silence()).filter(isFault), []);
      await at.context.close();
    }
    const found = (await store.statements()).map(verbOf);
    assert.equal(found.filter((verb) => verb === 'experienced').length, 2 * PAUSES.length);
    const problems = standard === 'tincan' ? [] : (await store.verdict(registration ?? '')).problems;
    assert.deepEqual(problems.filter(({ requirement }) => requirement !== TERMINATED_MISSING), []);
    assert.equal(found.filter((verb) => verb === 'terminated').length, PAUSES.length - problems.length);
  });
}
