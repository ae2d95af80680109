/** Packages launched from a record store of another origin, in a real browser, judged by our strict store. */

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { attempt, dataOf, goTo } from './tools/answers';
import { launch, openAlone } from './tools/browser';
import type { Opened } from './tools/browser';
import { serve } from './tools/serve';
import type { Site } from './tools/serve';
import { openStore } from './tools/store';
import type { Store, Thing } from './tools/store';
import { unzip } from './tools/zip';

/** Without it a page could speak to its own site only. */
const POLICY = "default-src 'self'; connect-src *";
const ACTIVITY = 'https://lms.example/activities/31';

let browser: Browser;
let site: Site;
let store: Store;

before(async () => {
  const name = readdirSync('target/e2e').find((file) => file.startsWith('every-question-') && file.endsWith('-xapi.zip'));
  assert.ok(name, 'not built: run make test');
  [browser, site, store] = [await launch(), await serve(unzip(`target/e2e/${name}`), POLICY), await openStore()];
});

after(async () => {
  await browser.close();
  await site.close();
  store.stop();
});

const open = (query: string): Promise<Opened> => openAlone(browser, `${site.origin}/package/index.html?${query}`);

/** Ours only, of one registration: the LMS says « launched » and « satisfied » itself. */
async function told(registration: string): Promise<string[]> {
  const ours = (statement: Thing): boolean => (statement['context'] as Thing)['registration'] === registration;
  const verbs = (await store.statements()).filter(ours).map((statement) => String((statement['verb'] as Thing)['id']).split('/').pop() ?? '');
  return verbs.filter((verb) => verb !== 'launched' && verb !== 'satisfied' && verb !== 'abandoned');
}

/** Waits for what leaves with a page: it goes on after the page is gone. */
async function until(registration: string, verb: string): Promise<string[]> {
  for (const end = Date.now() + 15000; Date.now() < end;) {
    const verbs = await told(registration);
    if (verbs[verbs.length - 1] === verb) return verbs;
  }
  return told(registration);
}

async function refusals(): Promise<unknown[]> {
  return (await store.log()).filter(({ status }) => status === 400 || status === 403);
}

for (const mode of ['tincan', 'cmi5'] as const) {
  test(`${mode}: a learner reads, passes, closes the tab, and comes back to the work`, async () => {
    const { query, registration } = await store.launch({ mode, activityId: ACTIVITY, launchMode: 'Normal' });
    const { page, sco, errors } = await open(query);
    const { pages } = await dataOf(sco);
    for (const { id } of pages.slice(1)) await goTo(sco, id);
    await goTo(sco, '@assessment');
    await attempt(sco, () => true);
    await sco.waitForSelector('.fi-save:not(.is-bad):not(.is-off)');
    await page.close({ runBeforeUnload: false });
    const verbs = await until(registration, 'terminated');
    assert.deepEqual([verbs[0], verbs.filter((verb) => verb === 'passed'), verbs[verbs.length - 1]], ['initialized', ['passed'], 'terminated']);
    const again = await store.launch({ mode, activityId: ACTIVITY, launchMode: 'Normal', registration });
    const back = await open(again.query);
    await goTo(back.sco, '@assessment');
    await back.sco.waitForSelector('.fi-score');
    await back.page.goto('about:blank');
    assert.deepEqual((await until(registration, 'terminated')).filter((verb) => ['initialized', 'resumed', 'passed', 'completed', 'terminated'].includes(verb)).slice(-3), ['initialized', 'resumed', 'terminated']);
    assert.deepEqual([await refusals(), errors.filter((error) => !error.includes('404')), back.errors.filter((error) => !error.includes('404'))], [[], [], []]);
  });
}

test('who saves and leaves arrives at the return address, once everything is stored', async () => {
  const returnURL = `${site.origin}/lms/strict?back=1`;
  const { query, registration } = await store.launch({ mode: 'cmi5', activityId: ACTIVITY, launchMode: 'Normal', returnURL });
  const { page, sco } = await open(query);
  await sco.getByText('Save and leave').click();
  await page.waitForURL(returnURL);
  const verbs = await told(registration);
  assert.deepEqual(verbs.slice(-1), ['terminated']);
});

test('a reload by its key goes on with the session, one by the button says that it is closed', async () => {
  const { query, registration } = await store.launch({ mode: 'cmi5', activityId: ACTIVITY, launchMode: 'Normal' });
  const { page, sco } = await open(query);
  await sco.waitForSelector('.fi-save');
  await page.evaluate(() => { window.dispatchEvent(new KeyboardEvent('keydown', { key: 'F5' })); });
  await page.reload();
  await page.waitForSelector('.fi-js .fi-now');
  assert.deepEqual((await told(registration)).filter((verb) => verb === 'initialized' || verb === 'terminated'), ['initialized']);
  // Longer after the key than a reload takes.
  await page.waitForFunction(() => performance.now() > 2500);
  await page.reload();
  await page.waitForSelector('.fi-notice');
  assert.deepEqual((await until(registration, 'terminated')).filter((verb) => verb === 'initialized' || verb === 'terminated'), ['initialized', 'terminated']);
});
