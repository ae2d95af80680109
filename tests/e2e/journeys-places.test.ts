/** Where the API may be: own window, far above, in the opener, out of reach, or nowhere. */

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import type { Frame, Page } from 'playwright-core';
import { dataOf, goTo } from './tools/answers';
import { give } from './tools/given';
import { mouse } from './tools/hands';
import { packageAt, packages, stage } from './tools/journeys';
import { frameOf } from './tools/lms';

const { browser, site } = stage(['every-question', 'pages-only']);
const READY = '.fi-js .fi-now';
const STRICT = 'player/dist/sim.js';

/** What the strict LMS of `page` holds and found wrong, once the module is read there. */
async function read(sco: Frame, page: Page): Promise<Record<string, string>> {
  const question = (await dataOf(sco)).practice[0] ?? assert.fail('there is a question');
  await goTo(sco, 'second');
  const form = sco.locator(`form[data-question="${question.id}"]`);
  await mouse.fill(form, question, give(question, 'right'));
  await mouse.press(form.locator('button[type="submit"]'));
  await page.waitForFunction(() => window.filiereLms?.log.at(-1)?.method === 'LMSCommit' && window.filiereLms.current()['cmi.core.lesson_status'] === 'completed');
  const lms = await page.evaluate(() => ({ stored: window.filiereLms?.stored() ?? {}, faults: window.filiereLms?.faults() ?? [] }));
  assert.deepEqual(lms.faults, []);
  return lms.stored;
}

async function assertRead(sco: Frame, page: Page): Promise<void> {
  const stored = await read(sco, page);
  assert.equal(stored['cmi.core.lesson_status'], 'completed');
  assert.equal(stored['cmi.core.score.raw'], '100');
  assert.equal(stored['cmi.interactions.0.id'], 'again_0_p1');
}

test('the API is found in the window itself', async () => {
  const context = await browser().newContext();
  const page = await context.newPage();
  await page.addInitScript({ path: STRICT });
  await page.goto(`${site('pages-only').origin}/package/index.html`);
  await page.waitForSelector(READY);
  await assertRead(page.mainFrame(), page);
  await context.close();
});

test('the API is found two windows above', async () => {
  const context = await browser().newContext();
  const page = await context.newPage();
  await page.goto(`${site('pages-only').origin}/lms/strict`);
  await page.evaluate(() => { (document.getElementById('sco') as HTMLIFrameElement).src = '/lms/again'; });
  const middle = (await (await page.waitForSelector('#sco')).contentFrame()) ?? assert.fail('a frame');
  await middle.waitForURL('**/lms/again');
  await middle.evaluate(() => { (document.getElementById('sco') as HTMLIFrameElement).src = '/package/index.html'; });
  const inner = (await (await middle.waitForSelector('#sco')).contentFrame()) ?? assert.fail('a frame');
  await inner.waitForSelector(READY);
  await assertRead(inner, page);
  await context.close();
});

test('the API is found in the window that opened this one', async () => {
  const context = await browser().newContext();
  const page = await context.newPage();
  await page.goto(`${site('pages-only').origin}/lms/strict`);
  const opened = page.waitForEvent('popup');
  await page.evaluate(() => { window.open('/package/index.html'); });
  const popup = await opened;
  await popup.waitForSelector(READY);
  await assertRead(popup.mainFrame(), page);
  await popup.close({ runBeforeUnload: true });
  await page.waitForFunction(() => window.filiereLms?.log.at(-1)?.method === 'LMSFinish');
  await context.close();
});

test('beside a page of another site it works alone, says so, and nothing breaks', async () => {
  const context = await browser().newContext({ locale: 'en-CA' });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => { errors.push(String(error)); });
  await page.goto(`${site('every-question').origin}/lms/strict`);
  const sco = await frameOf(page, `${site('pages-only').origin}/package/index.html`);
  assert.match((await sco.locator('.fi-notice').textContent()) ?? '', /^Preview without a course site\./u);
  await goTo(sco, 'second');
  assert.deepEqual(await page.evaluate(() => window.filiereLms?.log), []);
  assert.deepEqual(errors, []);
  await context.close();
});

test('from a folder the whole module works, and is taken up again after a reload', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'filiere-'));
  for (const [path, bytes] of packageAt(packages().get('every-question'))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  const context = await browser().newContext({ locale: 'en-CA' });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()); });
  page.on('pageerror', (error) => { errors.push(String(error)); });
  await page.goto(`file://${folder}/index.html`);
  await page.waitForSelector(READY);
  const sco = page.mainFrame();
  const { practice } = await dataOf(sco);
  await goTo(sco, 'practice');
  for (const question of practice) {
    const form = sco.locator(`form[data-question="${question.id}"]`);
    await mouse.fill(form, question, give(question, 'right'));
    await mouse.press(form.locator('button[type="submit"]'));
    await form.locator('.fi-verdict').waitFor();
  }
  assert.equal(await sco.locator('.fi-verdict.is-right').count(), practice.length);
  await page.goto('about:blank');
  await page.goto(`file://${folder}/index.html`);
  await page.waitForSelector(READY);
  assert.equal(await page.locator('.fi-now').getAttribute('id'), '/practice');
  assert.equal(await page.locator('.fi-verdict.is-right').count(), practice.length);
  assert.deepEqual(errors, []);
  await context.close();
  rmSync(folder, { recursive: true });
});
