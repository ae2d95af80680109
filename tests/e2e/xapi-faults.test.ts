/** What goes wrong between a module and its record store: nothing is lost, nothing is told twice, and the learner knows. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { dataOf, goTo } from './tools/answers';
import { give } from './tools/given';
import { mouse } from './tools/hands';
import { Lrs, until } from './tools/xapi-lrs';
import type { Line, Thing } from './tools/xapi-lrs';
import { XapiLearner } from './tools/xapi-learner';
import { verbOf } from './tools/xapi-place';
import type { Wish, XapiPlace } from './tools/xapi-place';
import { xapiStage } from './tools/xapi-stage';

const { lrs, place, asked } = xapiStage(['hall-heroult', 'every-question', 'pages-only']);
const only = new Map<string, Lrs>();
before(async () => {
  for (const version of ['1.0.3', '2.0.0']) only.set(version, await Lrs.start('--versions', version));
});
after(() => { for (const store of only.values()) store.stop(); });

const injected = (line: Line): boolean => line.fault !== undefined;
const closing = (at: XapiPlace): (() => Promise<void>) => () => at.page.getByText('You may close this page.').waitFor();

/** What passes by itself, and how often: a request is answered so, or not at all. */
const PASSING: readonly (readonly [string, Wish['standard'], readonly Thing[]])[] = [
  ['statements meet 500 and 503', 'tincan', [{ method: 'POST', path: 'statements', status: 500, times: 1 }, { method: 'POST', path: 'statements', status: 503, times: 1 }]],
  ['the answer to statements is lost though they are stored', 'tincan', [{ method: 'POST', path: 'statements', handled: true, drop: true, times: 1 }]],
  ['the connection is cut before a statement is stored', 'cmi5', [{ method: 'PUT', path: 'statements', drop: true, times: 1 }]],
  ['the answer to a statement is lost though it is stored', 'cmi5', [{ method: 'PUT', path: 'statements', handled: true, status: 500, times: 1 }]],
  ['State meets 500', 'cmi5', [{ method: 'PUT', path: 'activities/state', status: 500, times: 1 }]],
  ['the answer to State is lost though it is stored', 'tincan', [{ method: 'PUT', path: 'activities/state', handled: true, drop: true, times: 1 }]],
];

for (const [name, standard, faults] of PASSING) {
  test(`${name}: everything is told once, in order`, async () => {
    const at = await place('pages-only', { standard, launch: asked('pages-only'), met: (line) => injected(line) || line.status === 412 });
    const learner = new XapiLearner(at);
    await learner.arrive();
    await lrs().fault(...faults);
    await learner.jumpTo('second');
    await learner.read('right', null);
    await learner.finish(closing(at));
    assert.equal((await lrs().log()).filter(injected).length, faults.length);
    await at.context.close();
  });
}

test('a store that asks to wait is left alone for as long as it asks', async () => {
  const at = await place('pages-only', { standard: 'tincan', met: injected });
  const learner = new XapiLearner(at);
  await learner.arrive();
  await lrs().fault({ method: 'POST', path: 'statements', status: 429, retryAfter: 3, times: 1 });
  const sent: number[] = [];
  at.page.on('request', (request) => { if (request.method() === 'POST') sent.push(Date.now()); });
  await learner.jumpTo('second');
  await until(() => Promise.resolve(sent.length > 1), 'it is sent again');
  assert.ok((sent[1] ?? 0) - (sent[0] ?? 0) >= 3000, String(sent));
  await learner.finish(closing(at));
  await at.context.close();
});

for (const status of [401, 403]) {
  test(`${String(status)}: the learner is told, and one press sends everything once it is mended`, async () => {
    const at = await place('pages-only', { standard: 'tincan', met: injected });
    const learner = new XapiLearner(at);
    await learner.arrive();
    await lrs().fault({ method: 'POST', path: 'statements', status });
    await learner.jumpTo('second');
    await at.page.getByText('The learning record store (LRS) refuses your authorisation').waitFor();
    await lrs().calm();
    await at.page.getByRole('button', { name: 'Try again' }).click();
    await at.page.getByText('The learning record store (LRS) refuses your authorisation').waitFor({ state: 'detached' });
    await learner.finish(closing(at));
    await at.context.close();
  });
}

test('an answer that never comes is given up after a time, and asked for again', async () => {
  const at = await place('pages-only', { standard: 'tincan', met: injected });
  // The page's own clock runs an hour late, and can be put forward.
  await at.context.clock.install({ time: Date.now() - 3_600_000 });
  const learner = new XapiLearner(at);
  await learner.arrive();
  await lrs().fault({ method: 'POST', path: 'statements', delayMs: 60_000, times: 1 });
  const failed = at.page.waitForEvent('requestfailed');
  await learner.jumpTo('second');
  await until(async () => (await lrs().log()).some(injected), 'it waits');
  await at.context.clock.fastForward(21_000);
  await failed;
  await at.page.getByText('Offline.').waitFor();
  await at.context.clock.fastForward(3_000);
  await at.page.getByText('Offline.').waitFor({ state: 'detached' });
  await learner.finish(closing(at));
  await at.context.close();
});

