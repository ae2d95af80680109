/** The page that reads states, as a support desk opens it: from the folder of an edition, without a server. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { renameSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { encode } from '../../player/src/core/codec/codec';
import { drawn } from '../../player/src/core/draw';
import { freshMemory } from '../../player/src/core/memory';
import type { Memory } from '../../player/src/core/memory';
import { emptyAnswer } from '../../player/src/core/answers';
import type { Answer } from '../../player/src/core/types';
import type { Layout, PlayerData } from '../../player/src/data';
import { faults } from './tools/axe';
import { launch } from './tools/browser';
import { at, fileOf, releaseTwice } from './tools/edition';
import { PROGRAM } from './tools/preview';
import { unzip } from './tools/zip';

const WORKSPACE = 'target/e2e-decoder';
const HALL = 'hall-heroult-1.0.0-en-CA-scorm12.zip';
const [OLD, NEW] = ['every-question-2.1.0-en-CA-scorm12.zip', 'every-question-2.2.0-en-CA-scorm12.zip'];
const MISSING = 'decode/pages-only.js';

let browser: Browser;

before(async () => {
  releaseTwice(WORKSPACE);
  browser = await launch();
});
after(() => browser.close());

function dataOf(zip: string): PlayerData {
  const [, block = ''] = (unzip(fileOf(zip, WORKSPACE)).get('index.html') ?? '').toString().split('id="filiere-data">');
  return JSON.parse(block.split('</script>')[0] ?? '') as PlayerData;
}

function answer(layout: Layout): Answer {
  if ('set' in layout) return { kind: 'set', on: [0] };
  if ('pick' in layout) return { kind: 'pick', at: 1 };
  if ('text' in layout) return { kind: 'text', text: Array.from({ length: layout.text }, (_, i) => (i === 0 ? '12' : '')) };
  return emptyAnswer(layout);
}

/** What somebody in the middle of a second attempt left. */
function stateOf(zip: string): string {
  const data = dataOf(zip);
  const fresh = freshMemory(data);
  const memory: Memory = {
    ...fresh,
    here: 1,
    practice: data.state.practice.map(({ layout }, i) => ({ tries: i % 3, checked: i % 3 > 0, answer: answer(layout) })),
    grades: { count: 1, first: 4550, best: 4550, last: 4550, sum: 4550 },
    attempt: data.assessment === null ? null : { phase: 'running', seed: 7, at: 1, slots: drawn(data.state, data.assessment.shuffleQuestions, 7).map(({ layout }, i) => ({ flagged: i === 0, checked: false, answer: i % 2 === 0 ? answer(layout) : emptyAnswer(layout) })) },
  };
  return encode(data, memory, 41);
}

/** What the command prints. */
function command(state: string, zip: string, ui: 'fr' | 'en'): string {
  const { status, stdout } = spawnSync(PROGRAM, ['--ui', ui, 'decode', state, '--package', fileOf(zip, WORKSPACE)], { encoding: 'utf8' });
  assert.equal(status, 0);
  return stdout;
}

async function open(query = '', options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'fr-CA', reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  page.on('pageerror', (error) => { throw error; });
  await page.goto(at('decode.html', WORKSPACE) + query);
  return page;
}

async function read(page: Page, text: string): Promise<void> {
  await page.fill('#state', text);
  await page.locator('#form button[type="submit"]').click();
  await page.waitForSelector('#fault:visible, #result:visible');
}

test('a state is told as the command tells it, in French first, in English by the button', async () => {
  const page = await open();
  const state = stateOf(HALL);
  await read(page, `  « ${state.slice(0, 30)}\r\n${state.slice(30)} »\n`);
  assert.equal(await page.inputValue('#plain'), command(state, HALL, 'fr'));
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'title');
  for (const hidden of ['#choices', '#plain', '#fault']) assert.equal(await page.locator(hidden).isVisible(), false, hidden);
  await page.click('#language');
  assert.equal(await page.inputValue('#plain'), command(state, HALL, 'en'));
  const shown = await page.locator('#lines :is(h3, li > p, li:not(:has(p)))').allTextContents();
  assert.ok(shown.length > 50 && shown.every((line) => command(state, HALL, 'en').includes(line)));
  await page.reload();
  assert.equal(await page.locator('h1').innerText(), 'Read what a learner did');
  await page.context().close();
});

