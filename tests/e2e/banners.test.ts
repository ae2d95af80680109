/** What a learner reads when something is in the way, judged by axe in two widths and two colour schemes. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BrowserContext, Frame, Page } from 'playwright-core';
import { encode } from '../../player/src/core/codec/codec';
import { freshMemory } from '../../player/src/core/memory';
import { answer, dataOf, goTo } from './tools/answers';
import { faults } from './tools/axe';
import { launchIn, openInLms } from './tools/browser';
import { stage } from './tools/journeys';

const ID = 'hall-heroult';
const { browser, site } = stage([ID]);

interface At {
  readonly page: Page;
  readonly sco: Frame;
}

async function opened(data: unknown = null): Promise<At & { readonly context: BrowserContext }> {
  return openInLms(browser(), site(ID), data === null ? 'strict' : 'again', {}, data);
}

/** The banner is there, and has no fault. */
async function judge({ page, sco }: At, words: string): Promise<void> {
  await sco.locator('.fi-notice', { hasText: words }).waitFor();
  for (const width of [1120, 350]) {
    await page.setViewportSize({ width, height: 666 });
    assert.deepEqual((await faults(sco)).map((fault) => `${words}, ${String(width)} px: ${fault}`), []);
  }
  await page.setViewportSize({ width: 1120, height: 666 });
}

/** Answers the first question there is to choose in. */
async function work({ sco }: At): Promise<void> {
  const data = await dataOf(sco);
  const question = data.practice.find(({ type }) => type === 'choice') ?? assert.fail('a choice');
  await goTo(sco, data.pages.find(({ questions }) => questions.includes(question.id))?.id ?? assert.fail('its page'));
  await answer(sco.locator(`form[data-question="${question.id}"]`), question, true);
}

/** Runs in the LMS's window: nothing is stored, or everything again. */
function refuse(on: boolean): void {
  const { filiereLms } = window as unknown as { filiereLms: { switches: { failCommits(n: number): void } } };
  filiereLms.switches.failCommits(on ? 1000 : 0);
}

/** Runs there too: the session of the LMS is over. */
function vanish(): void {
  const { API } = window as unknown as { API: Record<string, () => string> };
  Object.assign(API, { LMSSetValue: () => 'false', LMSCommit: () => 'false', LMSGetLastError: () => '301' });
}

test('out of reach', async () => {
  const at = await opened();
  await at.sco.locator('.fi-save', { hasText: 'Enregistré' }).waitFor();
  await at.page.evaluate(vanish);
  await work(at);
  await judge(at, 'Hors ligne');
  await at.context.close();
});

test('quitting in vain, then not; and what is offered at the next launch', async () => {
  const at = await opened();
  await at.sco.locator('.fi-save', { hasText: 'Enregistré' }).waitFor();
  await at.page.evaluate(refuse, true);
  await work(at);
  await at.sco.getByText('Quitter et enregistrer').click();
  await judge(at, 'gardées dans ce navigateur');
  assert.equal(await at.sco.evaluate(() => document.activeElement?.className), 'fi-notice is-off');
  const again = { page: at.page, sco: await launchIn(at.page, site(ID), 'strict') };
  await judge(again, 'n’ont pas été transmises');
  await again.sco.getByText('Reprendre les réponses non transmises').click();
  await again.sco.locator('.fi-save', { hasText: 'Enregistré' }).waitFor();
  await again.sco.getByText('Quitter et enregistrer').click();
  await judge(again, 'Tout est enregistré');
  await at.context.close();
});

test('two tabs', async () => {
  const first = await opened();
  await first.sco.locator('.fi-save', { hasText: 'Enregistré' }).waitFor();
  const page = await first.context.newPage();
  const second = { page, sco: await launchIn(page, site(ID), 'strict') };
  await judge(second, 'déjà ouvert');
  await second.sco.getByText('Reprendre ici').click();
  await judge(first, 'continue dans un autre onglet');
  await first.context.close();
});

test('a module that changed since', async () => {
  const { sco, context } = await opened();
  const data = await dataOf(sco);
  await context.close();
  const state = encode({ ...data, state: { ...data.state, hash: Array.from(data.state.hash).reverse().join('') } }, freshMemory(data), 3);
  const at = await opened({ cmi: { suspend_data: state } });
  await judge(at, 'ne connaît pas vos réponses');
  await at.context.close();
});
