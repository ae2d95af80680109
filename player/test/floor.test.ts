/** What the LMS had of a learner already: a lower score or status never replaces it. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AssessmentInfo } from '../src/data';
import { choice, made } from './fixtures';
import { launched, memoryStore } from './world';

const SCORE = 'cmi.core.score.raw';
const STATUS = 'cmi.core.lesson_status';

/** What the LMS has after an attempt of `right` of four, when it had `before` and our state is `state`. */
async function after(grading: AssessmentInfo['grading'], before: Readonly<Record<string, string>>, right: number): Promise<unknown> {
  const graded = ['q1', 'q2', 'q3', 'q4'].map((id) => choice(id));
  const module = made({ graded, assessment: { grading, attempts: null } });
  const store = memoryStore();
  const first = await launched(module, { store });
  first.session.end('pagehide');
  for (const [key, text] of store.kept) store.kept.set(key, JSON.stringify([...(JSON.parse(text) as [string, string][]), ...Object.entries(before)]));
  const { session, lms, world } = await launched(module, { store });
  session.dispatch({ type: 'start' });
  for (let at = 0; at < 4; at += 1) session.dispatch({ type: 'answer', target: { attempt: at }, answer: { kind: 'pick', at: at < right ? 0 : 1 } });
  session.dispatch({ type: 'submit' });
  await world.pass(5000);
  session.end('pagehide');
  const stored = lms.stored();
  return [stored[STATUS], stored[SCORE], session.state().score, lms.faults().length];
}

const PASSED = { [STATUS]: 'passed', [SCORE]: '75.00' };
const OPEN = { [STATUS]: 'incomplete', [SCORE]: '50' };
/** Of a package that nobody knows any more. */
const LOST = { 'cmi.suspend_data': '' };

for (const grading of ['best', 'first', 'average'] as const) {
  test(`with the state lost, a lower score does not replace the LMS's, a higher one does: ${grading}`, async () => {
    assert.deepEqual(await after(grading, { ...PASSED, ...LOST }, 4), ['passed', '100', 100, 0]);
    const low = (await after(grading, { ...PASSED, ...LOST }, 1)) as unknown[];
    assert.deepEqual([low[0], Number(low[1])], ['passed', 75]);
    const open = (await after(grading, { ...OPEN, ...LOST }, 1)) as unknown[];
    assert.deepEqual([open[0], Number(open[1])], [grading === 'first' ? 'failed' : 'incomplete', 50]);
  });
}

test('where the last attempt counts, it replaces what the LMS had, but not the status', async () => {
  assert.deepEqual(await after('last', { ...PASSED, ...LOST }, 1), ['passed', '25', 25, 0]);
});

test('a teacher\'s higher score stays', async () => {
  assert.deepEqual(await after('best', { [SCORE]: '90', [STATUS]: 'incomplete' }, 3), ['passed', '90', 90, 0]);
});

/** Scores that the LMS has after each attempt, with so many right answers to questions of so many points. */
async function averages(points: readonly number[], ...rights: readonly number[]): Promise<unknown> {
  const graded = points.map((worth, i) => choice(`q${String(i)}`, [0], { points: worth }));
  const module = made({ graded, assessment: { grading: 'average', attempts: null, pass: 0 } });
  const store = memoryStore();
  const scores: unknown[] = [];
  for (const right of rights) {
    const { session, lms, world } = await launched(module, { store });
    session.dispatch({ type: 'start' });
    points.forEach((_, attempt) => { session.dispatch({ type: 'answer', target: { attempt }, answer: { kind: 'pick', at: attempt < right ? 0 : 1 } }); });
    session.dispatch({ type: 'submit' });
    await world.pass(5000);
    session.end('pagehide');
    scores.push(lms.stored()[SCORE]);
  }
  return scores;
}

test('an average that our own state accounts for may fall', async () => {
  assert.deepEqual(await averages([1, 1], 2, 0), ['100', '50']);
  // A hundred times 71.43 is a little more than 7143.
  assert.deepEqual(await averages([5, 2], 1, 0), ['71.43', '35.72']);
});

test('a launch with a score costs twelve calls too', async () => {
  const store = memoryStore();
  const module = made({ graded: [choice('q')], assessment: { pass: 100 } });
  const { session, world } = await launched(module, { store });
  session.dispatch({ type: 'start' });
  session.dispatch({ type: 'answer', target: { attempt: 0 }, answer: { kind: 'pick', at: 1 } });
  session.dispatch({ type: 'submit' });
  await world.pass(5000);
  session.end('pagehide');
  const { lms } = await launched(module, { store });
  assert.deepEqual([lms.log.length, lms.log.filter(({ args }) => args[0] === SCORE).length], [12, 1]);
});
