/** What an LMS that marked values as sent and lost them gets in the end. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Batch, Interaction } from '../src/lms/lms';
import { Scorm12 } from '../src/lms/scorm12';
import { createSim } from '../sim/lms';
import type { Sim } from '../sim/lms';
import { START, World } from './world';

const ANSWER: Interaction = { id: 'q1_0_1', question: 'q1', kind: 'choice', response: ['a', 'c'], correct: [['a', 'b']], result: 0.5, weight: 2, at: START, took: 61500, objective: 'o1' };
const BATCH: Batch = { score: 0.8, completion: 'completed', success: 'passed', location: 'cuve', state: '1.a', seconds: 90 };
const STORED = { 'cmi.core.exit': 'suspend', 'cmi.core.lesson_location': 'cuve', 'cmi.core.lesson_status': 'passed', 'cmi.core.score.max': '100', 'cmi.core.score.min': '0', 'cmi.core.score.raw': '80' };

async function moodle(): Promise<{ lms: Scorm12; sim: Sim; since(): string[] }> {
  const sim = createSim('moodle', { settings: { scormStandard: true } });
  const lms = new Scorm12({ API: sim.api }, new World());
  await lms.find();
  await lms.start();
  let from = 0;
  const since = (): string[] => {
    const calls = sim.log.slice(from).filter(({ method }) => method === 'LMSSetValue' || method === 'LMSCommit' || method === 'LMSFinish');
    from = sim.log.length;
    return calls.map(({ method, args, value }) => (method === 'LMSSetValue' ? args.join(' = ') : `${method} ${String(value)}`));
  };
  since();
  return { lms, sim, since };
}

test('after a refused commit everything arrives, by way of stand-ins', async () => {
  const { lms, sim, since } = await moodle();
  sim.switches.failCommits(1);
  lms.put(BATCH);
  assert.equal(await lms.flush(), 'failed');
  since();
  lms.put({ ...BATCH, state: '1.b', seconds: 92 });
  assert.equal(await lms.flush(), 'ok');
  assert.deepEqual(since(), [
    'cmi.core.score.raw = 79.99',
    'cmi.core.score.min = 0.01',
    'cmi.core.score.max = 99.99',
    'cmi.core.lesson_status = incomplete',
    'cmi.core.lesson_location = cuve-',
    'cmi.suspend_data = 1.b',
    'cmi.core.session_time = 0000:01:32.00',
    'cmi.core.exit = time-out',
    'LMSCommit true',
    'cmi.core.score.raw = 80',
    'cmi.core.score.min = 0',
    'cmi.core.score.max = 100',
    'cmi.core.lesson_status = passed',
    'cmi.core.lesson_location = cuve',
    'cmi.core.exit = suspend',
    'LMSCommit true',
  ]);
  assert.deepEqual(sim.server.stored(), { ...STORED, 'cmi.suspend_data': '1.b' });
});

test('a lost record keeps its place, and comes back whole', async () => {
  const { lms, sim, since } = await moodle();
  const records: Batch = { interactions: [{ index: 0, record: ANSWER }], objectives: [{ index: 0, record: { id: 'o1', judged: { score: 0, passed: false } } }] };
  sim.switches.failCommits(1);
  lms.put({ ...records, state: '1.a' });
  await lms.flush();
  since();
  lms.put({ ...records, state: '1.b' });
  assert.equal(await lms.flush(), 'ok');
  assert.deepEqual(since(), [
    'cmi.interactions.0.id = q1_0_1-',
    'cmi.interactions.0.type = performance',
    'cmi.interactions.0.objectives.0.id = o1-',
    'cmi.interactions.0.time = 10:04:05.01',
    'cmi.interactions.0.correct_responses.0.pattern = -',
    'cmi.interactions.0.weighting = 1.99',
    'cmi.interactions.0.student_response = -',
    'cmi.interactions.0.result = neutral',
    'cmi.interactions.0.latency = 0000:01:01.51',
    'cmi.objectives.0.id = o1-',
    'cmi.objectives.0.score.raw = 0.01',
    'cmi.objectives.0.score.min = 0.01',
    'cmi.objectives.0.score.max = 99.99',
    'cmi.objectives.0.status = incomplete',
    'cmi.suspend_data = 1.b',
    'cmi.core.exit = time-out',
    'LMSCommit true',
    'cmi.interactions.0.id = q1_0_1',
    'cmi.interactions.0.type = choice',
    'cmi.interactions.0.objectives.0.id = o1',
    'cmi.interactions.0.time = 10:04:05',
    'cmi.interactions.0.correct_responses.0.pattern = {a,b}',
    'cmi.interactions.0.weighting = 2',
    'cmi.interactions.0.student_response = a,c',
    'cmi.interactions.0.result = 0.5',
    'cmi.interactions.0.latency = 0000:01:01.50',
    'cmi.objectives.0.id = o1',
    'cmi.objectives.0.score.raw = 0',
    'cmi.objectives.0.score.min = 0',
    'cmi.objectives.0.score.max = 100',
    'cmi.objectives.0.status = failed',
    'cmi.core.exit = suspend',
    'LMSCommit true',
  ]);
  assert.deepEqual(sim.server.stored()['cmi.interactions.0.latency'], '0000:01:01.50');
});

test('a commit that nobody received is doubted afterwards, and sent again without being asked for its values', async () => {
  const { lms, sim } = await moodle();
  sim.switches.offline = true;
  lms.put({ ...BATCH, interactions: [{ index: 0, record: ANSWER }] });
  assert.deepEqual([await lms.flush(), sim.server.stored()], ['ok', {}]);
  sim.switches.offline = false;
  lms.doubt();
  lms.put({ state: '1.c' });
  assert.equal(await lms.flush(), 'ok');
  const stored = sim.server.stored();
  assert.deepEqual({ ...stored, ...STORED, 'cmi.suspend_data': '1.c' }, stored);
  assert.deepEqual([stored['cmi.interactions.0.id'], stored['cmi.interactions.0.student_response']], ['q1_0_1', 'a,c']);
});

test('what is proved is not doubted', async () => {
  const { lms, since } = await moodle();
  lms.put(BATCH);
  await lms.flush();
  lms.prove();
  lms.doubt();
  since();
  lms.put({ ...BATCH, state: '1.b' });
  await lms.flush();
  assert.deepEqual(since(), ['cmi.suspend_data = 1.b', 'LMSCommit true']);
});

for (const failures of [1, 2, 3, 4, 5]) {
  test(`${String(failures)} failed commits in a row lose nothing, whichever half of the resend they hit`, async () => {
    const { lms, sim } = await moodle();
    lms.put({ state: '1.0' });
    await lms.flush();
    sim.switches.failCommits(failures);
    for (let n = 1, said = ''; said !== 'ok'; n += 1) {
      assert.ok(n < 9);
      lms.put({ ...BATCH, state: `1.${String(n)}` });
      said = await lms.flush();
    }
    const stored = sim.server.stored();
    assert.deepEqual(stored, { ...STORED, 'cmi.suspend_data': stored['cmi.suspend_data'] });
  });
}

test('the module closes with real values, though the resend has not succeeded', async () => {
  const { lms, sim } = await moodle();
  sim.switches.failCommits(2);
  lms.put(BATCH);
  await lms.flush();
  lms.put({ ...BATCH, state: '1.b', spare: () => '1.c' });
  assert.equal(lms.end(), 'ok');
  assert.deepEqual(sim.server.stored(), { ...STORED, 'cmi.suspend_data': '1.c', 'cmi.core.total_time': '0000:01:30.00' });
});

test('an LMS that keeps « completed » for good is not told it of a module that is passed', async () => {
  const sim = createSim('chamilo', {});
  const lms = new Scorm12({ API: sim.api }, new World());
  await lms.find();
  await lms.start();
  sim.switches.offline = true;
  lms.put(BATCH);
  await lms.flush();
  sim.switches.offline = false;
  lms.doubt();
  lms.put({ ...BATCH, state: '1.b' });
  assert.equal(await lms.flush(), 'ok');
  const { 'cmi.core.lesson_status': status, 'cmi.core.score.raw': raw } = sim.server.stored();
  assert.deepEqual([status, raw], ['passed', '80']);
});

test('a record that is new when the farewell begins does not fail with its stand-ins', async () => {
  for (const failures of [1, 2, 3] as const) {
    const { lms, sim } = await moodle();
    sim.switches.failCommits(1);
    lms.put({ ...BATCH, state: '1.a' });
    await lms.flush();
    sim.switches.failCommits(failures - 1);
    lms.put({ ...BATCH, state: '1.b', interactions: [{ index: 0, record: ANSWER }], spare: () => '1.c' });
    assert.equal(lms.end(), 'ok');
    const stored = sim.server.stored();
    assert.deepEqual([failures, stored['cmi.suspend_data'], stored['cmi.core.lesson_status'], stored['cmi.core.score.raw'], stored['cmi.interactions.0.id'], stored['cmi.interactions.0.student_response']], [failures, '1.c', 'passed', '80', 'q1_0_1', 'a,c']);
  }
});