test('of two versions that read it, the one that wrote it is taken, and the other can be chosen', async () => {
  const page = await open('?ui=en');
  const state = stateOf(OLD);
  await read(page, state);
  assert.equal(await page.inputValue('#plain'), command(state, OLD, 'en'));
  assert.equal(await page.locator('#choice option').count(), 2);
  await page.selectOption('#choice', { index: 1 });
  await page.locator('#lines', { hasText: 'written by a version released earlier' }).waitFor();
  assert.equal(await page.inputValue('#plain'), command(state, NEW, 'en'));
  await read(page, stateOf(NEW));
  assert.equal(await page.locator('#choices').isVisible(), false);
  await page.context().close();
});

test('what nothing can be read from is said with its cure, and the next state is read', async () => {
  const page = await open();
  const state = stateOf(HALL);
  const why = async (text: string): Promise<string> => {
    await read(page, text);
    return (await page.locator('#fault').innerText()).replace(/\s+/gu, ' ');
  };
  assert.match(await why(''), /^L'état est vide \(FIL8102\)\. La personne n'a rien fait/u);
  assert.match(await why(state.padEnd(4096, 'x')), /\(4096 caractères\) \(FIL8102\)\. La plateforme l'a sans doute coupé à 4096 caractères\.$/u);
  assert.match(await why(encode({ ...dataOf(HALL), state: { ...dataOf(HALL).state, hash: 'nobody' } }, freshMemory(dataOf(HALL)), 1)), /^L'état \(schéma nobody\) n'est d'aucun module de cette publication.*\(FIL8103\)/u);
  assert.equal(await page.locator('#result').isVisible(), false);
  await read(page, state);
  assert.equal(await page.locator('#fault').isVisible(), false);
  await page.context().close();
});

test('a page that was taken out of its folder says which file it misses, and reads once it is there', async () => {
  const page = await open();
  const file = fileOf(MISSING, WORKSPACE);
  const state = stateOf('pages-only-1.0.0-en-CA-scorm12.zip');
  renameSync(file, `${file}.away`);
  await read(page, state);
  assert.match(await page.locator('#fault').innerText(), /^Le fichier decode\/pages-only\.js ne se lit pas \(FIL8101\)\./u);
  renameSync(`${file}.away`, file);
  await page.locator('#form button[type="submit"]').click();
  await page.waitForSelector('#result:visible');
  await page.context().close();
});

test('by keyboard alone: paste, read, copy, clear', async () => {
  const page = await open();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const state = stateOf(HALL);
  await page.locator('#state').focus();
  await page.keyboard.insertText(state);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#result:visible');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'copy');
  await page.keyboard.press('Enter');
  await page.locator('#said', { hasText: /copi/u }).waitFor();
  await page.locator('#form button[type="reset"]').press('Enter');
  assert.deepEqual([await page.inputValue('#state'), await page.locator('#result').isVisible(), await page.evaluate(() => document.activeElement?.id)], ['', false, 'state']);
  assert.equal(await page.locator('#lines').innerText(), '');
  await page.context().close();
});

test('nothing is asked of any server', async () => {
  const page = await open();
  const asked: string[] = [];
  page.on('request', (request) => { asked.push(request.url()); });
  await read(page, stateOf(HALL));
  assert.deepEqual(asked, [at('decode/hall-heroult.js', WORKSPACE)]);
  await page.context().close();
});

for (const query of ['', '?ui=en']) {
  for (const filled of [true, false]) {
    test(`decode.html${query}, ${filled ? 'with an answer' : 'with a fault'}: no fault of accessibility, and nothing wider than a phone`, async () => {
      const page = await open(query, { viewport: { width: 320, height: 700 } });
      await read(page, filled ? stateOf(OLD) : 'bonjour');
      assert.deepEqual(await faults(page.mainFrame()), []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
      await page.context().close();
    });
  }
}

test('on paper there is what was read, and no form', async () => {
  const page = await open();
  await read(page, stateOf(HALL));
  await page.emulateMedia({ media: 'print' });
  assert.deepEqual([await page.locator('#form').isVisible(), await page.locator('#copy').isVisible(), await page.locator('#lines li').first().isVisible()], [false, false, true]);
  await page.context().close();
});
