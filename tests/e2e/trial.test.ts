/** The trial of a platform as people in IT open it: launches, report, surroundings, in both languages. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, BrowserContextOptions, Frame, Page } from 'playwright-core';
import { faults } from './tools/axe';
import { launch } from './tools/browser';
import { leave } from './tools/lms';
import { PROGRAM } from './tools/preview';
import { serve } from './tools/serve';
import type { Site } from './tools/serve';
import { Lrs, until } from './tools/xapi-lrs';
import { unzip } from './tools/zip';

const WORKSPACE = 'target/e2e-trial';

let browser: Browser;
const sites = new Map<string, Site>();

before(async () => {
  rmSync(WORKSPACE, { recursive: true, force: true });
  cpSync('tests/e2e/workspace', WORKSPACE, { recursive: true });
  const settings = readFileSync(`${WORKSPACE}/filiere.yaml`, 'utf8').replace(/filiere\.example/gu, 'filiere-essai.ca');
  writeFileSync(`${WORKSPACE}/filiere.yaml`, settings);
  const { status, stderr } = spawnSync(PROGRAM, ['-C', WORKSPACE, '--ui', 'en', 'release', 'pages-only'], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  for (const language of ['fr', 'en']) sites.set(language, await serve(unzip(`${WORKSPACE}/dist/essai-ena-${language}-scorm12.zip`)));
  browser = await launch();
});
after(async () => {
  await browser.close();
  for (const site of sites.values()) await site.close();
});

interface Open {
  readonly page: Page;
  readonly sco: Frame;
}

async function open(context: BrowserContext, language: 'fr' | 'en', lms: string): Promise<Open> {
  const page = await context.newPage();
  page.on('pageerror', (error) => { throw error; });
  await page.goto(`${sites.get(language)?.origin ?? ''}/lms/${lms}`);
  await page.evaluate(() => { (document.getElementById('sco') as HTMLIFrameElement).src = '/package/index.html'; });
  const sco = (await (await page.waitForSelector('#sco')).contentFrame()) ?? assert.fail('a frame');
  await sco.waitForSelector('#report:not([hidden])');
  return { page, sco };
}

function visitor(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  return browser.newContext({ locale: 'fr-CA', reducedMotion: 'reduce', ...options });
}

/** What a finding of the table says: verdict, then what was found. */
async function row(sco: Frame, title: string): Promise<string[]> {
  const line = sco.locator('tbody tr').filter({ has: sco.locator('th', { hasText: title }) });
  return [await line.locator('.tr-verdict').innerText(), await line.locator('.tr-answered').innerText()];
}

for (const language of ['fr', 'en'] as const) {
  test(`${language}: three launches, each without a fault of accessibility, and nothing wider than a phone`, async () => {
    const context = await visitor({ viewport: { width: 350, height: 700 } });
    for (const launch of [1, 2, 3]) {
      const { page, sco } = await open(context, language, 'moodle');
      assert.equal(await sco.locator('[aria-current="step"]').getAttribute('id'), `step-${String(launch)}`);
      assert.equal(await sco.locator('.tr-table').count(), launch + 1);
      assert.deepEqual(await faults(sco), []);
      assert.equal(await sco.evaluate(() => document.documentElement.scrollWidth), 350);
      await leave(page, 'tab');
    }
    await context.close();
  });
}

test('what left with the page is found at the next launch, and the grade arrives', async () => {
  const context = await visitor();
  const first = await open(context, 'fr', 'moodle');
  await leave(first.page, 'tab');
  const { page, sco } = await open(context, 'fr', 'moodle');
  assert.deepEqual(await row(sco, 'Enregistrement à la fermeture'), ['✓ bon', 'Le mot de la fermeture (pagehide) est arrivé.']);
  assert.deepEqual(await row(sco, 'Reprise de l’état'), ['✓ bon', '4 000 relus, intacts.']);
  assert.match(await sco.locator('#status').innerText(), /vérifiez que le carnet de notes affiche 80/u);
  assert.equal(await page.evaluate(() => (window as unknown as { filiereLms: { server: { grade(): number | null } } }).filiereLms.server.grade()), 80);
  await context.close();
});

