/** Two tabs of one module in a real browser, and what the browser asks before a page goes. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BrowserContext, Dialog, Frame, Page } from 'playwright-core';
import { dataOf, goTo } from './tools/answers';
import { openAlone } from './tools/browser';
import { stage } from './tools/journeys';

const ID = 'hall-heroult';
const { browser, site } = stage([ID]);
const READY = '.fi-js .fi-now';

interface Tab {
  readonly page: Page;
  readonly sco: Frame;
}

/** A browser in which the LMS's page opens the module by itself, each time it is loaded. */
async function learner(): Promise<BrowserContext> {
  const context = await browser().newContext({ locale: 'fr-CA', reducedMotion: 'reduce' });
  await context.addInitScript(() => {
    addEventListener('DOMContentLoaded', () => {
      const frame = document.getElementById('sco');
      if (frame instanceof HTMLIFrameElement) frame.src = '/package/index.html';
    });
  });
  return context;
}

async function opens(context: BrowserContext, lms = 'moodle'): Promise<Tab> {
  const page = await context.newPage();
  await page.goto(`${site(ID).origin}/lms/${lms}`);
  return { page, sco: await frameOf(page) };
}

async function frameOf(page: Page): Promise<Frame> {
  const sco = await (await page.waitForSelector('#sco')).contentFrame();
  assert.ok(sco);
  await sco.waitForSelector(READY);
  return sco;
}

async function badge(sco: Frame, words: string): Promise<void> {
  const said = async (): Promise<string> => (await sco.locator('.fi-save, .fi-notice').allTextContents()).join(' · ');
  await sco.locator('.fi-save', { hasText: words }).waitFor({ timeout: 10000 }).catch(async () => assert.fail(`${words}: ${await said()}`));
}

const notice = (sco: Frame, words: string): Promise<void> => sco.locator('.fi-notice', { hasText: words }).waitFor();

/** The page is loaded again, and the module with it. */
async function takesOver({ page, sco }: Tab): Promise<Frame> {
  await Promise.all([page.waitForEvent('load'), sco.getByText('Reprendre ici').click()]);
  return frameOf(page);
}

/** The first choice among the practice questions, which stands on its page. */
async function choice(sco: Frame): Promise<{ id: string; page: string }> {
  const data = await dataOf(sco);
  const question = data.practice.find(({ type }) => type === 'choice') ?? assert.fail('a choice');
  const page = data.pages.find(({ questions }) => questions.includes(question.id)) ?? assert.fail('its page');
  return { id: question.id, page: page.id };
}

const options = (sco: Frame, id: string): ReturnType<Frame['locator']> => sco.locator(`form[data-question="${id}"] input`);

test('the second tab is for reading, and takes over with everything when the learner wants to go on there', async () => {
  const context = await learner();
  const first = await opens(context);
  const question = await choice(first.sco);
  await goTo(first.sco, question.page);
  await options(first.sco, question.id).nth(1).check();
  const second = await opens(context);
  await notice(second.sco, 'déjà ouvert dans un autre onglet');
  await badge(second.sco, 'Lecture seule');
  await goTo(second.sco, question.page);
  assert.equal(await second.sco.locator(`form[data-question="${question.id}"]`).evaluate((form) => form.matches('[inert]')), true);
  const again = await takesOver(second);
  await notice(first.sco, 'continue dans un autre onglet');
  await badge(again, 'Enregistré');
  await goTo(again, question.page);
  assert.deepEqual(await options(again, question.id).evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).checked).indexOf(true)), 1);
  await first.page.bringToFront();
  await badge(await takesOver(first), 'Enregistré');
  await notice(again, 'continue dans un autre onglet');
  await context.close();
});

test('a tab that crashed holds nobody up', async () => {
  const context = await learner();
  const first = await opens(context);
  await badge(first.sco, 'Enregistré');
  await first.page.goto('chrome://crash').catch(() => undefined);
  const second = await opens(context);
  await badge(second.sco, 'Enregistré');
  assert.equal(await second.sco.locator('.fi-notice', { hasText: 'onglet' }).count(), 0);
  await context.close();
});

test('without an LMS the second tab gives way too', async () => {
  const { context, sco } = await openAlone(browser(), `${site(ID).origin}/package/index.html`);
  await notice(sco, 'Aperçu');
  const page = await context.newPage();
  await page.goto(`${site(ID).origin}/package/index.html`);
  await notice(page.mainFrame(), 'déjà ouvert dans un autre onglet');
  await Promise.all([page.waitForEvent('load'), page.getByText('Reprendre ici').click()]);
  await notice(page.mainFrame(), 'Aperçu');
  await notice(sco, 'continue dans un autre onglet');
  await context.close();
});

/** Runs in the LMS's page. */
function expire(on: boolean): void {
  (window as unknown as { filiereLms: { switches: { expired: boolean } } }).filiereLms.switches.expired = on;
}

/** A learner in front of a question, whose session the LMS then ends. */
async function cutOff(context: BrowserContext): Promise<Tab & { question: string }> {
  const tab = await opens(context);
  const { id, page } = await choice(tab.sco);
  await goTo(tab.sco, page);
  await badge(tab.sco, 'Enregistré');
  await tab.page.evaluate(expire, true);
  await options(tab.sco, id).nth(1).check();
  return { ...tab, question: id };
}

/** Asks the page to go; the question of the browser, if it asks one, is answered with « stay ». */
async function asked(page: Page): Promise<boolean> {
  let dialogs = 0;
  const stay = (dialog: Dialog): void => {
    dialogs += 1;
    void dialog.dismiss();
  };
  page.on('dialog', stay);
  await page.evaluate(() => { setTimeout(() => { location.href = '/package/ping.txt'; }); });
  await page.waitForEvent('dialog', { timeout: 3000 }).catch(() => undefined);
  page.off('dialog', stay);
  return dialogs > 0;
}

test('the browser asks before the page goes exactly while something is at risk, and staying changes nothing', async () => {
  const context = await learner();
  const { page, sco, question } = await cutOff(context);
  await sco.locator('.fi-notice.is-bad').waitFor();
  assert.equal(await asked(page), true);
  await page.evaluate(expire, false);
  await options(sco, question).nth(0).check();
  await sco.getByText('Réessayer').first().click();
  await badge(sco, 'Enregistré');
  assert.equal(await asked(page), false);
  assert.match(page.url(), /ping\.txt$/u);
  await context.close();
});

test('whoever quits in vain reads that this browser keeps it, and is not asked again', async () => {
  const context = await learner();
  const { page, sco } = await cutOff(context);
  await sco.getByText('Quitter et enregistrer').first().click();
  await notice(sco, 'gardées dans ce navigateur');
  assert.equal(await asked(page), false);
  await page.goto(`${site(ID).origin}/lms/moodle`);
  const next = await frameOf(page);
  await next.getByText('Reprendre les réponses non transmises').click();
  await badge(next, 'Enregistré');
  await next.getByText('Quitter et enregistrer').first().click();
  await notice(next, 'Tout est enregistré');
  await context.close();
});
