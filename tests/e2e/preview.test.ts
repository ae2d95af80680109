/** An author's save, seen in the preview: the same page anew, or what is wrong with it. */

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { launch } from './tools/browser';
import { openPreview } from './tools/preview';

test('a save shows the same page anew, a fault shows its finding beside the last good build', async (run) => {
  const root = mkdtempSync(join(tmpdir(), 'filiere-preview-'));
  cpSync('tests/it/base', root, { recursive: true });
  const written = join(root, 'modules/base/pages/02-suite.md');
  const text = readFileSync(written, 'utf8');
  const preview = await openPreview(root);
  const browser = await launch();
  run.after(async () => {
    preview.stop();
    await browser.close();
    rmSync(root, { recursive: true });
  });
  const page = await browser.newPage({ locale: 'fr-CA' });
  await page.goto(preview.address);
  const frame = page.frameLocator('#frame');
  await frame.locator('.fi-js .fi-now').waitFor();
  const open = (): Promise<string> => page.evaluate(() => (document.getElementById('frame') as HTMLIFrameElement).contentWindow?.location.hash ?? '');
  await page.evaluate(() => { const { contentWindow } = document.getElementById('frame') as HTMLIFrameElement; if (contentWindow !== null) contentWindow.location.hash = '#/suite'; });
  await frame.locator('.fi-now').getByText('dissout').waitFor();

  writeFileSync(written, text.replace('dissout', 'DISSOUT BIEN'));
  await frame.locator('.fi-now').getByText('DISSOUT BIEN').waitFor();
  assert.deepEqual([await open(), await page.locator('#findings').isVisible()], ['#/suite', false]);

  writeFileSync(written, `${text}\nUn saut<br>de ligne.\n`);
  await page.locator('#findings-text').getByText('FIL1019').waitFor();
  assert.match(await page.locator('#findings-text').innerText(), /modules\/base\/pages\/02-suite\.md:\d+:8/u);
  assert.deepEqual([await open(), await frame.locator('.fi-now').getByText('DISSOUT BIEN').isVisible()], ['#/suite', true]);

  writeFileSync(written, text);
  await page.locator('#findings').waitFor({ state: 'hidden' });
  await frame.locator('.fi-now').getByText('dissout').waitFor();
  assert.equal(await open(), '#/suite');
});