test('the report is copied; where that is refused its text is selected', async () => {
  const context = await visitor({ permissions: ['clipboard-read', 'clipboard-write'] });
  const { page, sco } = await open(context, 'fr', 'strict');
  await sco.focus('#copy');
  await page.keyboard.press('Enter');
  await sco.locator('#copied', { hasText: 'Le rapport est copié' }).waitFor();
  const text = await sco.evaluate(() => navigator.clipboard.readText());
  assert.match(text, /^Rapport d’essai de la plateforme \(ENA\)\n=+\nNorme\s: SCORM 1\.2\nLancement\s: 1\n/u);
  assert.match(text, /✓ Place pour l’état \(suspend_data\)\s: bon\n {4}Demandé\s: Écrire 4\s096 caractères/u);
  assert.equal(/apprenant-1|Tremblay/u.test(text), false);
  await sco.evaluate(() => { Object.defineProperty(navigator, 'clipboard', { value: undefined }); });
  await sco.click('#copy');
  await sco.locator('#copied', { hasText: 'Le texte est sélectionné' }).waitFor();
  const chosen = await sco.evaluate(() => {
    const { value, selectionStart, selectionEnd } = document.getElementById('text') as HTMLTextAreaElement;
    return value.slice(selectionStart, selectionEnd);
  });
  assert.equal(chosen, text);
  await context.close();
});

test('files are found as they are served, and the policy is read', async () => {
  const context = await visitor();
  const { sco } = await open(context, 'fr', 'strict');
  assert.deepEqual(await row(sco, 'Type des fichiers .svg'), ['✓ bon', 'Servi comme image/svg+xml.']);
  assert.deepEqual(await row(sco, 'Type des fichiers .mjs'), ['! à surveiller', 'Servi comme application/octet-stream.']);
  assert.deepEqual(await row(sco, 'Règles de sécurité du contenu'), ['! à surveiller', 'default-src \'self\'']);
  assert.deepEqual(await row(sco, 'Image WEBP'), ['✓ bon', 'Montrée.']);
  await context.close();
});

test('without a platform the page says so and examines the rest', async () => {
  const context = await visitor();
  const page = await context.newPage();
  await page.goto(`${sites.get('en')?.origin ?? ''}/package/index.html`);
  await page.waitForSelector('#report:not([hidden])');
  assert.match(await page.locator('#status').innerText(), /^No platform answers in this window/u);
  assert.equal(await page.locator('.tr-table').count(), 2);
  await context.close();
});

for (const mode of ['tincan', 'cmi5'] as const) {
  test(`${mode}: two launches in front of a strict store say what came back, and the result arrives`, async () => {
    const lrs = await Lrs.start();
    const site = await serve(unzip(`${WORKSPACE}/dist/essai-ena-en-xapi.zip`), "default-src 'self'; connect-src *");
    const context = await visitor({ locale: 'en-CA', viewport: { width: 350, height: 700 } });
    let registration: string | null = null;
    for (const number of [1, 2]) {
      const launched = await lrs.launch({ mode, ...(mode === 'cmi5' ? { moveOn: 'CompletedAndPassed', masteryScore: 0.6 } : {}), ...(registration === null ? {} : { registration }) });
      ({ registration } = launched);
      const page = await context.newPage();
      await page.goto(`${site.origin}/package/index.html?${launched.query}`);
      await page.waitForSelector('#report:not([hidden])');
      const sco = page.mainFrame();
      assert.deepEqual(await faults(sco), []);
      assert.equal(/Authorization|Basic|auth=/u.test(await page.locator('#text').inputValue() + page.url()), false);
      if (number === 2) {
        assert.deepEqual(await row(sco, 'Resuming the state'), ['✓ good', '4,000 read, intact.']);
        assert.deepEqual(await row(sco, 'Saving on leave'), ['✓ good', 'The word of the closing (pagehide) arrived.']);
        assert.deepEqual(await row(sco, 'End of the session'), ['✓ good', 'It arrived.']);
        assert.deepEqual(await row(sco, 'Result'), ['✓ good', 'Both are accepted.']);
      }
      const ended = (await lrs.statements()).length;
      await leave(page, 'tab');
      await until(async () => (await lrs.statements()).length > ended, 'terminated arrives');
      await lrs.silence();
    }
    if (mode === 'cmi5') {
      const { problems, satisfied } = await lrs.verdict(registration ?? '');
      assert.deepEqual([problems, satisfied], [[], true]);
    }
    await context.close();
    await site.close();
    lrs.stop();
  });
}
