/** Tab through every kind of page and state: each stop is seen, named, outlined and in reading order. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Frame, Page } from 'playwright-core';
import { answer, dataOf, goTo } from './tools/answers';
import { launch, openAlone } from './tools/browser';
import { packageOf, serve } from './tools/serve';
import type { Site } from './tools/serve';
import { walk } from './tools/walk';

let browser: Browser;
let site: Site;
const WIDTHS = [1120, 350];
/** Of an attempt. */
const QUESTIONS = 12;

before(async () => {
  browser = await launch();
  site = await serve(packageOf('hall-heroult'));
});

after(async () => {
  await browser.close();
  await site.close();
});

/** Walks `state` in both directions; fails with every stop that has a fault. */
async function sound(page: Page, sco: Frame, state: string): Promise<string[]> {
  const [on, back] = [await walk(page, sco), await walk(page, sco, 'Shift+Tab')];
  const found = [...on.faults, ...back.faults.map((fault) => `backwards: ${fault}`)];
  if (on.stops < 3 || back.stops !== on.stops) found.push(`${String(on.stops)} stops, ${String(back.stops)} backwards`);
  return found.map((fault) => `${state}: ${fault}`);
}

async function check(sco: Frame, section: string): Promise<void> {
  const data = await dataOf(sco);
  const ids = data.pages.find((page) => page.id === section)?.questions ?? [];
  for (const question of data.practice.filter(({ id }) => ids.includes(id))) {
    const form = sco.locator(`form[data-question="${question.id}"]`);
    await answer(form, question, false);
    await form.locator('.fi-btn-main:visible').click();
    // The focus follows a task or two after the correction.
    await sco.waitForFunction((id) => document.activeElement?.matches(`form[data-question="${id}"] .fi-verdict-t`) === true, question.id);
  }
}

/** The focus follows a task or two after the screen, corrections one a task. */
async function drawn(sco: Frame, state: string): Promise<void> {
  if (state === 'running' || state === 'second question') await sco.waitForFunction(() => document.activeElement?.closest('#fi-assessment') !== null);
  else await sco.waitForFunction(() => document.activeElement?.matches('#fi-assessment [data-start]') === true);
  if (state === 'result') await sco.locator('#fi-assessment dl').waitFor();
  if (state === 'corrections') await sco.locator('.fi-review-list form').nth(QUESTIONS - 1).waitFor();
}

for (const width of WIDTHS) {
  const viewport = { width, height: 666 };

  test(`pages, before and after their answers, ${String(width)} px`, async () => {
    const { page, sco, context } = await openAlone(browser, `${site.origin}/package/index.html`, { viewport });
    const found: string[] = [];
    for (const section of ['avant-de-commencer', 'bain-anode-cathode', 'cuve-au-travail', 'energie', 'synthese', '@glossary', '@references']) {
      await goTo(sco, section);
      found.push(...(await sound(page, sco, section)));
      if (section.startsWith('@') || section === 'avant-de-commencer') continue;
      await check(sco, section);
      found.push(...(await sound(page, sco, `${section}, checked`)));
    }
    assert.deepEqual(found, []);
    await context.close();
  });

  test(`the assessment, from its cover to its corrections, ${String(width)} px`, async () => {
    const { page, sco, context } = await openAlone(browser, `${site.origin}/package/index.html#/@assessment`, { viewport });
    const found = await sound(page, sco, 'intro');
    const acts: [string, string][] = [['running', '#fi-assessment .fi-btn-main'], ['second question', '.fi-step .fi-btn-main'], ['summary', '.fi-row .fi-btn-text'], ['result', '.fi-row .fi-btn-main'], ['corrections', '#fi-assessment .fi-row .fi-btn']];
    for (const [state, act] of acts) {
      await sco.locator(act).first().click();
      await drawn(sco, state);
      found.push(...(await sound(page, sco, state)));
    }
    assert.deepEqual(found, []);
    await context.close();
  });
}
