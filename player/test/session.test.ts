/** A session from its first page to its last attempt, inside the strict LMS. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Sim } from '../sim/lms';
import type { Answer, Event, Session } from '../src/core/types';
import { choice, fillIn, made, numeric, trueFalse } from './fixtures';
import { launched, memoryStore, START, World } from './world';

const pick = (at: number): Answer => ({ kind: 'pick', at });
const answer = (id: string, at: number): Event => ({ type: 'answer', target: { practice: id }, answer: pick(at) });
const check = (id: string): Event => ({ type: 'check', target: { practice: id } });

function play(session: Session, ...events: Event[]): void {
  events.forEach((event) => { session.dispatch(event); });
}

/** Answers the whole attempt: true for right. */
function sit(session: Session, right: readonly boolean[]): void {
  play(session, { type: 'start' });
  right.forEach((good, at) => { play(session, { type: 'answer', target: { attempt: at }, answer: pick(good ? 0 : 1) }); });
  play(session, { type: 'submit' });
}

const TEST = [choice('q1'), choice('q2'), choice('q3'), choice('q4')];

test('a page is done when it was opened and each question on it was tried', async () => {
  const { session } = await launched(made({ pages: [[choice('a')], [], [choice('b'), choice('c')]] }));
  const done = (): boolean[] => session.state().pages.map((page) => page.done);
  assert.deepEqual(done(), [false, false, false]);
  play(session, answer('a', 1), check('a'), { type: 'go', to: 2 }, answer('b', 0), check('b'));
  assert.deepEqual([done(), session.state().progress], [[true, false, false], { pagesDone: 1, pages: 3, tried: 2, questions: 3 }]);
});

test('a practice answer is kept, checked, and can be tried again until it is right', async () => {
  const { session } = await launched(made({ pages: [[choice('a')]] }));
  const seen = (): unknown[] => session.state().practice.map(({ given, checked, tries, canRetry, mark, shows }) => ({ given, checked, tries, canRetry, verdict: mark?.verdict, correct: shows.correct }));
  play(session, check('a'));
  assert.deepEqual(seen(), [{ given: false, checked: false, tries: 0, canRetry: false, verdict: undefined, correct: false }]);
  play(session, answer('a', 1), check('a'), answer('a', 0));
  assert.deepEqual(seen(), [{ given: true, checked: true, tries: 1, canRetry: true, verdict: 'wrong', correct: false }]);
  play(session, { type: 'retry', practice: 'a' }, answer('a', 2), check('a'));
  assert.deepEqual(seen(), [{ given: true, checked: true, tries: 2, canRetry: true, verdict: 'wrong', correct: true }]);
  play(session, { type: 'retry', practice: 'a' }, answer('a', 0), check('a'));
  assert.deepEqual(seen(), [{ given: true, checked: true, tries: 3, canRetry: false, verdict: 'right', correct: true }]);
});

test('a question that did not change is the same object, so that views need not draw it again', async () => {
  const { session } = await launched(made({ pages: [[choice('a'), choice('b')]] }));
  const before = session.state().practice;
  play(session, answer('a', 1));
  const after = session.state().practice;
  assert.deepEqual([after[0] === before[0], after[1] === before[1]], [false, true]);
});

test('an attempt: free movement, flags, what is blank, submission, result', async () => {
  const { session } = await launched(made({ graded: TEST, objectives: [] }));
  play(session, { type: 'start' }, { type: 'answer', target: { attempt: 0 }, answer: pick(0) }, { type: 'question', at: 2 }, { type: 'flag', at: 2, on: true }, { type: 'summary', open: true });
  const running = session.state().assessment;
  assert.deepEqual([running?.phase, running?.attempt?.at, running?.attempt?.blanks, running?.attempt?.flagged, running?.attemptsUsed, running?.attemptsLeft, running?.canStart], ['summary', 2, [1, 2, 3], [2], 1, 2, false]);
  play(session, { type: 'question', at: 1 });
  assert.equal(session.state().assessment?.phase, 'running');
  play(session, { type: 'submit' });
  const { phase, attempt, grade, passed, next, canStart } = session.state().assessment ?? {};
  assert.deepEqual({ phase, result: attempt?.result, grade, passed, next, canStart }, { phase: 'result', result: { score: 25, points: 1, total: 4, passed: false, blanks: 3, objectives: [] }, grade: 25, passed: false, next: 'retry', canStart: true });
});

