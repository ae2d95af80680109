/** The simulated Moodle answers and loses as the real one was seen to. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSim } from '../sim/lms';
import type { Sim } from '../sim/lms';
import type { SimOptions } from '../sim/types';
import { commit, finish, get, opened, outOfPlace, set } from './sim-calls';
import { SEEN } from './sim-probes';
import { World } from './world';

function running(options: Partial<SimOptions> = {}, world = new World()): Sim {
  return opened('moodle', options, world);
}

/** Elements of the last arrival. */
function arrived(sim: Sim): string[] {
  return Object.entries(sim.server.commits.at(-1)?.elements ?? {}).map(([name, value]) => `${name.slice('cmi.'.length)}=${String(value)}`);
}

const SCORM = { scormStandard: true };

test('every other value is judged by its pattern and its range', () => {
  const sim = running();
  const answers = SEEN.map(([name, values]) => [name, ...values.map((value) => set(sim, name, value))]);
  assert.deepEqual(answers, SEEN.map(([name, values, code]) => [name, ...values.map(() => `${code === '0' ? 'true' : 'false'}/${code}`)]));
});

test('calls out of place have their codes, and a finished page can be opened again', () => {
  assert.deepEqual(outOfPlace('moodle'), ['/301', 'false/301', 'false/301', 'false/301', 'false/201', 'true/0', 'false/101', 'false/201', 'true/0', 'false/301', 'false/301', 'true/0']);
  const { api } = createSim('moodle');
  assert.deepEqual([api.LMSGetErrorString('405'), api.LMSGetErrorString('999')], ['Incorrect data type', undefined]);
});

test('an empty score is stored as the number 0', () => {
  const sim = running();
  set(sim, 'core.score.raw', '');
  assert.deepEqual([sim.api.LMSGetValue('cmi.core.score.raw'), commit(sim), sim.server.grade()], [0, 'true/0', 0]);
});

test('comments grow with each value', () => {
  const sim = running();
  set(sim, 'comments', 'a');
  set(sim, 'comments', 'b');
  assert.equal(get(sim, 'comments'), 'ab/0');
});

test('only values that differ from the last ones sent are sent', () => {
  const sim = running();
  set(sim, 'suspend_data', '1');
  set(sim, 'core.lesson_status', 'incomplete');
  commit(sim);
  assert.deepEqual(arrived(sim).sort(), ['core.lesson_status=incomplete', 'suspend_data=1']);
  set(sim, 'suspend_data', '2');
  set(sim, 'core.lesson_status', 'incomplete');
  commit(sim);
  assert.deepEqual(arrived(sim), ['suspend_data=2']);
});

test('a refused commit loses its values: neither a retry nor the same value again sends them', () => {
  const sim = running();
  set(sim, 'suspend_data', '1');
  sim.switches.failCommits(1);
  assert.equal(commit(sim), 'false/101');
  assert.equal(commit(sim), 'true/0');
  assert.deepEqual(arrived(sim), []);
  set(sim, 'suspend_data', '1');
  assert.equal(commit(sim), 'true/0');
  assert.deepEqual([arrived(sim), sim.server.stored()['cmi.suspend_data'], sim.owed()], [[], undefined, ['cmi.core.lesson_status', 'cmi.suspend_data']]);
  assert.deepEqual(sim.faults().map(({ method, verdict, why }) => [method, verdict, why]), [
    ['LMSCommit', 'refused', 'the server answers 503'],
    ['LMSCommit', 'lost', '2 values of earlier commits are not stored'],
    ['LMSCommit', 'lost', '2 values of earlier commits are not stored'],
  ]);
});

test('a different value is sent again after a refused commit, and so a resend in two phases heals', () => {
  const sim = running();
  set(sim, 'core.score.raw', '80');
  set(sim, 'core.lesson_status', 'passed');
  sim.switches.failCommits(1);
  commit(sim);
  for (const [raw, status] of [['79.99', 'completed'], ['80', 'passed']] as const) {
    set(sim, 'core.score.raw', raw);
    set(sim, 'core.lesson_status', status);
    assert.equal(commit(sim), 'true/0');
  }
  assert.deepEqual(sim.server.stored(), { 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '80' });
  assert.deepEqual(sim.server.history('cmi.core.score.raw'), [[1, 79.99], [2, 80]]);
  assert.deepEqual(sim.owed(), []);
});

test('offline a commit is answered true, and its values never arrive, also after the network is back', () => {
  const sim = running();
  set(sim, 'suspend_data', '1');
  sim.switches.offline = true;
  assert.equal(commit(sim), 'true/0');
  sim.switches.offline = false;
  assert.equal(commit(sim), 'true/0');
  assert.deepEqual([sim.server.stored(), sim.server.missed.length, sim.faults().map(({ verdict }) => verdict)], [{}, 1, ['lost', 'lost']]);
});

