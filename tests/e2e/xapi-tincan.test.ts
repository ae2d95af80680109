/** Tin Can launches of every package: all statements, compared with what the rules expect. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Learner } from './tools/learner';
import { xapiStage } from './tools/xapi-stage';
import type { Thing } from './tools/xapi-lrs';

const { lrs, place, site } = xapiStage(['hall-heroult', 'every-question', 'pages-only']);
const ACCOUNT = { homePage: 'https://college.example', name: 'u-42' };

/** What launchers send, and the one valid agent in it. */
const ACTORS: readonly (readonly [string, Thing, Thing])[] = [
  ['an account', { objectType: 'Agent', name: 'Camille', account: ACCOUNT }, { objectType: 'Agent', name: 'Camille', account: ACCOUNT }],
  ['an mbox', { mbox: 'mailto:camille@college.example' }, { objectType: 'Agent', mbox: 'mailto:camille@college.example' }],
  ['lists of 0.9', { name: ['Camille'], mbox: ['camille@college.example'] }, { objectType: 'Agent', name: 'Camille', mbox: 'mailto:camille@college.example' }],
  ['lists of accounts of 0.9', { name: ['Camille'], account: [{ accountServiceHomePage: ACCOUNT.homePage, accountName: ACCOUNT.name }] }, { objectType: 'Agent', name: 'Camille', account: ACCOUNT }],
  ['two identifiers, of which one is none', { mbox: 'mailto:camille@college.example', account: { homePage: 'NO_PAGE', name: 'u-42' } }, { objectType: 'Agent', mbox: 'mailto:camille@college.example' }],
];

for (const [name, sent, actor] of ACTORS) {
  test(`${name}: a module is read, left in the middle, and read to its end`, async () => {
    const at = await place('pages-only', { standard: 'tincan', launch: { actor: sent }, expect: { actor } });
    const learner = new Learner(at);
    await learner.arrive();
    await learner.jumpTo('second');
    await learner.comeBack('tab');
    await learner.read('part', null);
    await learner.quit('navigation');
    await at.context.close();
  });
}

for (const id of ['hall-heroult', 'every-question']) {
  test(`${id}: an attempt fails, another passes, and each is told with its grade`, async () => {
    const at = await place(id, { standard: 'tincan' });
    const learner = new Learner(at);
    await learner.arrive();
    await learner.read('part', 'tab');
    await learner.attempt('wrong', 'navigation');
    await learner.attempt('right');
    await learner.quit('tab');
    await at.context.close();
  });
}

test('what the launch says besides goes into each statement, and the credential out of the address', async () => {
  const launch = { activityId: 'https://lms.example/activities/31', platform: 'Moodle', grouping: 'https://college.example/programmes/270.A0', language: 'en-CA' };
  const address = { endpoint: lrs().at.endpoint.replace(/\/$/u, ''), auth: `Basic ${lrs().at.auth}`, stranger: 'x' };
  const at = await place('pages-only', { standard: 'tincan', launch, address, expect: { platform: launch.platform, grouping: launch.grouping } });
  const learner = new Learner(at);
  await learner.arrive();
  assert.equal(new URL(at.page.url()).searchParams.has('auth'), false);
  await learner.read('right', null);
  await learner.quit('tab');
  await at.context.close();
});

test('a launch without registration is told without one', async () => {
  const at = await place('pages-only', { standard: 'tincan', address: { registration: null }, expect: { registration: null } });
  const learner = new Learner(at);
  await learner.arrive();
  await learner.read('wrong', null);
  await learner.quit('tab');
  await at.context.close();
});

test('an address that names no store is a preview: it works, and asks nobody', async () => {
  const at = await place('pages-only', { standard: 'tincan' });
  const page = await at.open(`${site('pages-only').origin}/package/index.html`);
  assert.match((await page.locator('.fi-notice').textContent()) ?? '', /^Preview without a course site\./u);
  await page.locator('.fi-now [rel="next"]').click();
  await page.waitForSelector('.fi-now[id="/second"]');
  assert.deepEqual([await lrs().log(), at.errors], [[], []]);
  await at.context.close();
});