test('results are told by objective', async () => {
  const graded = [choice('q1', [0], { objective: 'o1', points: 3 }), choice('q2', [0], { objective: 'o1' }), choice('q3', [0], { objective: 'o2' })];
  const { session, lms } = await launched(made({ graded, objectives: ['o1', 'o2', 'o3'] }));
  sit(session, [true, false, true]);
  assert.deepEqual(session.state().assessment?.attempt?.result?.objectives, [{ id: 'o1', text: 'o1', points: 3, total: 4, score: 0.75 }, { id: 'o2', text: 'o2', points: 1, total: 1, score: 1 }]);
  const stored = lms.stored();
  assert.deepEqual(['0.id', '0.score.raw', '0.status', '1.status', '2.id', '2.status'].map((name) => stored[`cmi.objectives.${name}`]), ['o1', '75', 'passed', 'passed', 'o3', undefined]);
});

for (const [rule, grades] of [['best', [75, 75, 75]], ['last', [75, 25, 50]], ['first', [75, 75, 75]], ['average', [75, 50, 50]]] as const) {
  test(`grading by the ${rule} attempt`, async () => {
    const { session, lms, world } = await launched(made({ graded: TEST, assessment: { grading: rule } }));
    const seen: unknown[] = [];
    for (const right of [[true, true, true, false], [true, false, false, false], [true, true, false, false]]) {
      sit(session, right);
      await world.pass(0);
      seen.push([session.state().assessment?.grade, lms.stored()['cmi.core.score.raw']]);
    }
    assert.deepEqual([seen, session.state().status], [grades.map((grade) => [grade, String(grade)]), 'passed']);
  });
}

test('without shuffling, what is drawn keeps the order of its bank, and a reload draws the same', async () => {
  const store = memoryStore();
  const module = made({ graded: ['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8'].map((id) => choice(id)), take: 5 });
  const ids = (session: Session): string[] => session.state().assessment?.attempt?.questions.map(({ question }) => question.id) ?? [];
  const draws = new Set<string>();
  for (let i = 0; i < 10; i += 1) {
    const { session } = await launched(module, { key: String(i), store }, new World(null, i));
    play(session, { type: 'start' });
    const drawn = ids(session);
    assert.deepEqual([drawn.length, [...drawn].sort()], [5, drawn]);
    draws.add(drawn.join());
    session.hidden();
    assert.deepEqual(ids((await launched(module, { key: String(i), store })).session), drawn);
  }
  assert.ok(draws.size > 5);
});

test('no attempt starts when none is left, and the module says what is next', async () => {
  const { session } = await launched(made({ graded: TEST, assessment: { attempts: 1 } }));
  sit(session, [false, false, false, false]);
  play(session, { type: 'start' });
  const { phase, next, attemptsLeft, canStart } = session.state().assessment ?? {};
  assert.deepEqual({ phase, next, attemptsLeft, canStart, status: session.state().status }, { phase: 'result', next: 'review', attemptsLeft: 0, canStart: false, status: 'failed' });
});

test('an assessment that opens after the pages stays locked and says which are missing', async () => {
  const { session } = await launched(made({ pages: [[], [choice('a')], []], graded: TEST, assessment: { afterPages: true } }));
  play(session, { type: 'go', to: 2 }, { type: 'start' });
  assert.deepEqual([session.state().assessment?.phase, session.state().assessment?.missing], ['locked', [1]]);
  play(session, { type: 'go', to: 1 }, answer('a', 0), check('a'), { type: 'start' });
  assert.equal(session.state().assessment?.phase, 'running');
});

test('what may be shown follows feedback and corrections', async () => {
  const shown = async (feedback: 'immediate' | 'after-attempt' | 'after-pass' | 'never', corrections: 'none' | 'own' | 'correct' | 'worked'): Promise<string> => {
    const { session } = await launched(made({ graded: [choice('q1'), choice('q2')], assessment: { feedback, corrections } }));
    const now = (): string => session.state().assessment?.attempt?.questions.map(({ shows, mark }) => `${String(Object.values(shows).filter(Boolean).length)}${mark === null ? '' : '!'}`).join(' ') ?? '';
    play(session, { type: 'start' }, { type: 'answer', target: { attempt: 0 }, answer: pick(1) }, { type: 'check', target: { attempt: 0 } });
    const checked = now();
    play(session, { type: 'submit' });
    const failed = now();
    sit(session, [true, true]);
    return [checked, failed, now()].join(' | ');
  };
  assert.equal(await shown('immediate', 'worked'), '5! 0 | 5! 5! | 5! 5!');
  assert.equal(await shown('after-attempt', 'correct'), '0 0 | 4! 4! | 4! 4!');
  assert.equal(await shown('after-pass', 'own'), '0 0 | 0 0 | 3! 3!');
  assert.equal(await shown('never', 'worked'), '0 0 | 0 0 | 0 0');
  assert.equal(await shown('immediate', 'none'), '0 0 | 0 0 | 0 0');
});