test('an expired session refuses every commit until the next launch', () => {
  const sim = running();
  sim.switches.expired = true;
  set(sim, 'suspend_data', '1');
  assert.equal(commit(sim), 'false/101');
  set(sim, 'suspend_data', '2');
  assert.equal(commit(sim), 'false/101');
  const next = sim.relaunch();
  next.api.LMSInitialize('');
  set(next, 'suspend_data', '3');
  assert.deepEqual([commit(next), next.server.stored()['cmi.suspend_data']], ['true/0', '3']);
});

test('a second LMSInitialize is refused and takes the model back to what was sent', () => {
  const sim = running();
  set(sim, 'suspend_data', 'sent');
  commit(sim);
  set(sim, 'suspend_data', 'not sent');
  assert.equal(sim.api.LMSInitialize(''), 'false');
  assert.equal(get(sim, 'suspend_data'), 'sent/0');
});

test('what is set and not committed is not stored', () => {
  const sim = running();
  set(sim, 'suspend_data', '1');
  assert.deepEqual(sim.relaunch().server.stored(), {});
});

test('a module that is opened and closed is completed, unless it says incomplete', () => {
  const idle = running();
  finish(idle);
  const careful = running();
  set(careful, 'core.lesson_status', 'incomplete');
  finish(careful);
  assert.deepEqual([idle, careful].map((sim) => sim.server.stored()['cmi.core.lesson_status']), ['completed', 'incomplete']);
});

test('the mastery score decides at LMSFinish alone, and whatever the status was', () => {
  const statuses = [60, 40].flatMap((raw) => ['incomplete', 'completed', 'passed'].map((status) => {
    const sim = running({ mastery: 60 });
    set(sim, 'core.score.raw', String(raw));
    set(sim, 'core.lesson_status', status);
    commit(sim);
    const before = sim.server.stored()['cmi.core.lesson_status'];
    finish(sim);
    return [before, sim.server.stored()['cmi.core.lesson_status']];
  }));
  assert.deepEqual(statuses, [['incomplete', 'passed'], ['completed', 'passed'], ['passed', 'passed'], ['incomplete', 'failed'], ['completed', 'failed'], ['passed', 'failed']]);
});

test('the mastery score decides nothing without a score, or when it is switched off', () => {
  const statuses = [{ raw: '', masteryOverride: true }, { raw: '40', masteryOverride: false }].map(({ raw, masteryOverride }) => {
    const sim = running({ mastery: 60, settings: { masteryOverride } });
    if (raw !== '') set(sim, 'core.score.raw', raw);
    set(sim, 'core.lesson_status', 'incomplete');
    finish(sim);
    return sim.server.stored()['cmi.core.lesson_status'];
  });
  assert.deepEqual(statuses, ['incomplete', 'incomplete']);
});

test('total_time is stored at LMSFinish only, .5 being five hundredths', () => {
  const first = running();
  set(first, 'core.lesson_status', 'incomplete');
  set(first, 'core.session_time', '00:00:01.5');
  commit(first);
  assert.equal(first.server.stored()['cmi.core.total_time'], undefined);
  finish(first);
  const second = first.relaunch();
  second.api.LMSInitialize('');
  set(second, 'core.session_time', '00:00:01.5');
  finish(second);
  assert.equal(second.server.stored()['cmi.core.total_time'], '0000:00:02.10');
});

test('a session opened again in the same page counts its time from what the page was loaded with', () => {
  const sim = running();
  set(sim, 'core.session_time', '00:10:00');
  finish(sim);
  sim.api.LMSInitialize('');
  set(sim, 'core.session_time', '00:01:00');
  finish(sim);
  assert.equal(sim.server.stored()['cmi.core.total_time'], '0000:01:00.00');
});

test('entry follows the status and the exit; state and place come back in every case', () => {
  const entries = ['suspend', ''].map((exit) => {
    const sim = running();
    const at = get(sim, 'core.entry');
    ['core.lesson_status=incomplete', `core.exit=${exit}`, 'suspend_data=s', 'core.lesson_location=p'].forEach((pair) => set(sim, ...(pair.split('=') as [string, string])));
    finish(sim);
    const next = sim.relaunch();
    next.api.LMSInitialize('');
    return [at, ...['core.entry', 'suspend_data', 'core.lesson_location', 'core.lesson_status'].map((name) => get(next, name))];
  });
  assert.deepEqual(entries, [['ab-initio/0', 'resume/0', 's/0', 'p/0', 'incomplete/0'], ['ab-initio/0', '/0', 's/0', 'p/0', 'incomplete/0']]);
});

