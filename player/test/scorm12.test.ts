/** What is said to a SCORM 1.2 LMS, call by call. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Interaction, Lms, Trouble } from '../src/lms/lms';
import { Scorm12 } from '../src/lms/scorm12';
import { createSim, StrictLms } from '../sim/lms';
import type { SimApi, SimOptions } from '../sim/types';
import { memoryStore, START, World } from './world';

async function open(options: Partial<SimOptions> = {}, change: (api: SimApi) => object = (api) => api): Promise<{ lms: Lms; sim: StrictLms; troubles: Trouble[] }> {
  const sim = new StrictLms({ store: memoryStore(), ...options });
  const lms = new Scorm12({ API: change(sim.api) }, new World());
  const troubles: Trouble[] = [];
  lms.onTrouble((trouble) => troubles.push(trouble));
  await lms.find();
  return { lms, sim, troubles };
}

function calls(sim: StrictLms, method: string): string[] {
  return sim.log.filter((call) => call.method === method).map((call) => call.args.join(' = '));
}

const ANSWER: Interaction = { id: 'q1_0_1', question: 'q1', kind: 'choice', response: ['a', 'c'], correct: [['a', 'b']], result: 0.5, weight: 2, at: START, took: 61500, objective: 'o1' };

test('records come first, score before status, time and exit last', async () => {
  const { lms, sim } = await open();
  await lms.start();
  lms.put({
    interactions: [{ index: 0, record: ANSWER }],
    objectives: [{ index: 0, record: { id: 'o1', judged: { score: 0.5, passed: false } } }, { index: 1, record: { id: 'o2', judged: null } }],
    score: 2 / 3,
    completion: 'completed',
    success: 'passed',
    location: 'cuve',
    state: '1.a',
    seconds: 90.5,
  });
  assert.deepEqual(calls(sim, 'LMSSetValue'), [
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
    'cmi.objectives.0.score.raw = 50',
    'cmi.objectives.0.score.min = 0',
    'cmi.objectives.0.score.max = 100',
    'cmi.objectives.0.status = failed',
    'cmi.objectives.1.id = o2',
    'cmi.core.score.raw = 66.67',
    'cmi.core.score.min = 0',
    'cmi.core.score.max = 100',
    'cmi.core.lesson_status = passed',
    'cmi.core.lesson_location = cuve',
    'cmi.suspend_data = 1.a',
    'cmi.core.session_time = 0000:01:30.50',
    'cmi.core.exit = suspend',
  ]);
  assert.deepEqual(sim.faults(), []);
});

test('a launch reads nine values in their order, and a first one neither place nor score, for there is none', async () => {
  const start = ['cmi.core.lesson_mode', 'cmi.core.credit', 'cmi.suspend_data', 'cmi.core.lesson_status'];
  const [place, score] = ['cmi.core.lesson_location', 'cmi.core.score.raw'];
  const end = ['cmi.student_data.mastery_score', 'cmi.core.student_id', 'cmi.core.student_name'];
  const store = memoryStore();
  for (const known of [false, true]) {
    const { lms, sim } = await open({ store });
    await lms.start();
    assert.deepEqual(sim.log.map((call) => `${call.method} ${call.args.join()}`), ['LMSInitialize ', ...[...start, ...(known ? [place, score] : []), ...end].map((name) => `LMSGetValue ${name}`)]);
    lms.put({ completion: 'incomplete', location: 'cuve' });
    await lms.flush('change');
    sim.close();
  }
});

test('what the LMS says is taken up, whatever the case and type of it', async () => {
  const values: Record<string, unknown> = { 'cmi.core.lesson_status': 'Completed', 'cmi.core.lesson_mode': 'REVIEW', 'cmi.core.credit': 'No-Credit', 'cmi.student_data.mastery_score': 80, 'cmi.core.student_id': 42, 'cmi.suspend_data': null };
  const { lms } = await open({}, (api) => ({ ...api, LMSGetValue: (name: string) => values[name] ?? '' }));
  const { mode, credit, pass, priorStatus, learner, state } = await lms.start();
  assert.deepEqual({ mode, credit, pass, priorStatus, learner, state }, { mode: 'review', credit: false, pass: 80, priorStatus: 'completed', learner: { id: '42', name: '' }, state: '' });
});

test('a value that is stored is not set again', async () => {
  const { lms, sim } = await open();
  await lms.start();
  lms.put({ state: '1.a', location: 'cuve' });
  await lms.flush('change');
  lms.put({ state: '1.b', location: 'cuve' });
  await lms.flush('change');
  assert.deepEqual(calls(sim, 'LMSSetValue'), ['cmi.core.lesson_location = cuve', 'cmi.suspend_data = 1.a', 'cmi.core.exit = suspend', 'cmi.suspend_data = 1.b']);
});

test('after a failed commit everything of it is set again', async () => {
  let fails = true;
  const { lms, sim, troubles } = await open({}, (api) => ({ ...api, LMSCommit: (text: string) => (fails ? 'false' : api.LMSCommit(text)) }));
  await lms.start();
  lms.put({ state: '1.a', location: 'cuve' });
  assert.equal(await lms.flush('change'), 'failed');
  fails = false;
  lms.put({ state: '1.a', location: 'cuve' });
  assert.equal(await lms.flush('change'), 'ok');
  assert.deepEqual(calls(sim, 'LMSSetValue').filter((call) => call.includes('suspend_data')), ['cmi.suspend_data = 1.a', 'cmi.suspend_data = 1.a']);
  assert.deepEqual(troubles.map(({ call, kind }) => [call, kind]), [['LMSCommit', 'failed']]);
});

test('a refused value is told once and not tried again', async () => {
  const { lms, sim, troubles } = await open();
  await lms.start();
  lms.put({ location: 'x'.repeat(300) });
  lms.put({ location: 'x'.repeat(300) });
  assert.deepEqual(troubles, [{ call: 'SetValue(cmi.core.lesson_location)', code: '405', text: 'Incorrect data type', kind: 'refused' }]);
  assert.equal(calls(sim, 'LMSSetValue').filter((call) => call.includes('location')).length, 1);
});

test('a false that comes with no error is a success', async () => {
  const { lms, troubles } = await open({}, (api) => ({ ...api, LMSSetValue: (...args: string[]) => (api.LMSSetValue(...args), 'false') }));
  await lms.start();
  lms.put({ state: '1.a' });
  assert.deepEqual(troubles, []);
});

test('records are left out in silence where the LMS has none', async () => {
  const { lms, sim, troubles } = await open({ without: ['interactions', 'objectives'] });
  await lms.start();
  lms.put({ interactions: [{ index: 0, record: ANSWER }], objectives: [{ index: 0, record: { id: 'o1', judged: null } }], state: '1.a' });
  assert.deepEqual([calls(sim, 'LMSSetValue'), troubles], [['cmi.suspend_data = 1.a', 'cmi.core.exit = suspend'], []]);
});

test('an LMS that says it is already open is open', async () => {
  const { lms, sim, troubles } = await open();
  sim.api.LMSInitialize('');
  await lms.start();
  lms.put({ state: '1.a' });
  assert.deepEqual([await lms.flush('change'), troubles], ['ok', []]);
});

test('a session that the LMS has closed is lost', async () => {
  const { lms, sim, troubles } = await open();
  await lms.start();
  sim.api.LMSFinish('');
  lms.put({ state: '1.a' });
  assert.equal(await lms.flush('change'), 'failed');
  assert.deepEqual(new Set(troubles.map(({ kind }) => kind)), new Set(['lost']));
});

test('an API that throws is looked for again', async () => {
  const sim = new StrictLms();
  const own: { API: object } = { API: sim.api };
  const scorm = new Scorm12(own, new World());
  const lms: Lms = scorm;
  const kinds: string[] = [];
  lms.onTrouble(({ kind }) => kinds.push(kind));
  await scorm.find();
  await lms.start();
  const gone = { ...sim.api };
  const boom = (): string => {
    throw new Error('gone');
  };
  Object.keys(gone).forEach((name) => { Reflect.set(sim.api, name, boom); });
  own.API = gone;
  lms.put({ state: '1.a' });
  assert.deepEqual([await lms.flush('change'), kinds], ['ok', ['lost']]);
});

test('a value that could not be handed over is not taken for stored', async () => {
  let gone = true;
  const { lms } = await open({}, (api) => ({
    ...api,
    LMSSetValue: (...args: string[]) => {
      if (gone) throw new Error('gone');
      return api.LMSSetValue(...args);
    },
  }));
  await lms.start();
  lms.put({ state: '1.a' });
  const first = await lms.flush('change');
  gone = false;
  lms.put({ state: '1.a' });
  assert.deepEqual([first, await lms.flush('change')], ['failed', 'ok']);
});

test('the session is finished once', async () => {
  const { lms, sim } = await open();
  await lms.start();
  lms.end('button');
  lms.end('pagehide');
  assert.equal(calls(sim, 'LMSFinish').length, 1);
});

test('what an LMS does not name among the parts of a list is left out, and it is asked once', async () => {
  for (const [kind, objectives] of [['chamilo', false], ['moodle', true], ['openedx', true]] as const) {
    const sim = createSim(kind);
    const lms = new Scorm12({ API: sim.api }, new World());
    await lms.find();
    await lms.start();
    for (const index of [0, 1]) {
      lms.put({ interactions: [{ index, record: { ...ANSWER, id: `q${String(index)}_0_1` } }] });
      await lms.flush();
    }
    const asked = sim.log.filter(({ args }) => args[0] === 'cmi.interactions._children').length;
    const stored = Object.keys(sim.server.stored()).filter((name) => name.endsWith('.objectives.0.id')).length;
    assert.deepEqual([kind, asked, stored, sim.log.filter(({ verdict }) => verdict === 'refused').length], [kind, 1, objectives ? 2 : 0, 0]);
  }
});
