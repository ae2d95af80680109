/** Whole launches by Tin Can and cmi5 on a strict store: every statement is the one that the rules expect. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Session } from '../src/core/types';
import { choice, made } from './fixtures';
import { cmi5Launch, Lrs, tincanLaunch } from './lrs';
import { cmi5Teller, score, tincanTeller, told } from './story';
import { launchedBy, World } from './world';

const MODULE = made({ pages: [[choice('a')], []], graded: [choice('q1', [0], { objective: 'o1' })], objectives: ['o1'], completion: 'both' });

const check = (session: Session, at: number): void => {
  session.dispatch({ type: 'answer', target: { practice: 'a' }, answer: { kind: 'pick', at } });
  session.dispatch({ type: 'check', target: { practice: 'a' } });
};

const attempt = (session: Session, at: number): void => {
  session.dispatch({ type: 'start' });
  session.dispatch({ type: 'answer', target: { attempt: 0 }, answer: { kind: 'pick', at } });
  session.dispatch({ type: 'submit' });
};

/** Ten seconds on the first page, a wrong try and a right one; the second page; an attempt failed, one passed. */
async function whole(session: Session, world: World): Promise<void> {
  await world.pass(10000);
  check(session, 1);
  await world.pass(2000);
  session.dispatch({ type: 'retry', practice: 'a' });
  check(session, 0);
  await world.pass(3000);
  session.dispatch({ type: 'go', to: 1 });
  await world.pass(5000);
  session.dispatch({ type: 'go', to: 2 });
  attempt(session, 3);
  await world.pass(20000);
  attempt(session, 0);
  await world.pass(10000);
}

test('tincan: pages, tries, attempts, result and leaving are told as they happened', async () => {
  const lrs = new Lrs();
  const world = new World();
  const session = await launchedBy(MODULE, lrs.tab(tincanLaunch()), world);
  await whole(session, world);
  session.end('pagehide');
  await world.pass(0);
  const { module, page, choice: answer } = tincanTeller();
  assert.deepEqual(told(lrs.statements), [
    module(0, 'initialized'),
    answer(10, 'a', { response: 'b', success: false, score: { scaled: 0 }, duration: 'PT10S' }),
    module(10, 'progressed', { extensions: { 'https://w3id.org/xapi/cmi5/result/extensions/progress': 50 } }),
    answer(12, 'a', { response: 'a', success: true, score: { scaled: 1 }, duration: 'PT12S' }),
    page(15, 1, 15),
    module(15, 'progressed', { extensions: { 'https://w3id.org/xapi/cmi5/result/extensions/progress': 100 } }),
    page(20, 2, 5),
    answer(20, 'q1', { response: 'd', success: false, score: { scaled: 0 } }, 'o1'),
    module(20, 'failed', { success: false, score: score(0), duration: 'PT20S' }),
    answer(40, 'q1', { response: 'a', success: true, score: { scaled: 1 } }, 'o1'),
    module(40, 'passed', { success: true, score: score(1), duration: 'PT40S' }),
    module(40, 'completed', { completion: true, success: true, score: score(1), duration: 'PT40S' }),
    module(50, 'terminated', { duration: 'PT50S' }),
  ]);
});

test('cmi5: passed as soon as it is met, completed without score, each once, in order', async () => {
  const lrs = new Lrs();
  const world = new World();
  const session = await launchedBy(MODULE, lrs.tab(cmi5Launch(lrs, 's1', { data: { masteryScore: 0.8 } })), world);
  await whole(session, world);
  session.end('pagehide');
  await world.pass(0);
  const { module, page, choice: answer } = cmi5Teller('s1', 0.8);
  assert.deepEqual(told(lrs.statements), [
    module(0, 'initialized'),
    answer(10, 'a', { response: 'b', success: false, score: { scaled: 0 }, duration: 'PT10S' }),
    module(10, 'progressed', { extensions: { 'https://w3id.org/xapi/cmi5/result/extensions/progress': 50 } }),
    answer(12, 'a', { response: 'a', success: true, score: { scaled: 1 }, duration: 'PT12S' }),
    page(15, 1, 15),
    module(15, 'progressed', { extensions: { 'https://w3id.org/xapi/cmi5/result/extensions/progress': 100 } }),
    page(20, 2, 5),
    answer(20, 'q1', { response: 'd', success: false, score: { scaled: 0 } }, 'o1'),
    answer(40, 'q1', { response: 'a', success: true, score: { scaled: 1 } }, 'o1'),
    module(40, 'passed', { success: true, score: score(1), duration: 'PT40S' }),
    module(40, 'completed', { completion: true, duration: 'PT40S' }),
    module(50, 'terminated', { duration: 'PT50S' }),
  ]);
});

test('cmi5: token, launch data and preferences come before the first statement, each once', async () => {
  const lrs = new Lrs();
  await launchedBy(MODULE, lrs.tab(cmi5Launch(lrs, 's1')));
  assert.deepEqual(lrs.requests.slice(0, 5).map(({ method, path, query, status }) => [method, path, query['stateId'] ?? query['profileId'] ?? '', status]), [
    ['POST', 'fetch', '', 200],
    ['GET', 'activities/state', 'LMS.LaunchData', 200],
    ['GET', 'agents/profile', 'cmi5LearnerPreferences', 404],
    ['GET', 'activities/state', 'suspendData', 404],
    ['PUT', 'statements', '', 204],
  ]);
});
