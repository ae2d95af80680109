/** Simulated LMSs in Chromium: what they keep in the browser, lose while a page closes, and refuse by their switches. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Frame, Page } from 'playwright-core';
import { launch } from './tools/browser';
import { serve } from './tools/serve';
import type { Site } from './tools/serve';

/** Content that opens a session, and sets its state and finishes when it goes. */
const CONTENT = `
const api = (window.parent === window ? window : window.parent).API;
if (api) {
  api.LMSInitialize('');
  api.LMSSetValue('cmi.core.lesson_status', 'incomplete');
  window.addEventListener('pagehide', () => { api.LMSSetValue('cmi.suspend_data', 'late'); api.LMSFinish(''); });
}
document.title = api ? 'found' : 'alone';
`;
const FILES = new Map([
  ['index.html', Buffer.from('<!doctype html><html lang="en"><meta charset="utf-8"><title>-</title><script defer src="content.js"></script>')],
  ['content.js', Buffer.from(CONTENT)],
  ['ping.txt', Buffer.from('filiere-ok')],
]);

let browser: Browser;
let site: Site;
before(async () => {
  browser = await launch();
  site = await serve(FILES);
});
after(async () => {
  await browser.close();
  await site.close();
});

type Kind = 'strict' | 'moodle' | 'ilias' | 'openedx' | 'chamilo' | 'none';

async function opened(kind: Kind, options: object = {}): Promise<{ page: Page; sco: Frame }> {
  const page = await (await browser.newContext()).newPage();
  await page.addInitScript((set) => { (window as unknown as { filiereLmsOptions: object }).filiereLmsOptions = set; }, options);
  await page.goto(`${site.origin}/lms/${kind}`);
  await page.evaluate(() => { (document.getElementById('sco') as HTMLIFrameElement).src = '/package/index.html'; });
  const sco = (await (await page.waitForSelector('#sco')).contentFrame()) ?? assert.fail('a frame');
  await sco.waitForFunction(() => document.title !== '' && document.readyState === 'complete' && document.title !== '-');
  return { page, sco };
}

/** What the LMS of this browser has stored, once the page is closed. */
async function kept({ page }: { page: Page }, kind: Kind): Promise<Record<string, unknown>> {
  const next = await page.context().newPage();
  await next.goto(`${site.origin}/package/ping.txt`);
  await page.close();
  const text = await next.evaluate((key) => localStorage.getItem(key), `filiere-${kind}`);
  await next.context().close();
  return Object.fromEntries(JSON.parse(text ?? '[]') as [string, unknown][]);
}

test('a frame that goes is heard by those with a beacon or a page of their own, and lost to ILIAS', async () => {
  const states: unknown[] = [];
  for (const kind of ['strict', 'moodle', 'ilias', 'openedx', 'chamilo'] as const) {
    const here = await opened(kind);
    await here.page.evaluate(() => { document.getElementById('sco')?.remove(); });
    states.push([kind, (await kept(here, kind))['cmi.suspend_data'] ?? null]);
  }
  assert.deepEqual(states, [['strict', 'late'], ['moodle', 'late'], ['ilias', null], ['openedx', 'late'], ['chamilo', 'late']]);
});

test('a page that navigates away is lost to Open edX too', async () => {
  const states: unknown[] = [];
  for (const kind of ['moodle', 'ilias', 'openedx', 'chamilo'] as const) {
    const here = await opened(kind);
    await here.page.goto(`${site.origin}/package/ping.txt`);
    states.push([kind, (await kept(here, kind))['cmi.suspend_data'] ?? null]);
  }
  assert.deepEqual(states, [['moodle', 'late'], ['ilias', null], ['openedx', null], ['chamilo', 'late']]);
});

test('without an LMS the content is alone', async () => {
  const { page, sco } = await opened('none');
  assert.equal(await sco.title(), 'alone');
  await page.context().close();
});

test('faults are on from the start when the page says so: offline, Moodle says true and keeps nothing', async () => {
  const here = await opened('moodle', { faults: 'offline' });
  const said = await here.page.evaluate(() => [window.filiereLms?.api.LMSCommit(''), window.filiereLms?.faults().map(({ verdict }) => verdict)]);
  assert.deepEqual([said, await kept(here, 'moodle')], [['true', ['lost']], {}]);
});

test('settings and mode come from the page: Moodle in standards mode refuses long places', async () => {
  const { page } = await opened('moodle', { mode: 'review', settings: { scormStandard: true } });
  const said = await page.evaluate(() => [window.filiereLms?.api.LMSSetValue('cmi.core.lesson_location', 'x'.repeat(256)), window.filiereLms?.api.LMSGetValue('cmi.core.lesson_mode')]);
  assert.deepEqual(said, ['false', 'review']);
  await page.context().close();
});
