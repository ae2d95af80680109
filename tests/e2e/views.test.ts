/** Every state a learner sees, judged by axe in two widths and two colour schemes. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Frame } from 'playwright-core';
import { answer, attempt, dataOf, goTo } from './tools/answers';
import { faults } from './tools/axe';
import { launch, openAlone, openInLms } from './tools/browser';
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

const WIDTHS = [350, 1120];

/** Faults of one state after another, each with the name of its state. */
async function tour(sco: Frame, found: string[]): Promise<void> {
  const check = async (state: string): Promise<void> => {
    found.push(...(await faults(sco)).map((fault) => `${state}: ${fault}`));
  };
  const data = await dataOf(sco);
  for (const section of [...data.pages.map((page) => page.id), '@glossary', '@references']) {
    await goTo(sco, section);
    await check(section);
  }
  for (const page of data.pages) await practise(sco, page.id, check);
  await assess(sco, check);
}

async function practise(sco: Frame, page: string, check: (state: string) => Promise<void>): Promise<void> {
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

async function assess(sco: Frame, check: (state: string) => Promise<void>): Promise<void> {
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

for (const width of WIDTHS) {
  test(`no state has a fault at ${String(width)} px, light or dark`, async () => {
    const { sco, context, errors } = await openInLms(browser, site, 'strict', { viewport: { width, height: 666 } });
    const found: string[] = [];
    await tour(sco, found);
    assert.deepEqual(found, []);
    assert.deepEqual(errors, []);
    await context.close();
  });
}

test('panel, popovers and dialogs have no fault either', async () => {
  const { sco, context } = await openAlone(browser, `${site.origin}/package/index.html#/bain-anode-cathode`, { viewport: { width: 350, height: 666 } });
  const found: string[] = [];
  const check = async (state: string): Promise<void> => { found.push(...(await faults(sco)).map((fault) => `${state}: ${fault}`)); };
  await sco.locator('.fi-bar-menu').click();
  await check('list of pages');
  await sco.getByText('À propos du module').click();
  await check('about');
  await sco.locator('dialog .fi-btn').first().press('Escape');
  await sco.locator('.fi-now .fi-zoom').first().click();
  await check('zoom');
  await sco.locator('dialog').press('Escape');
  await sco.locator('.fi-now .fi-term').first().click();
  await check('term');
  assert.deepEqual(found, []);
  await context.close();
});
