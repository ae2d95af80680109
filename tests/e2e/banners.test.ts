/** What a learner reads when something is in the way, judged by axe in two widths and two colour schemes. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BrowserContext, Frame, Page } from 'playwright-core';
import { answer, dataOf, goTo } from './tools/answers';
import { faults } from './tools/axe';
import { launchIn, openAlone, openInLms } from './tools/browser';
import type { LmsName } from './tools/browser';
import { editions } from './tools/editions';
import { stage } from './tools/journeys';
import { practise } from './tools/said';
import { LmsSeat } from './tools/seat';

const ID = 'hall-heroult';
const { browser, site } = stage([ID]);

interface At {
  readonly page: Page;
  readonly sco: Frame;
}

/** Open, and all that there is to store is stored. */
async function opened(lms: LmsName = 'strict'): Promise<At & { readonly context: BrowserContext }> {
  const at = await openInLms(browser(), site(ID), lms);
  await at.sco.locator('.fi-save', { hasText: 'Enregistré' }).waitFor();
  return at;
}

/** The banner is there, and has no fault. */
async function judge({ page, sco }: At, words: string): Promise<void> {
  await sco.locator('.fi-notice', { hasText: words }).waitFor();
  for (const width of [1120, 350]) {
    await page.setViewportSize({ width, height: 666 });
    assert.deepEqual((await faults(sco)).map((fault) => `${words}, ${String(width)} px: ${fault}`), []);
    assert.equal(await sco.locator('.fi-notice', { hasText: words }).count(), 1, 'it is still there');
  }
  await page.setViewportSize({ width: 1120, height: 666 });
  await page.emulateMedia({ forcedColors: 'active' });
  assert.deepEqual(await sco.evaluate(unread), [], 'in the colours of the system');
  await page.emulateMedia({ forcedColors: 'none' });
}

/** Words of banners in the colour of the page: the system puts that colour behind every text. */
function unread(): string[] {
  const paper = getComputedStyle(document.body).backgroundColor;
  return Array.from(document.querySelectorAll('.fi-notice :is(p, span)')).filter((node) => getComputedStyle(node).color === paper).map((node) => node.textContent);
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

/** Runs there too: where the learner is can't be stored, all else can. */
function narrow(): void {
  const { API } = window as unknown as { API: Record<string, (...args: string[]) => string> };
  const set = API['LMSSetValue']?.bind(API);
  Object.assign(API, { LMSSetValue: (name: string, value: string) => (name === 'cmi.core.lesson_location' ? 'false' : set?.(name, value)), LMSGetLastError: () => '405' });
}

/** Runs in a window of the module: this browser keeps nothing from now on. */
function forget(): void {
  Storage.prototype.setItem = () => { throw new Error('QuotaExceededError'); };
}

const focused = (sco: Frame): Promise<string | undefined> => sco.evaluate(() => document.activeElement?.className);

test('out of reach', async () => {
  const at = await opened();
  await at.page.evaluate(vanish);
  await work(at);
  await judge(at, 'La connexion au site de cours est perdue');
  await at.context.close();
});

test('nothing is stored', async () => {
  const at = await opened();
  await at.page.evaluate(refuse, true);
  await work(at);
  await judge(at, 'Le site de cours ne les a pas acceptées');
  await at.context.close();
});

test('one value is refused', async () => {
  const at = await opened();
  await at.page.evaluate(narrow);
  await work(at);
  await judge(at, 'Le site de cours a refusé une valeur');
  assert.match((await at.sco.locator('.fi-save').textContent()) ?? '', /^Enregistré/u);
  await at.context.close();
});

test('quitting in vain, then not; and what is offered at the next launch', async () => {
  const at = await opened();
  await at.page.evaluate(refuse, true);
  await work(at);
  await at.sco.getByText('Quitter et enregistrer').click();
  await judge(at, 'gardées dans ce navigateur');
  assert.equal(await focused(at.sco), 'fi-notice is-off');
  const again = { page: at.page, sco: await launchIn(at.page, site(ID), 'strict') };
  await judge(again, 'n’ont pas été transmises');
  await again.sco.getByText('Reprendre les réponses non transmises').click();
  await again.sco.locator('.fi-save', { hasText: 'Enregistré' }).waitFor();
  await again.sco.locator('.fi-now :is(h1, h2):focus').waitFor();
  await again.sco.getByText('Quitter et enregistrer').click();
  await judge(again, 'Tout est enregistré');
  await at.context.close();
});

test('quitting in vain where this browser keeps nothing either', async () => {
  const at = await opened();
  await at.page.evaluate(refuse, true);
  await at.sco.evaluate(forget);
  await work(at);
  await at.sco.getByText('Quitter et enregistrer').click();
  await judge(at, 'la fermer pourrait les perdre');
  assert.equal(await focused(at.sco), 'fi-notice is-bad');
  await at.context.close();
});

test('two tabs', async () => {
  const first = await opened();
  const page = await first.context.newPage();
  const second = { page, sco: await launchIn(page, site(ID), 'strict') };
  await judge(second, 'déjà ouvert');
  await second.sco.getByText('Reprendre ici').click();
  await judge(first, 'continue dans un autre onglet');
  assert.equal(await focused(first.sco), 'fi-notice');
  await first.context.close();
});

test('a tab that waits for what the other stores', async () => {
  const first = await opened('moodle');
  // The proof that it is stored takes its time.
  await first.context.route('**/ping.txt*', () => undefined);
  await work(first);
  const page = await first.context.newPage();
  const second = { page, sco: await launchIn(page, site(ID), 'moodle') };
  await second.sco.getByText('Reprendre ici').click();
  await judge(second, 'L’autre onglet enregistre vos réponses');
  assert.equal(await focused(second.sco), 'fi-notice', 'where the button was');
  await first.context.close();
});

test('a tab that has what it can neither store nor keep', async () => {
  const first = await opened();
  await first.page.evaluate(refuse, true);
  await first.sco.evaluate(forget);
  await work(first);
  const page = await first.context.newPage();
  const second = { page, sco: await launchIn(page, site(ID), 'strict') };
  await second.sco.getByText('Reprendre ici').click();
  await judge(second, 'Elles ne sont que là');
  assert.equal(await focused(second.sco), 'fi-notice is-bad');
  await first.context.close();
});

test('without an LMS, where answers are kept and where they are not', async () => {
  const { context, page, sco } = await openAlone(browser(), `${site(ID).origin}/package/index.html`);
  await judge({ page, sco }, 'Les réponses restent dans ce navigateur');
  await context.addInitScript(forget);
  await page.reload();
  await judge({ page, sco }, 'Rien n’est gardé quand la fenêtre se ferme');
  await context.close();
});

test('a module that changed since, and an older package put back', async () => {
  const [first, second] = editions([(desk) => { desk.edit('pages/01-etats.md', '  - [ ] Écroui au quart dur.\n', ''); }]);
  const seat = new LmsSeat('strict');
  await seat.sit(browser());
  const open = async (edition = first ?? assert.fail('two editions')): Promise<At> => {
    const sco = await seat.open(edition);
    return { page: sco.page(), sco };
  };
  await practise((await open()).sco, 'etats', { t5: ['Écroui au quart dur'] });
  await seat.leave();
  const changed = await open(second);
  await judge(changed, 'Le module a été mis à jour');
  await practise(changed.sco, 'etats', { defauts: ['Une crique à chaud'] });
  await seat.leave();
  const old = await open();
  await judge(old, 'ne connaît pas vos réponses');
  assert.equal(await old.sco.locator('.fi-save').textContent(), 'Rien n’est enregistré');
  await seat.rise();
});
