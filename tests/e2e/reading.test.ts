/** Reading: without JavaScript, on paper, in a narrow frame, by keyboard, from a folder, back again. */

import assert from 'node:assert/strict';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Frame, Page } from 'playwright-core';
import { answer, attempt, dataOf, goTo } from './tools/answers';
import { launch, launchIn, openAlone, openInLms } from './tools/browser';
import { packageOf, serve } from './tools/serve';
import type { Site } from './tools/serve';

let browser: Browser;
let site: Site;
const files = packageOf('hall-heroult');
const alone = (): string => `${site.origin}/package/index.html`;

before(async () => {
  browser = await launch();
  site = await serve(files);
});

after(async () => {
  await browser.close();
  await site.close();
});

test('without JavaScript every page stands in sequence under one h1', async () => {
  const { page, context } = await openAlone(browser, alone(), { javaScriptEnabled: false });
  const titles = await page.locator('.fi-page > .fi-page-head > h2:visible').allTextContents();
  const listed = await page.locator('#fi-nav .fi-nav-t').allTextContents();
  assert.deepEqual(titles, listed);
  assert.deepEqual(await page.locator('h1:visible').allTextContents(), ['De la bauxite au lingot']);
  assert.equal(await page.locator('form button:visible, .fi-turn:visible').count(), 0);
  const forms = await page.locator('form[data-question]:visible').count();
  assert.equal(forms, await page.locator('form > fieldset > legend').count());
  await context.close();
});

test('no page scrolls sideways in a frame of 320 px', async () => {
  const { sco, context } = await openAlone(browser, alone(), { viewport: { width: 320, height: 256 } });
  const wide: string[] = [];
  const data = await dataOf(sco);
  for (const section of [...data.pages.map((known) => known.id), '@assessment', '@glossary', '@references']) {
    await goTo(sco, section);
    if (await sco.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)) wide.push(section);
  }
  assert.deepEqual(wide, []);
  assert.equal(await sco.locator('.fi-bar').evaluate((bar) => getComputedStyle(bar).position), 'static');
  await context.close();
});

test('no target but a link in a sentence is smaller than 44 px', async () => {
  const { sco, context } = await openAlone(browser, `${alone()}#/cuve-au-travail`, { viewport: { width: 350, height: 666 } });
  await sco.locator('.fi-bar-menu').click();
  const small = await sco.locator('.fi-btn:visible, .fi-opt:visible, summary:visible, select:visible, .fi-nav a:visible, .fi-turn a:visible').evaluateAll((nodes) =>
    nodes.filter((node) => node.getBoundingClientRect().height < 43.5).map((node) => node.textContent),
  );
  assert.deepEqual(small, []);
  await context.close();
});

test('on paper a page keeps its text and drops its controls', async () => {
  const { page, sco, context } = await openAlone(browser, `${alone()}#/cuve-au-travail`);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await sco.locator('.fi-bar:visible, .fi-nav:visible, .fi-turn:visible, .fi-btn:visible').count(), 0);
  assert.equal(await sco.locator('.fi-page:visible').count(), 1);
  assert.equal(await sco.locator('.fi-now .fi-block.fi-print:visible').count(), 1);
  await sco.evaluate(() => { document.documentElement.classList.add('fi-all'); });
  const data = await dataOf(sco);
  assert.equal(await sco.locator('.fi-page:visible').count(), data.pages.length + 2);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  assert.ok(pdf.length > 50_000);
  await context.close();
});

test('it opens from a folder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'filiere-'));
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  const { sco, context, errors } = await openAlone(browser, `file://${folder}/index.html`);
  await goTo(sco, 'faraday');
  assert.equal(await sco.locator('.fi-now h2').first().textContent(), 'La loi de Faraday');
  assert.deepEqual(errors, []);
  await context.close();
  rmSync(folder, { recursive: true });
});

test('a page change moves focus to the heading, names the window, and Back undoes it', async () => {
  const { page, sco, context } = await openAlone(browser, alone());
  await sco.locator('.fi-now [rel="next"]').click();
  await focusComes(sco, 'De la bauxite à l’alumine');
  assert.equal(await page.title(), 'De la bauxite à l’alumine – De la bauxite au lingot');
  assert.equal(new URL(page.url()).hash, '#/bayer');
  await page.goBack();
  await sco.waitForSelector('.fi-now[id="/avant-de-commencer"]');
  await focusComes(sco, 'Avant de commencer');
  await context.close();
});

