/** The catalogue of an edition, its sheets and its guides, as people who import packages open them: from a folder. */

import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { faults } from './tools/axe';
import { launch } from './tools/browser';
import { at, releaseTwice } from './tools/edition';

const ALL = ['every-question-en-CA', 'hall-heroult-en-CA', 'pages-only-en-CA'];
const PAGES = ['index.html', 'index.html?ui=en', 'fiches/moodle.fr.html', 'fiches/xapi.en.html', 'hall-heroult-1.0.0-en-CA-enseignant.html'];

let browser: Browser;

before(async () => {
  releaseTwice();
  browser = await launch();
});
after(() => browser.close());

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'fr-CA', reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  page.on('pageerror', (error) => { throw error; });
  await page.goto(at(path.split('?')[0] ?? '') + (path.includes('?') ? `?${path.split('?')[1] ?? ''}` : ''));
  return page;
}

/** Ids of the modules that are shown, and what is said of their number. */
async function found(page: Page): Promise<[string[], string]> {
  const ids = await page.locator('.module:visible').evaluateAll((rows) => rows.map((row) => row.id));
  return [ids, (await page.locator('#count').textContent()) ?? ''];
}

test('words are found without accents or capitals, each of them, in what is shown and in keywords', async () => {
  const page = await open('index.html');
  assert.deepEqual(await found(page), [ALL, 'Modules affichés\u00a0: 3 sur 3']);
  for (const [words, ids] of [['ELECTROLYSE', [ALL[1]]], ['procede  faraday', [ALL[1]]], ['blank', [ALL[0]]], ['procede blank', []], ['270.A0', [ALL[1]]]] as const) {
    await page.fill('#words', words);
    assert.deepEqual((await found(page))[0], ids, words);
  }
  assert.equal((await found(page))[1], 'Modules affichés\u00a0: 1 sur 3');
  await page.fill('#words', 'acier');
  assert.equal((await found(page))[1], 'Aucun module ne répond à cette recherche.');
  await page.context().close();
});

test('lists and « seulement les nouveautés » narrow what is shown, together with words', async () => {
  const page = await open('index.html');
  await page.check('#fresh');
  assert.deepEqual((await found(page))[0], [ALL[0]]);
  await page.uncheck('#fresh');
  await page.selectOption('[data-filter="duration"]', 'hour');
  assert.deepEqual((await found(page))[0], [ALL[1]]);
  await page.fill('#words', 'blank');
  assert.deepEqual((await found(page))[0], []);
  await page.context().close();
});

test('everything is said in English by a button, and stays so in the address', async () => {
  const page = await open('index.html');
  await page.click('#language');
  assert.equal(await page.locator('h1').innerText(), 'Edition 2026-12-01');
  assert.deepEqual(await page.locator('[data-filter="duration"] option').allTextContents(), ['Any', '31 to 60 minutes', '30 minutes or less']);
  assert.equal((await found(page))[1], 'Modules shown: 3 of 3');
  await page.reload();
  assert.equal(await page.locator('h1').innerText(), 'Edition 2026-12-01');
  await page.locator('.sheets a:visible', { hasText: 'Moodle' }).click();
  assert.equal(await page.locator('h1').innerText(), 'Import a package into Moodle');
  await page.getByRole('link', { name: 'Catalogue' }).click();
  assert.equal(await page.locator('h1').innerText(), 'Edition 2026-12-01');
  await page.context().close();
});

test('a version that lost a question says so of the one before, and both can be had', async () => {
  const page = await open('index.html');
  const replace = page.locator(`[id="${ALL[0] ?? ''}"] .replace`);
  assert.match(await replace.innerText(), /^Puis-je remplacer la version que j’ai\?\n+2\.1\.0\nOui, mais ceci serait perdu\s:\n.*p-true/u);
  assert.match(await page.locator('.kept').innerText(), /every-question-2\.1\.0-en-CA-scorm12\.zip/u);
  const wanted = await page.locator('a[download]').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  assert.equal(wanted.length, 3 * 8 + 2 + 4);
  for (const href of wanted) assert.ok(statSync(new URL(href)).size > 0, href);
  await page.context().close();
});

test('without scripts everything is there in both languages, and nothing that cannot be used', async () => {
  const page = await open('index.html', { javaScriptEnabled: false });
  assert.equal(await page.locator('.module:visible').count(), 3);
  assert.deepEqual([await page.locator('#search').isVisible(), await page.locator('#language').isVisible()], [false, false]);
  assert.deepEqual(await page.locator('h1 span:visible').allTextContents(), ['Parution', 'Edition']);
  await page.context().close();
});

test('on paper every module is there with its hashes, whatever the search hid', async () => {
  const page = await open('index.html');
  await page.fill('#words', 'acier');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.module:visible').count(), 3);
  assert.equal(await page.locator('.hash:visible').count(), 3 * 3);
  assert.equal(await page.locator('#search').isVisible(), false);
  await page.context().close();
});

for (const path of PAGES) {
  test(`${path}: no fault of accessibility, and nothing wider than a phone`, async () => {
    const page = await open(path, { viewport: { width: 320, height: 700 } });
    assert.deepEqual(await faults(page.mainFrame()), []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
    await page.context().close();
  });
}