test('after the attempt is over the next launch is a review without credit, which still writes', () => {
  const first = running();
  set(first, 'core.score.raw', '90');
  set(first, 'core.lesson_status', 'passed');
  finish(first);
  const next = first.relaunch();
  next.api.LMSInitialize('');
  assert.deepEqual([get(next, 'core.lesson_mode'), get(next, 'core.credit'), get(next, 'core.score.raw')], ['review/0', 'no-credit/0', '90/0']);
  set(next, 'core.score.raw', '5');
  set(next, 'core.lesson_status', 'incomplete');
  finish(next);
  assert.deepEqual([next.server.stored()['cmi.core.lesson_status'], next.server.grade()], ['incomplete', 5]);
});

test('a new attempt, asked for or forced, has nothing of the last one', () => {
  const asked = running();
  set(asked, 'core.lesson_status', 'passed');
  finish(asked);
  const fresh = asked.relaunch({ newAttempt: true });
  fresh.api.LMSInitialize('');
  const forced = running({ settings: { newAttempt: 'always' } });
  set(forced, 'suspend_data', 's');
  commit(forced);
  const again = forced.relaunch();
  again.api.LMSInitialize('');
  assert.deepEqual([get(fresh, 'core.lesson_mode'), get(fresh, 'core.entry'), fresh.server.attempt(), get(again, 'suspend_data')], ['normal/0', 'ab-initio/0', 2, '/0']);
});

test('a closing page leaves by the beacon, which carries 64 KiB and no more', () => {
  const outcomes = [['x', 64000], ['é', 33000], ['✓', 20000], ['✓', 22000]].map(([character, count]) => {
    const sim = running();
    set(sim, 'core.lesson_status', 'incomplete');
    set(sim, 'suspend_data', String(character).repeat(Number(count)));
    sim.leave('page');
    return [finish(sim), sim.server.commits.map(({ by }) => by)];
  });
  assert.deepEqual(outcomes, [['true/0', ['beacon']], ['false/101', []], ['true/0', ['beacon']], ['false/101', []]]);
});

test('the beacon of an expired session is answered true and stores nothing', () => {
  const sim = running();
  set(sim, 'suspend_data', '1');
  sim.switches.expired = true;
  sim.leave('frame');
  assert.deepEqual([finish(sim), sim.server.stored()], ['true/0', {}]);
});

test('automatic commits come a minute after a value, when they are on', async () => {
  const stored = await Promise.all([false, true].map(async (autoCommit) => {
    const world = new World();
    const sim = running({ settings: { autoCommit } }, world);
    set(sim, 'suspend_data', '1');
    await world.pass(59999);
    const before = sim.server.commits.length;
    await world.pass(1);
    return [before, sim.server.commits.map(({ call }) => call)];
  }));
  assert.deepEqual(stored, [[0, []], [0, ['auto']]]);
});

test('records come back counted, and all of them can be followed by more', () => {
  const sim = running();
  set(sim, 'interactions.0.id', 'q1');
  set(sim, 'interactions.0.correct_responses.0.pattern', 'a');
  commit(sim);
  const next = sim.relaunch();
  next.api.LMSInitialize('');
  assert.deepEqual([get(next, 'interactions._count'), get(next, 'interactions.0.correct_responses._count'), set(next, 'interactions.1.id', 'q2'), set(next, 'interactions.3.id', 'q4')], ['1/0', '1/0', 'true/0', 'false/201']);
});

test('incomplete with a score is completed on the server when that is forced', () => {
  const statuses = [false, true].map((forceCompleted) => {
    const sim = running({ settings: { forceCompleted } });
    set(sim, 'core.score.raw', '10');
    set(sim, 'core.lesson_status', 'incomplete');
    commit(sim);
    return sim.server.stored()['cmi.core.lesson_status'];
  });
  assert.deepEqual(statuses, ['incomplete', 'completed']);
});

test('the name is given name first, or family name first in standards mode', () => {
  assert.deepEqual([running(), running({ settings: SCORM })].map((sim) => get(sim, 'core.student_name')), ['Camille Tremblay/0', 'Tremblay, Camille/0']);
});

test('of two tabs the last writer wins', () => {
  const first = running();
  const second = first.secondTab();
  second.api.LMSInitialize('');
  set(second, 'suspend_data', 'second');
  commit(second);
  set(first, 'suspend_data', 'first');
  commit(first);
  assert.deepEqual([first.server.stored()['cmi.suspend_data'], get(second, 'suspend_data')], ['first', 'second/0']);
});
