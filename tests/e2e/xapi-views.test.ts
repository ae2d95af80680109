/** What only xAPI launches show, judged by axe in two widths and two colour schemes. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { goTo } from './tools/answers';
import { faults } from './tools/axe';
import type { Thing } from './tools/xapi-lrs';
import type { Wish, XapiPlace } from './tools/xapi-place';
import { xapiStage } from './tools/xapi-stage';

const { lrs, place } = xapiStage(['hall-heroult', 'pages-only']);

/** What is done in the page that was opened; the page to judge. */
type Act = (page: Page, at: XapiPlace) => Promise<Page>;

const nothing: Act = (page) => Promise.resolve(page);

const quit: Act = async (page) => {
  await page.getByRole('button', { name: 'Save and leave' }).click();
  await page.getByText('You may close this page.').waitFor();
  return page;
};

/** The session is over, and its page comes back. */
const reload: Act = async (page, at) => {
  await quit(page, at);
  await page.reload();
  return page;
};

/** The same address in another browser. */
const elsewhere: Act = async (page, at) => {
  await page.context().close();
  return (await place('pages-only', { standard: 'cmi5' })).open(at.address());
};

/** The store no longer takes what is done from now on. */
function fails(fault: Thing): Act {
  return async (page, at) => {
    await at.saved(page);
    await lrs().fault(fault);
    await goTo(page.mainFrame(), 'second');
    return page;
  };
}

const CMI5: Wish = { standard: 'cmi5' };
const TINCAN: Wish = { standard: 'tincan' };

/** A state, the launch and the faults that lead to it, what is done there, and words that it shows. */
const STATES: readonly (readonly [string, string, Wish, readonly Thing[], Act, string])[] = [
  ['origin refused', 'hall-heroult', TINCAN, [{ cors: true }], nothing, 'Rien n’est transmis au site de cours.'],
  ['wrong credentials', 'pages-only', { standard: 'tincan', address: { auth: 'Basic bm86bm8=' } }, [], nothing, 'refuses your authorisation'],
  ['nobody named', 'pages-only', { standard: 'tincan', address: { actor: '{}' } }, [], nothing, 'The launch is incomplete.'],
  ['nobody there', 'pages-only', CMI5, [{ drop: true }], nothing, 'does not answer.'],
  ['launched twice', 'pages-only', CMI5, [], elsewhere, 'This launch was already used.'],
  ['out of reach', 'pages-only', TINCAN, [], fails({ method: 'POST', path: 'statements', drop: true }), 'Offline.'],
  ['authorisation lost', 'pages-only', TINCAN, [], fails({ method: 'POST', path: 'statements', status: 401 }), 'refuses your authorisation'],
  ['nothing stored', 'pages-only', TINCAN, [], fails({ method: 'POST', path: 'statements', status: 500 }), 'Your last answers are not saved.'],
  ['browse', 'pages-only', { standard: 'cmi5', launch: { launchMode: 'Browse' } }, [], nothing, 'Browse mode.'],
  ['review', 'pages-only', { standard: 'cmi5', launch: { launchMode: 'Review' } }, [], nothing, 'Review mode.'],
  ['left', 'pages-only', CMI5, [], quit, 'Everything is saved.'],
  ['left, and loaded again', 'pages-only', { standard: 'cmi5', launch: { stateStays: true } }, [], reload, 'The previous session is closed.'],
];

for (const [state, id, wish, injected, act, words] of STATES) {
  test(`${state}: axe finds nothing`, async () => {
    const at = await place(id, wish);
    at.launched = await lrs().launch({ mode: wish.standard, ...wish.launch });
    await lrs().fault(...injected);
    const page = await act(await at.open(at.address()), at);
    await page.locator('.fi-notice').getByText(words).waitFor();
    for (const width of [1120, 350]) {
      await page.setViewportSize({ width, height: 666 });
      assert.deepEqual(await faults(page.mainFrame()), [], `${String(width)} px`);
    }
    await page.context().close();
  });
}
