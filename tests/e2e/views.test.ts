/** Every state a learner sees, and the preview, judged by axe in two widths and two colour schemes. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Frame, Page } from 'playwright-core';
import { answer, attempt, dataOf, goTo } from './tools/answers';
import { faults } from './tools/axe';
import { launch, launchIn, openAlone, openInLms } from './tools/browser';
import { openPreview } from './tools/preview';
import { packageOf, serve } from './tools/serve';
import type { Site } from './tools/serve';

let browser: Browser;
let site: Site;

before(async () => {
  browser = await launch();
  site = await serve(packageOf('hall-heroult'));
});

after(async () => {
  await browser.close();
  await site.close();
});

type Check = (state: string) => Promise<void>;

/** One walk serves both widths: each state is judged wide and narrow, in the light and in the dark. */
function checker(page: Page, sco: Frame, found: string[]): Check {
  return async (state) => {
    for (const width of [1120, 350]) {
      await page.setViewportSize({ width, height: 666 });
      found.push(...(await faults(sco)).map((fault) => `${state}, ${String(width)} px: ${fault}`));
    }
  };
}

async function practise(sco: Frame, page: string, check: Check): Promise<void> {
  const data = await dataOf(sco);
  const questions = data.practice.filter((question) => data.pages.find((known) => known.id === page)?.questions.includes(question.id));
  if (questions.length === 0) return;
  await goTo(sco, page);
  for (const right of [false, true]) {
    for (const question of questions) {
      const form = sco.locator(`form[data-question="${question.id}"]`);
      const hint = form.locator('[aria-controls]');
      if (!right && (await hint.count()) > 0) await hint.click();
      if (right) await form.locator('.fi-btn-main:visible').click();
      await answer(form, question, right);
      await form.locator('.fi-btn-main:visible').click();
      await form.locator('.fi-verdict').waitFor();
    }
    await check(`${page}, ${right ? 'right' : 'wrong'}`);
  }
}

async function assess(sco: Frame, check: Check): Promise<void> {
  await goTo(sco, '@assessment');
  await check('intro');
  await sco.locator('#fi-assessment .fi-btn-main').first().click();
  await sco.locator('#fi-assessment [aria-pressed]').click();
  await check('running');
  await sco.getByText('Terminer la tentative').click();
  await check('summary');
  await sco.locator('#fi-assessment .fi-btn-main').click();
  await check('failed');
  await sco.getByText('Commencer la tentative 2').click();
  await attempt(sco, () => true, false);
  await check('passed');
  await sco.getByText('Revoir la correction').click();
  await check('corrections');
}

test('no page has a fault, before, while and after its questions are answered', async () => {
  const { page, sco, context, errors } = await openInLms(browser, site, 'strict');
  const found: string[] = [];
  const check = checker(page, sco, found);
  const data = await dataOf(sco);
  for (const section of [...data.pages.map((each) => each.id), '@glossary', '@references']) {
    await goTo(sco, section);
    await check(section);
    if (data.pages.some((each) => each.id === section)) await practise(sco, section, check);
  }
  assert.deepEqual(found, []);
  assert.deepEqual(errors, []);
  await context.close();
});

test('no phase of the assessment has a fault', async () => {
  const { page, sco, context, errors } = await openInLms(browser, site, 'strict');
  const found: string[] = [];
  await assess(sco, checker(page, sco, found));
  assert.deepEqual(found, []);
  assert.deepEqual(errors, []);
  await context.close();
});

async function panels(width: number, found: string[]): Promise<void> {
  const { page, sco, context } = await openAlone(browser, `${site.origin}/package/index.html#/bain-anode-cathode`, { viewport: { width, height: 666 } });
  const check: Check = async (state) => { found.push(...(await faults(sco)).map((fault) => `${state}, ${String(width)} px: ${fault}`)); };
  // In a wide frame the list stands beside the page.
  if (await sco.locator('.fi-bar-menu').isVisible()) await sco.locator('.fi-bar-menu').click();
  await check('list of pages');
  await sco.getByText('À propos du module').click();
  await check('about');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await sco.locator('.fi-now .fi-zoom').first().click();
  await check('zoom');
  await page.keyboard.press('Escape');
  await sco.locator('.fi-now .fi-term').first().click();
  await check('term');
  await context.close();
}

test('panel, popovers and dialogs have no fault either', async () => {
  const found: string[] = [];
  for (const width of [1120, 350]) await panels(width, found);
  assert.deepEqual(found, []);
});

/** Runs in the LMS's window: from now on nothing is stored. */
function refuse(): void {
  const { API } = window as unknown as { API: Record<string, () => string> };
  Object.assign(API, { LMSSetValue: () => 'false', LMSCommit: () => 'false', LMSGetLastError: () => '101' });
}

const LAUNCHES: Record<string, object> = { review: { mode: 'review' }, browse: { mode: 'browse' }, 'no credit': { credit: false } };

/** A state that nobody can read, then a session that the learner ended. */
async function damagedAndEnded(found: string[]): Promise<void> {
  const { page, sco, context } = await openInLms(browser, site, 'again', {}, { cmi: { suspend_data: 'not ours' } });
  const check = checker(page, sco, found);
  await sco.locator('.fi-notice').waitFor();
  await check('damaged');
  await page.setViewportSize({ width: 1120, height: 666 });
  await sco.getByText('Quitter et enregistrer').first().click();
  await sco.getByText('Vous pouvez fermer').first().waitFor();
  await check('ended');
  await context.close();
}

test('no banner has a fault', async () => {
  const found: string[] = [];
  for (const [state, options] of Object.entries(LAUNCHES)) {
    const { page, sco, context } = await openInLms(browser, site, 'strict', {}, options);
    await sco.locator('.fi-notice').waitFor();
    await checker(page, sco, found)(state);
    await context.close();
  }
  const { page, sco, context } = await openInLms(browser, site, 'strict');
  await goTo(sco, 'bain-anode-cathode');
  await checker(page, await launchIn(page, site, 'strict'), found)('resumed');
  const again = await launchIn(page, site, 'strict');
  await page.evaluate(refuse);
  await goTo(again, 'faraday');
  await again.locator('.fi-notice.is-bad').waitFor();
  await checker(page, again, found)('not stored');
  await context.close();
  await damagedAndEnded(found);
  assert.deepEqual(found, []);
});

test('the preview has no fault', async (run) => {
  const preview = await openPreview();
  run.after(() => { preview.stop(); });
  const context = await browser.newContext({ locale: 'fr-CA', viewport: { width: 1120, height: 666 } });
  const page = await context.newPage();
  await page.goto(preview.address);
  await page.frameLocator('#frame').locator('.fi-js .fi-now').waitFor();
  const found: string[] = [];
  await checker(page, page.mainFrame(), found)('preview');
  assert.deepEqual(found, []);
  await context.close();
});