/** Launches that can't be used, and what the page says of them. */
const USELESS: readonly (readonly [string, string, Wish, readonly Thing[], RegExp])[] = [
  ['Tin Can, origin refused', 'pages-only', { standard: 'tincan' }, [{ cors: true }], /refuses what comes from this site: its administrator must allow the origin \(CORS\)/u],
  ['cmi5, origin refused, in French', 'hall-heroult', { standard: 'cmi5' }, [{ cors: true }], /refuse les envois qui viennent de ce site\s: son administrateur doit en autoriser l’origine \(CORS\)/u],
  ['Tin Can, wrong credentials', 'pages-only', { standard: 'tincan', address: { auth: 'Basic bm86bm8=' } }, [], /refuses your authorisation/u],
  ['Tin Can, wrong credentials, in French', 'hall-heroult', { standard: 'tincan', address: { auth: 'Basic bm86bm8=' } }, [], /refuse votre autorisation/u],
  ['Tin Can, nobody named', 'pages-only', { standard: 'tincan', address: { actor: '{}' } }, [], /The launch is incomplete\./u],
  ['cmi5, no launch data', 'pages-only', { standard: 'cmi5', address: { activityId: 'https://lms.example/other' } }, [], /The launch is incomplete\./u],
  ['cmi5, nobody there', 'pages-only', { standard: 'cmi5' }, [{ drop: true }], /does not answer\./u],
];

for (const [name, id, wish, faults, words] of USELESS) {
  test(`${name}: the page says so, and the module works`, async () => {
    const at = await place(id, wish);
    at.launched = await lrs().launch({ mode: wish.standard, ...(wish.standard === 'cmi5' ? asked(id) : {}) });
    await lrs().fault(...faults);
    const page = await at.open(at.address());
    const notices = (await page.locator('.fi-notice p').allTextContents()).join('\n');
    assert.match(notices, words);
    assert.match(notices, /Nothing is being sent to the course site\.|Rien n’est transmis au site de cours\./u);
    await page.locator('.fi-now [rel="next"]').click();
    await page.waitForSelector('.fi-now h2:focus');
    assert.deepEqual((await lrs().statements()).map(verbOf).filter((verb) => verb !== 'launched'), []);
    await at.context.close();
  });
}

test('a launch that was used elsewhere says that it is spent', async () => {
  const at = await place('pages-only', { standard: 'cmi5' });
  const learner = new XapiLearner(at);
  await learner.arrive();
  const other = await place('pages-only', { standard: 'cmi5' });
  const page = await other.open(at.address());
  assert.match((await page.locator('.fi-notice p').allTextContents()).join('\n'), /This launch was already used\./u);
  await other.context.close();
  await at.context.close();
});

for (const version of ['1.0.3', '2.0.0']) {
  for (const standard of ['tincan', 'cmi5'] as const) {
    test(`${standard}: a store of ${version} alone takes everything`, async () => {
      const store = only.get(version) ?? assert.fail(version);
      await store.reset();
      const otherVersion = (line: Line): boolean => line.status === 400 && line.version === '1.0.3';
      const at = await place('pages-only', { standard, launch: asked('pages-only'), met: otherVersion }, {}, store);
      const learner = new XapiLearner(at);
      await learner.arrive();
      await learner.jumpTo('second');
      await at.saved();
      await learner.comeBack('tab');
      await learner.read('right', null);
      await at.saved();
      await learner.quit('navigation');
      assert.equal((await store.log()).filter(otherVersion).length, version === '2.0.0' ? 2 : 0);
      await at.context.close();
    });
  }
}

test('a store that hides its ETags keeps everything all the same', async () => {
  const at = await place('every-question', { standard: 'tincan' });
  await lrs().fault({ hideEtag: true });
  const learner = new XapiLearner(at);
  await learner.arrive();
  await learner.jumpTo('practice');
  await learner.comeBack('tab');
  await learner.jumpTo('last');
  await learner.comeBack('navigation');
  await learner.quit('tab');
  await at.context.close();
});

test('two tabs of one launch keep what was answered in both', async () => {
  const at = await place('every-question', { standard: 'tincan' });
  const one = (await at.launch()).page;
  const two = await at.open(at.address());
  for (const [page, n] of [[one, 0], [two, 1], [one, 2]] as const) {
    const data = await dataOf(page.mainFrame());
    const question = data.practice[n] ?? assert.fail('there are three');
    await goTo(page.mainFrame(), 'practice');
    const form = page.locator(`form[data-question="${question.id}"]`);
    await mouse.fill(form, question, give(question, 'right'));
    await form.locator('button[type="submit"]').click();
    await form.locator('.fi-verdict').waitFor();
    await at.saved(page);
  }
  await one.close({ runBeforeUnload: true });
  await two.close({ runBeforeUnload: true });
  await until(async () => (await lrs().statements()).filter((statement) => verbOf(statement) === 'terminated').length === 2, 'both are terminated');
  const back = (await at.launch()).page;
  await goTo(back.mainFrame(), 'practice');
  assert.equal(await back.locator('.fi-verdict.is-right').count(), 3);
  assert.deepEqual((await lrs().log()).filter(({ status }) => status === 400 || status === 403), []);
  assert.equal((await lrs().statements()).filter((statement) => verbOf(statement) === 'answered').length, 3);
  await at.context.close();
});
