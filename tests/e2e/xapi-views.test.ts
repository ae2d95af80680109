/** What only xAPI launches show, judged by axe in two widths and two colour schemes. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { faults } from './tools/axe';
import type { Thing } from './tools/xapi-lrs';
import type { Wish } from './tools/xapi-place';
import { xapiStage } from './tools/xapi-stage';

const { lrs, place } = xapiStage(['hall-heroult', 'pages-only']);

const nothing = (): Promise<void> => Promise.resolve();
const quit = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Save and leave' }).click();
  await page.getByText('You may close this page.').waitFor();
};

/** A state, the launch and the faults that lead to it, what is done there, and words that it shows. */
const STATES: readonly (readonly [string, string, Wish, readonly Thing[], (page: Page) => Promise<void>, string])[] = [
  ['origin refused', 'hall-heroult', { standard: 'tincan' }, [{ cors: true }], nothing, 'Rien n’est transmis au site de cours.'],
  ['wrong credentials', 'pages-only', { standard: 'tincan', address: { auth: 'Basic bm86bm8=' } }, [], nothing, 'refuses your authorisation'],
  ['browse', 'pages-only', { standard: 'cmi5', launch: { launchMode: 'Browse' } }, [], nothing, 'Browse mode.'],
  ['review', 'pages-only', { standard: 'cmi5', launch: { launchMode: 'Review' } }, [], nothing, 'Review mode.'],
  ['left', 'pages-only', { standard: 'cmi5' }, [], quit, 'Everything is saved.'],
];

for (const [state, id, wish, injected, act, words] of STATES) {
  test(`${state}: axe finds nothing`, async () => {
    const at = await place(id, wish);
    at.launched = await lrs().launch({ mode: wish.standard, ...wish.launch });
    await lrs().fault(...injected);
    const page = await at.open(at.address());
    await act(page);
    await page.locator('.fi-notice').getByText(words).waitFor();
    for (const width of [1120, 350]) {
      await page.setViewportSize({ width, height: 666 });
      assert.deepEqual(await faults(page.mainFrame()), [], `${String(width)} px`);
    }
    await at.context.close();
  });
}
