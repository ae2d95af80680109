/** cmi5 sessions of every package: order, modes, mastery, moveOn and ways out, judged by the LRS and by the rules. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { XapiLearner } from './tools/xapi-learner';
import { xapiStage } from './tools/xapi-stage';

const { lrs, place, site, asked } = xapiStage(['hall-heroult', 'every-question', 'pages-only']);

/** What an LMS may put into the context of every statement, besides what cmi5 asks. */
const TEMPLATE = {
  platform: 'Test LMS',
  contextActivities: { other: [{ objectType: 'Activity', id: 'https://lms.example/groups/7' }], category: [{ objectType: 'Activity', id: 'https://lms.example/profiles/x' }] },
  extensions: { 'https://lms.example/x/course': '270-101', 'https://lms.example/x/group': { number: 7 } },
};

test('a session fails, the next one passes and returns to the LMS', async () => {
  const back = `${site('every-question').origin}/lms/strict?back=1&from=a%20unit`;
  const launch = { ...asked('every-question'), returnURL: back, contextTemplate: TEMPLATE };
  const at = await place('every-question', { standard: 'cmi5', launch });
  const learner = new XapiLearner(at);
  await learner.arrive();
  await learner.read('part', 'navigation');
  await learner.attempt('wrong', 'tab');
  await learner.comeBack('tab');
  await learner.attempt('right');
  await learner.finish(() => at.page.waitForURL(back));
  const { sessions } = await lrs().verdict(at.registration ?? '');
  assert.deepEqual(sessions.map(({ verbs, end }) => [...verbs, end]), [
    ['initialized', 'terminated', 'terminated'],
    ['initialized', 'terminated', 'terminated'],
    ['initialized', 'failed', 'terminated', 'terminated'],
    ['initialized', 'passed', 'completed', 'terminated', 'terminated'],
  ]);
  await at.context.close();
});

test('the pass mark of the LMS counts, without session id or way back: the page may be closed', async () => {
  const launch = { moveOn: 'Passed', masteryScore: 0.2, sessionid: false };
  const at = await place('every-question', { standard: 'cmi5', launch });
  const learner = new XapiLearner(at, { pass: 20 });
  await learner.arrive();
  await learner.jumpTo('@assessment');
  await learner.attempt('part');
  await learner.comeBack('tab');
  await learner.finish(() => at.page.getByText('You may close this page.').waitFor());
  await at.context.close();
});

for (const moveOn of ['Completed', 'CompletedOrPassed', 'NotApplicable']) {
  test(`a module of pages satisfies ${moveOn}, and says no more once it is completed`, async () => {
    const at = await place('pages-only', { standard: 'cmi5', launch: { ...asked('pages-only'), moveOn } });
    const learner = new XapiLearner(at);
    await learner.arrive();
    await learner.jumpTo('second');
    await learner.comeBack('navigation');
    await learner.read('wrong', null);
    await learner.comeBack('tab');
    await learner.quit('navigation');
    await at.context.close();
  });
}

test('hall-heroult: passed before it is read is not completed, and reading completes it', async () => {
  const at = await place('hall-heroult', { standard: 'cmi5', launch: asked('hall-heroult') });
  const learner = new XapiLearner(at);
  await learner.arrive();
  await learner.jumpTo('@assessment');
  await learner.attempt('right');
  await learner.comeBack('tab');
  assert.equal((await lrs().verdict(at.registration ?? '')).satisfied, false);
  await learner.jumpTo('avant-de-commencer');
  await learner.read('right', null);
  await learner.quit('tab');
  assert.equal((await lrs().verdict(at.registration ?? '')).satisfied, true);
  await at.context.close();
});

test('the button stores State before the session is over, in an LMS that refuses it afterwards', async () => {
  const at = await place('pages-only', { standard: 'cmi5', launch: { ...asked('pages-only'), stateStays: false } });
  const learner = new XapiLearner(at);
  await learner.arrive();
  await learner.jumpTo('second');
  await learner.finish(() => at.page.getByText('You may close this page.').waitFor());
  await learner.arrive();
  assert.equal(await learner.sco.locator('.fi-now').getAttribute('id'), '/second');
  await learner.read('right', null);
  await learner.finish(() => at.page.getByText('You may close this page.').waitFor());
  await at.context.close();
});

for (const launchMode of ['Browse', 'Review']) {
  test(`${launchMode}: everything can be done, and only the frame of the session is told`, async () => {
    const at = await place('every-question', { standard: 'cmi5', launch: { ...asked('every-question'), launchMode } });
    const learner = new XapiLearner(at);
    await learner.arrive();
    await learner.read('right', null);
    await learner.attempt('right');
    const shown = (await learner.notices())[0] ?? '';
    assert.ok(shown.startsWith(`${launchMode} mode.`), shown);
    await learner.lookAway('tab');
    await at.assertLooked();
    assert.equal(await lrs().document(at.launched, at.launched.activityId ?? '', 'suspendData'), null);
    await at.context.close();
  });
}

test('a reload by the keys goes on in the same session, with the same token', async () => {
  // What the page that goes sends last may arrive after the new one has read: then both are merged.
  const met = ({ path, status }: { path: string; status: number }): boolean => status === 412 && path.endsWith('/activities/state');
  const at = await place('every-question', { standard: 'cmi5', launch: asked('every-question'), met });
  const learner = new XapiLearner(at);
  await learner.arrive();
  await learner.jumpTo('practice');
  at.diary.reloaded('practice');
  await learner.reload();
  await learner.jumpTo('@assessment');
  await learner.attempt('wrong');
  at.diary.reloaded(null);
  await learner.reload();
  await learner.quit('tab');
  assert.deepEqual((await lrs().verdict(at.registration ?? '')).sessions.map(({ verbs }) => verbs), [['initialized', 'failed', 'terminated']]);
  await at.context.close();
});

/** What an LMS does with State once a session is over, and what the page says when it is loaded again. */
const AFTERWARDS = [
  ['refuses it', false, 'This launch was already used.'],
  ['still serves it', true, 'The previous session is closed.'],
] as const;

for (const [name, stateStays, words] of AFTERWARDS) {
  test(`a reload that the page cannot foresee closes the session; an LMS that ${name}`, async () => {
    const at = await place('pages-only', { standard: 'cmi5', launch: { ...asked('pages-only'), stateStays } });
    const learner = new XapiLearner(at);
    await learner.arrive();
    await learner.jumpTo('second');
    at.diary.left('second');
    await at.still();
    await at.page.reload();
    await at.page.getByText(words).waitFor();
    await learner.read('right', null);
    await learner.leave('tab');
    await at.assertClosed();
    await at.context.close();
  });
}