test('nothing is lost when the page is reloaded in the middle of an attempt', async () => {
  const store = memoryStore();
  const module = made({ pages: [[numeric('n')], []], graded: [choice('q1'), fillIn('q2'), trueFalse('q3')], assessment: { shuffleQuestions: true, shuffleOptions: true } });
  const first = await launched(module, { store });
  play(first.session, { type: 'answer', target: { practice: 'n' }, answer: { kind: 'text', text: ['2,678', 't'] } }, check('n'), { type: 'start' }, { type: 'answer', target: { attempt: 0 }, answer: pick(1) }, { type: 'flag', at: 2, on: true }, { type: 'question', at: 1 });
  first.session.hidden();
  const { session, lms } = await launched(module, { store });
  assert.deepEqual({ ...session.state(), notices: [] }, first.session.state());
  assert.deepEqual([session.state().notices, lms.log.length, lms.faults()], [[{ kind: 'resumed', detail: '' }], 12, []]);
});

test('a state of another package is set aside, and the status of the LMS stays', async () => {
  const store = memoryStore();
  const module = made({ graded: TEST, pages: [[], [], []] });
  const first = await launched(module, { store });
  sit(first.session, [true, true, true, true]);
  play(first.session, { type: 'go', to: 2 });
  first.session.end('pagehide');
  // Time and entry are this launch's own.
  const kept = (of: Sim): unknown => Object.entries(of.stored()).filter(([name]) => !/session_time|entry|total_time/u.test(name));
  const stored = kept(first.lms);
  const other = { ...module, data: { ...module.data, state: { ...module.data.state, hash: 'other1' } } };
  const { session, lms, world } = await launched(other, { store });
  assert.deepEqual([session.state().notices, session.state().here, session.state().status, session.state().assessment?.phase], [[{ kind: 'foreign', detail: 'test-1' }], 2, 'passed', 'intro']);
  // Until the learner gives it up, all that the LMS has stays, whatever is done here.
  sit(session, [false, false, false, false]);
  await world.pass(10000);
  session.hidden();
  assert.deepEqual([session.save().kind, kept(lms)], ['readonly', stored]);
  session.anew();
  assert.deepEqual(session.state().notices, []);
  await world.pass(10000);
  assert.deepEqual([lms.stored()['cmi.core.score.raw'], lms.stored()['cmi.core.lesson_status']], ['100', 'passed']);
  // Records go on where the LMS stopped counting: an index that leaves a gap is refused.
  assert.deepEqual([lms.stored()['cmi.interactions.7.id'], lms.faults().filter((call) => call.verdict === 'refused')], ['q4_0_1', []]);
});

test('a damaged state is set aside and said', async () => {
  const store = memoryStore();
  store.setItem('filiere-strict', JSON.stringify([['cmi.suspend_data', '1.test-1.3.AAAA.zzzz'], ['cmi.core.lesson_status', 'incomplete']]));
  const { session } = await launched(made(), { store });
  assert.deepEqual(session.state().notices, [{ kind: 'damaged', detail: '' }]);
  session.dispatch({ type: 'dismiss', kind: 'damaged' });
  assert.deepEqual(session.state().notices, []);
});

test('the pass mark of the LMS wins over the module’s', async () => {
  const { session } = await launched(made({ graded: TEST }), { mastery: 80 });
  sit(session, [true, true, true, false]);
  assert.deepEqual([session.state().assessment?.pass, session.state().assessment?.passed], [80, false]);
});

test('a session without LMS keeps its state in the browser', async () => {
  const { createSession } = await import('../src/core/session');
  const { openLms } = await import('../src/lms/open');
  const world = new World();
  const module = made({ pages: [[], [], []] });
  const open = (): Promise<Session> => createSession(module.data, module.graded, openLms({}, world, 'essai'), world);
  const first = await open();
  await world.pass(0);
  play(first, { type: 'go', to: 2 });
  assert.deepEqual([first.launch.kind, first.save()], ['standalone', { kind: 'standalone', at: START, detail: '', kept: true, reason: null }]);
  await world.pass(2000);
  assert.equal((await open()).state().here, 2);
});

test('an LMS that judges by the score is not told one that would take a pass back', async () => {
  const grading = made({ graded: TEST, assessment: { grading: 'last', attempts: 2 } });
  const { session, lms } = await launched(grading, { mastery: 80 });
  sit(session, [true, true, true, true]);
  sit(session, [false, true, false, false]);
  session.end('button');
  const { 'cmi.core.lesson_status': status, 'cmi.core.score.raw': raw } = lms.stored();
  assert.deepEqual([status, raw, session.state().assessment?.grade], ['passed', '100', 25]);
});
