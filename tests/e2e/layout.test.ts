/** What the eye and the hand expect of the page: marks beside their words, panels that yield, formulas as formulas. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Frame } from 'playwright-core';
import { dataOf, goTo } from './tools/answers';
import { launch, openAlone } from './tools/browser';
import { packageOf, serve } from './tools/serve';
import type { Site } from './tools/serve';

let browser: Browser;
let site: Site;
const alone = (page = ''): string => `${site.origin}/package/index.html${page}`;

before(async () => {
  browser = await launch();
  site = await serve(packageOf('hall-heroult'));
});

after(async () => {
  await browser.close();
  await site.close();
});

/** Marks that begin a line while what they mark ends the line above. */
async function strays(sco: Frame): Promise<string[]> {
  return sco.locator('.fi-now .fi-review').evaluateAll((nodes) => nodes.flatMap((node) => {
    const [words, mark] = [node.firstElementChild, node.lastElementChild];
    const [last, first] = [Array.from(words?.getClientRects() ?? []).at(-1), mark?.getClientRects()[0]];
    if (last === undefined || first === undefined) return ['a passage without a mark'];
    return first.top < last.bottom && first.left >= last.left ? [] : [words?.textContent ?? ''];
  }));
}

test('« à confirmer » never stands alone at the beginning of a line', async () => {
  const { page, sco, context } = await openAlone(browser, alone());
  const found: string[] = [];
  let seen = 0;
  for (const { id } of (await dataOf(sco)).pages) {
    await goTo(sco, id);
    for (let width = 320; width <= 680; width += 18) {
      await page.setViewportSize({ width, height: 666 });
      found.push(...(await strays(sco)).map((words) => `${id}, ${String(width)} px: ${words}`));
    }
    seen += await sco.locator('.fi-now .fi-review').count();
  }
  assert.ok(seen > 0);
  assert.deepEqual(found, []);
  await context.close();
});

test('a click beside the list of pages closes it, one inside does not', async () => {
  const { sco, context } = await openAlone(browser, alone('#/faraday'), { viewport: { width: 650, height: 1400 } });
  const opener = sco.locator('.fi-bar-menu');
  const open = (): Promise<string | null> => opener.getAttribute('aria-expanded');
  await opener.click();
  await sco.locator('#fi-nav h2').click();
  assert.equal(await open(), 'true');
  await sco.locator('#fi-main').click({ position: { x: 20, y: 1250 } });
  assert.equal(await open(), 'false');
  await opener.click();
  await opener.click();
  assert.equal(await open(), 'false');
  await context.close();
});

test('before sending, the prompts read as they were asked, their formulas drawn', async () => {
  const { sco, context } = await openAlone(browser, alone('#/@assessment'));
  await sco.locator('#fi-assessment .fi-btn-main').first().click();
  await sco.getByText('Terminer la tentative').click();
  const prompts = sco.locator('.fi-left-q');
  assert.equal(await prompts.count(), (await dataOf(sco)).assessment?.draws.reduce((sum, draw) => sum + draw.take, 0));
  assert.ok((await prompts.locator('math').count()) > 0);
  const bare = await prompts.evaluateAll((nodes) => nodes.map((node) => {
    const words = node.cloneNode(true) as HTMLElement;
    words.querySelectorAll('math').forEach((formula) => { formula.remove(); });
    return words.textContent;
  }));
  assert.deepEqual(bare.filter((words) => words.trim() === '' || words.includes('_')), []);
  await context.close();
});
