/** What no player can cure: with and without the loss, an LMS answers and shows the same. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Sim } from '../sim/lms';
import { commit, finish, get, initialized, opened, set, write } from './sim-calls';

/** All that content hears and can read when a commit went out, once each. */
function heard(sim: Sim): readonly string[] {
  return [set(sim, 'suspend_data', 'new'), commit(sim), get(sim, 'suspend_data'), get(sim, 'core.lesson_status')];
}

test('over: finished work comes back as a launch for looking, in which nobody may write', () => {
  for (const kind of ['ilias', 'moodle'] as const) {
    const first = opened(kind);
    write(first, 'core.score.raw=90', 'core.lesson_status=passed', 'suspend_data=a');
    finish(first);
    const next = initialized(first.relaunch());
    assert.deepEqual([kind, get(next, 'core.lesson_mode'), get(next, 'core.credit')], [kind, 'review/0', 'no-credit/0']);
  }
});

test('openedx-queue: a value that waits behind a slow request and one that has arrived look the same', () => {
  const [quick, slow] = [opened('openedx'), opened('openedx')];
  slow.switches.slow = 4000;
  assert.deepEqual(heard(slow), heard(quick));
  const [there, waiting] = [quick, slow].map((sim) => sim.stored()['cmi.suspend_data']);
  assert.equal(there, 'new');
  assert.notEqual(waiting, 'new');
});

test('new-attempt: a new attempt of Moodle reads and writes nothing of the one before', () => {
  const first = opened('moodle', { settings: { newAttempt: 'always' } });
  write(first, 'interactions.0.id=q1_0_p1', 'interactions.0.type=choice', 'core.lesson_status=passed', 'suspend_data=a');
  finish(first);
  const next = initialized(first.relaunch());
  assert.deepEqual([next.server.attempt(), get(next, 'interactions._count'), get(next, 'suspend_data')], [2, '0/0', '/0']);
  write(next, 'interactions.0.id=q2_0_p1');
  assert.deepEqual([commit(next), next.stored()['cmi.interactions.0.id']], ['true/0', 'q2_0_p1']);
});