test('a term opens by keyboard, closes with Escape and gives the focus back', async () => {
  const { page, sco, context } = await openAlone(browser, `${alone()}#/bain-anode-cathode`);
  const term = sco.locator('.fi-now .fi-term').first();
  await term.focus();
  await page.keyboard.press('Enter');
  const note = sco.locator('.fi-gloss:popover-open');
  assert.equal(await note.count(), 1);
  await page.keyboard.press('Escape');
  assert.equal(await note.count(), 0);
  assert.equal(await term.evaluate((node) => node === document.activeElement), true);
  await context.close();
});

test('a question is answered, checked and tried again by keyboard alone', async () => {
  const { page, sco, context } = await openAlone(browser, `${alone()}#/bain-anode-cathode`);
  const form = sco.locator('.fi-now form[data-kind="true-false"]');
  await tabTo(page, sco, '.fi-now form input');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await focusComes(sco, 'À revoir0 / 1');
  await page.keyboard.press('ArrowUp');
  assert.equal(await form.locator('input:checked').getAttribute('value'), 'false');
  assert.equal(await form.locator('[disabled]').count(), 0);
  await tabTo(page, sco, '.fi-now form .fi-btn-main:not([hidden])');
  await page.keyboard.press('Enter');
  assert.equal(await sco.evaluate(() => document.activeElement?.getAttribute('value')), 'false');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await focusComes(sco, 'Juste1 / 1');
  await context.close();
});

test('work is taken up again where it was left, in both LMSs', async () => {
  for (const lms of ['strict', 'again'] as const) {
    const { page, sco, context } = await openInLms(browser, site, lms);
    const data = await dataOf(sco);
    const question = data.practice[1];
    assert.ok(question);
    const home = data.pages.find((known) => known.questions.includes(question.id));
    await goTo(sco, home?.id ?? '');
    await answer(sco.locator(`form[data-question="${question.id}"]`), question, true);
    await sco.locator(`form[data-question="${question.id}"] .fi-btn-main:visible`).click();
    await page.evaluate(() => { (document.getElementById('sco') as HTMLIFrameElement).remove(); });
    const left = lms === 'again' ? await page.evaluate(() => (window as unknown as { API: { renderCMIToJSONObject(): object } }).API.renderCMIToJSONObject()) : null;
    const again = await launchIn(page, site, lms, left === null ? null : resumed(left));
    assert.equal(await again.locator('.fi-now').getAttribute('id'), `/${home?.id ?? ''}`);
    assert.match((await again.locator('.fi-notice').textContent()) ?? '', /^Reprise à la page/u);
    assert.equal(await again.locator(`form[data-question="${question.id}"] .fi-verdict.is-right`).count(), 1);
    await context.close();
  }
});

test('an attempt with nothing right and one with everything right give 0 and 100', async () => {
  const { sco, context } = await openInLms(browser, site, 'strict');
  await goTo(sco, '@assessment');
  await attempt(sco, () => false);
  assert.equal(await sco.locator('.fi-score-n').textContent(), '0\u00a0%');
  await sco.getByText('Commencer la tentative 2').click();
  await attempt2(sco);
  assert.equal(await sco.locator('.fi-score-n').textContent(), '100\u00a0%');
  assert.equal(await sco.locator('.fi-score-w').textContent(), 'Réussi');
  await context.close();
});

/** The second attempt is already open. */
async function attempt2(sco: Frame): Promise<void> {
  await sco.locator('.fi-qnav').waitFor();
  await attempt(sco, () => true, false);
}

/** What the LMS gives back at the next launch. */
function resumed(left: object): object {
  const { cmi } = left as { cmi: { core: Record<string, unknown> } };
  return { cmi: { ...cmi, core: { ...cmi.core, entry: 'resume', exit: '' } } };
}

/** The focus moves a task or two after what it follows. */
async function focusComes(sco: Frame, text: string): Promise<void> {
  await sco.waitForFunction((wanted) => document.activeElement?.textContent?.trim() === wanted, text);
}

/** Tab until the focus is on `selector`, as a learner without a mouse does. */
async function tabTo(page: Page, sco: Frame, selector: string): Promise<void> {
  for (let n = 0; n < 80; n += 1) {
    await page.keyboard.press('Tab');
    if (await sco.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
  }
  assert.fail(`Tab never reaches ${selector}`);
}
