/** ILIAS, Open edX, Chamilo and no LMS at all store, lose and say what they are known to. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSim } from '../sim/lms';
import type { Sim } from '../sim/lms';
import { commit, finish, get, initialized, opened, set, write } from './sim-calls';
import { World } from './world';

function stored(sim: Sim, name: string): string | undefined {
  return sim.server.stored()[`cmi.${name}`];
}

const verdicts = (sim: Sim): string[] => sim.faults().map(({ method, verdict }) => `${method} ${verdict}`);

test('ILIAS forgets the values of a refused commit, until they are set again, even the same', () => {
  const sim = opened('ilias');
  set(sim, 'suspend_data', '1');
  sim.switches.failCommits(1);
  assert.deepEqual([commit(sim), commit(sim), stored(sim, 'suspend_data')], ['false/101', 'true/0', undefined]);
  set(sim, 'suspend_data', '1');
  assert.deepEqual([commit(sim), stored(sim, 'suspend_data')], ['true/0', '1']);
});

test('ILIAS says false offline, when the session is over, and while the page closes', () => {
  const answers = (['offline', 'expired', 'leaving'] as const).map((fault) => {
    const sim = opened('ilias');
    set(sim, 'suspend_data', '1');
    if (fault === 'leaving') sim.leave('frame');
    else sim.switches[fault] = true;
    return [commit(sim), stored(sim, 'suspend_data')];
  });
  assert.deepEqual(answers, [['false/101', undefined], ['false/101', undefined], ['false/101', undefined]]);
});

test('ILIAS keeps a session open whose LMSFinish failed', () => {
  const sim = opened('ilias');
  set(sim, 'suspend_data', '1');
  sim.switches.failCommits(1);
  assert.deepEqual([finish(sim), set(sim, 'suspend_data', '1'), finish(sim), finish(sim), stored(sim, 'suspend_data')], ['false/101', 'true/0', 'true/0', 'false/301', '1']);
});

test('ILIAS opens finished work in review without credit, and forgets scores and statuses there', () => {
  const first = opened('ilias');
  write(first, 'core.score.raw=90', 'core.lesson_status=passed', 'suspend_data=a');
  finish(first);
  const next = initialized(first.relaunch());
  assert.deepEqual(['core.lesson_mode', 'core.credit', 'core.entry'].map((name) => get(next, name)), ['review/0', 'no-credit/0', '/0']);
  assert.deepEqual([set(next, 'core.score.raw', '5'), set(next, 'core.lesson_status', 'incomplete'), set(next, 'suspend_data', 'b'), finish(next)], ['true/0', 'true/0', 'true/0', 'true/0']);
  assert.deepEqual(['core.score.raw', 'core.lesson_status', 'suspend_data'].map((name) => stored(next, name)), ['90', 'passed', 'b']);
  assert.deepEqual(verdicts(next), ['LMSSetValue lost', 'LMSSetValue lost']);
});

test('ILIAS without automatic review opens finished work as before', () => {
  const first = opened('ilias', { settings: { autoReview: false } });
  write(first, 'core.lesson_status=passed');
  finish(first);
  assert.equal(get(initialized(first.relaunch()), 'core.lesson_mode'), 'normal/0');
});

test('ILIAS stores nothing of the content in browse mode', () => {
  const sim = opened('ilias', { mode: 'browse' });
  write(sim, 'suspend_data=a', 'core.lesson_location=p');
  finish(sim);
  assert.deepEqual(Object.keys(sim.server.stored()), ['cmi.core.credit', 'cmi.core.entry', 'cmi.core.lesson_mode', 'cmi.core.lesson_status']);
});

test('ILIAS lets the mastery score judge only what is completed', () => {
  const statuses = [['completed', '40'], ['completed', '60'], ['incomplete', '40'], ['failed', '60'], ['completed', '']].map(([status, raw]) => {
    const sim = opened('ilias', { mastery: 60 });
    write(sim, `core.score.raw=${String(raw)}`, `core.lesson_status=${String(status)}`);
    finish(sim);
    return stored(sim, 'core.lesson_status');
  });
  assert.deepEqual(statuses, ['failed', 'passed', 'incomplete', 'failed', 'completed']);
});

test('ILIAS: entry, time and what was stored at the next launch; untouched work is completed', () => {
  const first = opened('ilias');
  const entry = get(first, 'core.entry');
  write(first, 'core.exit=suspend', 'core.session_time=00:00:01.5', 'core.lesson_status=incomplete', 'suspend_data=s');
  commit(first);
  const second = initialized(first.relaunch());
  assert.deepEqual([entry, ...['core.entry', 'core.total_time', 'suspend_data'].map((name) => get(second, name))], ['ab-initio/0', 'resume/0', '0000:00:01.50/0', 's/0']);
  const idle = opened('ilias');
  finish(idle);
  assert.equal(stored(idle, 'core.lesson_status'), 'completed');
});

test('ILIAS may count no interactions at the next launch', () => {
  const counts = [true, false].map((readsInteractions) => {
    const first = opened('ilias', { settings: { readsInteractions } });
    write(first, 'interactions.0.id=q');
    commit(first);
    return get(initialized(first.relaunch()), 'interactions._count');
  });
  assert.deepEqual(counts, ['1/0', '0/0']);
});

test('Open edX reads the copy of the page’s load, and never status, score and mode', () => {
  const first = opened('openedx');
  write(first, 'suspend_data=a', 'core.score.raw=80', 'core.lesson_status=passed');
  assert.equal(get(first, 'suspend_data'), '/0');
  const next = initialized(first.relaunch());
  write(next, 'suspend_data=b');
  const names = ['suspend_data', 'core.student_id', 'core.student_name', 'core.lesson_status', 'core.score.raw', 'core.lesson_mode', 'core.credit', 'interactions._count'];
  assert.deepEqual(names.map((name) => get(next, name)), ['a/0', 'apprenant-1/0', 'Tremblay, Camille/0', '/0', '/0', '/0', '/0', '/0']);
});

test('Open edX publishes a grade when a status comes, with no points when it is failed', () => {
  const grades = [
    ['core.score.raw=80'],
    ['core.score.raw=80', 'core.lesson_status=incomplete'],
    ['core.score.raw=80', 'core.lesson_status=passed'],
    ['core.lesson_status=passed', 'core.score.raw=80'],
    ['core.score.raw=40', 'core.lesson_status=failed'],
    ['core.score.raw=40', 'core.lesson_status=failed', 'core.score.raw=90', 'core.lesson_status=passed'],
    ['core.score.raw=70', 'core.lesson_status=completed'],
    ['core.score.raw=', 'core.lesson_status=passed'],
  ].map((pairs) => {
    const sim = opened('openedx');
    write(sim, ...pairs);
    return sim.server.grade();
  });
  assert.deepEqual(grades, [null, null, 80, 80, 0, 90, 70, 0]);
});

test('Open edX loses each value that does not get through, and says true', () => {
  const sim = opened('openedx');
  sim.switches.offline = true;
  assert.equal(set(sim, 'suspend_data', '1'), 'true/0');
  sim.switches.offline = false;
  sim.switches.failCommits(1);
  assert.equal(set(sim, 'core.lesson_location', 'p'), 'true/0');
  assert.equal(commit(sim), 'true/0');
  assert.deepEqual([sim.server.stored(), sim.owed(), verdicts(sim)], [{}, ['cmi.core.lesson_location', 'cmi.suspend_data'], ['LMSSetValue lost', 'LMSSetValue lost', 'LMSCommit lost']]);
});

test('Open edX sends one value after the other, and a closed page drops those that wait', async () => {
  const world = new World();
  const sim = opened('openedx', {}, world);
  sim.switches.slow = 100;
  write(sim, 'suspend_data=1', 'core.lesson_location=p', 'core.exit=suspend');
  assert.deepEqual(sim.server.stored(), {});
  await world.pass(100);
  assert.deepEqual(sim.server.stored(), { 'cmi.suspend_data': '1' });
  sim.close();
  await world.pass(1000);
  assert.deepEqual(sim.server.stored(), { 'cmi.core.lesson_location': 'p', 'cmi.suspend_data': '1' });
});

test('Open edX: values still go out when only the frame is removed, and are lost when the page closes', () => {
  const kept = (['frame', 'page'] as const).map((how) => {
    const sim = opened('openedx');
    sim.leave(how);
    set(sim, 'suspend_data', '1');
    return stored(sim, 'suspend_data');
  });
  assert.deepEqual(kept, ['1', undefined]);
});

test('Chamilo always says true, and what did not get through is sent again only when it is set again', () => {
  const sim = opened('chamilo');
  set(sim, 'suspend_data', '1');
  sim.switches.failCommits(1);
  assert.deepEqual([commit(sim), commit(sim), stored(sim, 'suspend_data')], ['true/0', 'true/0', undefined]);
  set(sim, 'suspend_data', '1');
  assert.deepEqual([commit(sim), stored(sim, 'suspend_data'), verdicts(sim)], ['true/0', '1', ['LMSCommit lost', 'LMSCommit lost']]);
});

test('Chamilo says ab-initio after suspend, and answers numbers', () => {
  const first = opened('chamilo');
  assert.deepEqual(first.api.LMSGetValue('cmi.interactions._count'), 0);
  write(first, 'core.exit=suspend', 'core.score.raw=66,7', 'suspend_data=s', 'core.lesson_status=incomplete');
  commit(first);
  const next = initialized(first.relaunch());
  assert.deepEqual(['core.entry', 'suspend_data', 'core.lesson_status', 'core.score.raw'].map((name) => get(next, name)), ['ab-initio/0', 's/0', 'incomplete/0', 'NaN/0']);
});

test('Chamilo drops a score that comes after completed in the session, and keeps what is completed', () => {
  const first = opened('chamilo');
  write(first, 'core.score.raw=60', 'core.lesson_status=completed');
  commit(first);
  write(first, 'core.score.raw=90', 'core.lesson_status=passed');
  assert.equal(finish(first), 'true/0');
  assert.deepEqual([stored(first, 'core.score.raw'), stored(first, 'core.lesson_status')], ['60', 'completed']);
  assert.deepEqual(first.faults().map(({ why }) => why), ['cmi.core.score.raw: a score after « completed » is not taken; cmi.core.lesson_status: what is completed stays so']);
  const next = initialized(first.relaunch());
  write(next, 'core.score.raw=90');
  finish(next);
  assert.equal(stored(next, 'core.score.raw'), '90');
});

test('Chamilo never judges by the mastery score', () => {
  const sim = opened('chamilo', { mastery: 60 });
  write(sim, 'core.score.raw=40', 'core.lesson_status=completed');
  finish(sim);
  assert.deepEqual([get(sim, 'student_data.mastery_score'), stored(sim, 'core.lesson_status')], ['60/0', 'completed']);
});

test('Chamilo leaves by a beacon', () => {
  const sim = opened('chamilo');
  set(sim, 'suspend_data', '1');
  sim.leave('page');
  assert.deepEqual([finish(sim), sim.server.commits.map(({ by }) => by), stored(sim, 'suspend_data')], ['true/0', ['beacon'], '1']);
});

test('without an LMS every call throws, and nothing is stored', () => {
  const sim = createSim('none');
  assert.throws(() => sim.api.LMSInitialize(''), /gone/u);
  assert.deepEqual(sim.server.stored(), {});
});

test('a page whose window is gone throws at every call, and a new launch answers again', () => {
  for (const kind of ['strict', 'moodle', 'ilias', 'openedx', 'chamilo'] as const) {
    const sim = opened(kind);
    sim.lost = true;
    (Object.keys(sim.api) as (keyof Sim['api'])[]).forEach((method) => { assert.throws(() => sim.api[method](''), /gone/u); });
    assert.equal(initialized(sim.relaunch()).log.at(-1)?.value, 'true');
  }
});

test('a slow server stops the page for that long', () => {
  const times = (['strict', 'moodle', 'ilias', 'chamilo'] as const).map((kind) => {
    let now = 0;
    const clock = { now: () => now, setTimer: () => null, clearTimer: () => undefined, block: (milliseconds: number) => { now += milliseconds; } };
    const sim = opened(kind, {}, clock);
    sim.switches.slow = 3000;
    set(sim, 'core.lesson_status', 'incomplete');
    commit(sim);
    return now;
  });
  assert.deepEqual(times, [3000, 3000, 3000, 3000]);
});

test('what a store keeps is there for another simulated LMS of the same kind', () => {
  const kept = new Map<string, string>();
  const store = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => { kept.set(key, value); } };
  const texts = (['strict', 'moodle', 'ilias', 'openedx', 'chamilo'] as const).map((kind) => {
    const sim = opened(kind, { store });
    write(sim, 'core.lesson_status=incomplete', 'suspend_data=' + kind);
    commit(sim);
    return get(opened(kind, { store }), 'suspend_data');
  });
  assert.deepEqual(texts, ['strict/0', 'moodle/0', 'ilias/0', 'openedx/0', 'chamilo/0']);
});
