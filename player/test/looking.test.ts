/** Launches for looking by cmi5: Review shows what was answered and its corrections, Browse opens everything. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AssessmentInfo } from '../src/data';
import type { Session, Shows } from '../src/core/types';
import { choice, made } from './fixtures';
import { cmi5Launch, Lrs } from './lrs';
import { launched, launchedBy, memoryStore, World } from './world';

/** The most secretive policy there is. */
const SECRET: Partial<AssessmentInfo> = { feedback: 'never', corrections: 'none', attempts: 1, afterPages: true };
const MODULE = made({ pages: [[choice('a'), choice('b')], []], graded: [choice('q1'), choice('q2')], assessment: SECRET });
const ALL: Shows = { verdict: true, parts: true, feedback: true, correct: true, solution: true };
const NOTHING: Shows = { verdict: false, parts: false, feedback: false, correct: false, solution: false };

const practise = (session: Session, practice: string, at: number): void => {
  session.dispatch({ type: 'answer', target: { practice }, answer: { kind: 'pick', at } });
  session.dispatch({ type: 'check', target: { practice } });
};

async function opened(lrs: Lrs, name: string, launchMode: string, seeds: number): Promise<{ session: Session; world: World }> {
  const world = new World(memoryStore(), seeds);
  return { session: await launchedBy(MODULE, lrs.tab(cmi5Launch(lrs, name, { data: { launchMode } })), world), world };
}

/** One practice question wrong, one left alone, one graded question wrong, one blank. */
async function worked(lrs: Lrs): Promise<void> {
  const { session, world } = await opened(lrs, 's1', 'Normal', 100);
  practise(session, 'a', 1);
  practise(session, 'b', 0);
  session.dispatch({ type: 'retry', practice: 'b' });
  session.dispatch({ type: 'answer', target: { practice: 'b' }, answer: { kind: 'pick', at: null } });
  session.dispatch({ type: 'go', to: 1 });
  session.dispatch({ type: 'start' });
  session.dispatch({ type: 'answer', target: { attempt: 0 }, answer: { kind: 'pick', at: 2 } });
  session.dispatch({ type: 'submit' });
  await session.quit();
  await world.pass(0);
}

const practiceIn = (session: Session): unknown[] => session.state().practice.map(({ answer, checked, canRetry, shows, mark }) => [answer, checked, canRetry, shows, mark?.verdict ?? null]);

test('Review: what was answered stands with its corrections, and stays', async () => {
  const lrs = new Lrs();
  await worked(lrs);
  const { session } = await opened(lrs, 's2', 'Review', 2000);
  const seen = [[{ kind: 'pick', at: 1 }, true, false, ALL, 'wrong'], [{ kind: 'pick', at: null }, false, false, NOTHING, null]];
  assert.deepEqual(practiceIn(session), seen);
  session.dispatch({ type: 'retry', practice: 'a' });
  session.dispatch({ type: 'answer', target: { practice: 'a' }, answer: { kind: 'pick', at: 0 } });
  session.dispatch({ type: 'start' });
  assert.deepEqual(practiceIn(session), seen);
  const { attempt, canStart, next } = session.state().assessment ?? {};
  assert.deepEqual([attempt?.questions.map(({ answer, shows, mark }) => [answer, shows, mark?.verdict]), canStart, next], [[[{ kind: 'pick', at: 2 }, ALL, 'wrong'], [{ kind: 'pick', at: null }, ALL, 'blank']], false, 'review']);
  assert.deepEqual([session.data.assessment?.feedback, session.save().kind], ['immediate', 'readonly']);
});

test('Browse: the assessment is open, its corrections too, as often as one likes, and nothing is kept', async () => {
  const lrs = new Lrs();
  const { session } = await opened(lrs, 's1', 'Browse', 100);
  for (let n = 1; n <= 3; n += 1) {
    assert.deepEqual([session.state().assessment?.canStart, session.state().assessment?.attemptsLeft], [true, null]);
    session.dispatch({ type: 'start' });
    session.dispatch({ type: 'answer', target: { attempt: 0 }, answer: { kind: 'pick', at: 0 } });
    session.dispatch({ type: 'check', target: { attempt: 0 } });
    assert.deepEqual(session.state().assessment?.attempt?.questions[0]?.shows, ALL);
    session.dispatch({ type: 'submit' });
    assert.deepEqual(session.state().assessment?.attempt?.questions[1]?.shows, ALL);
  }
  await session.quit();
  assert.deepEqual([...lrs.documents.keys()].filter((key) => key.endsWith('suspendData')), []);
});

test("in a launch that counts, and in SCORM's review, which Moodle opens by itself, the module's policy holds", async () => {
  const { session } = await opened(new Lrs(), 's1', 'Normal', 100);
  const scorm = await launched(MODULE, { mode: 'review' });
  for (const one of [session, scorm.session]) {
    assert.deepEqual([one.data, one.state().assessment?.canStart, one.state().assessment?.phase], [MODULE.data, false, 'locked']);
  }
});

test('a learner who wants no sound gets none; whatever else a profile holds, the module opens', async () => {
  const cases: [string, boolean][] = [
    ['{"audioPreference":"off","languagePreference":"en-US,fr-FR"}', true],
    ['{"audioPreference":"on","languagePreference":"fr"}', false],
    ['{"success":true}', false],
    ['<html>', false],
  ];
  for (const [text, muted] of cases) {
    const lrs = new Lrs();
    lrs.fault = ({ path }) => (path === 'agents/profile' ? { status: 200, text } : undefined);
    const { session } = await opened(lrs, 's1', 'Normal', 100);
    assert.deepEqual([session.launch.kind, session.launch.muted, session.data.module.ui], ['cmi5', muted, 'fr']);
  }
});
