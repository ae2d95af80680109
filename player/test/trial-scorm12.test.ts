/** What the trial finds out of simulated SCORM 1.2 platforms, launch after launch. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../trial/findings';
import { begin } from '../trial/scorm12/session';
import type { Trial } from '../trial/scorm12/session';
import { createSim } from '../sim/lms';
import type { Sim } from '../sim/lms';
import type { Kind, SimOptions } from '../sim/types';
import { memoryStore, World } from './world';

/** `room kept 4096`, a line for each finding of a launch. */
function told(trial: Trial, launch: 1 | 2 | 3): string[] {
  const stage = trial.stages.find((one) => one.launch === launch);
  return (stage?.findings ?? []).map(({ id, outcome, values }: Finding) => [id, outcome, ...values].join(' ').trim());
}

interface Visit {
  readonly sim: Sim;
  readonly trial: Trial;
}

/** Three launches in one platform; the page leaves each time as `leave` says. */
function launches(kind: Kind, options: Partial<SimOptions> = {}, leave: (visit: Visit) => void = ({ trial }) => { trial.gone(); }): Visit[] {
  const browser = memoryStore();
  let sim = createSim(kind, { mastery: 60, launchData: 'filiere-essai', ...options }, new World());
  const visits: Visit[] = [];
  for (let launch = 1; launch <= 3; launch += 1) {
    const visit = { sim, trial: begin({ parent: { API: sim.api } }, browser, '/essai/index.html') };
    visits.push(visit);
    leave(visit);
    sim = sim.relaunch();
  }
  return visits;
}

const OPENED = ['api parent 1', 'init yes', 'errors told 201', 'mode normal normal credit', 'learner both', 'given both 60'];
const WRITTEN = ['status kept', 'location kept 255 255', 'room kept 4096 4096'];
const RECORDED = ['chars all amnb', 'interactions all 9 9', 'objectives all 5 5', 'commit yes'];
const RETURNED = ['back whole 4000 4000', 'resumed yes resume', 'kept same incomplete', 'place whole 255 255', 'time summed 0000:01:00.00', 'leaving finish'];
const RESULT = ['score kept', 'words both passed+completed', 'declared yes'];

/** By platform: the findings of three launches of a learner who closes the page each time. */
const FOUND: Readonly<Record<string, readonly [Kind, Partial<SimOptions>, readonly string[][]]>> = {
  'strict: the standard and nothing beyond, its own pass mark judges': ['strict', {}, [
    [...OPENED, ...WRITTEN, 'more none  64000', ...RECORDED],
    [...RETURNED, ...RESULT],
    ['judged passed passed', 'scored same 80', 'after normal normal'],
  ]],
  'Moodle: 64 000 characters, its own pass mark judges, completed work opens in review': ['moodle', {}, [
    [...OPENED, ...WRITTEN, 'more kept 64000 64000', ...RECORDED],
    [...RETURNED, ...RESULT],
    ['judged passed passed', 'scored same 80', 'after looking review'],
  ]],
  'Moodle in its standards mode, where the status is left to modules': ['moodle', { settings: { scormStandard: true, masteryOverride: false } }, [
    [...OPENED, ...WRITTEN, 'more none  64000', ...RECORDED],
    [...RETURNED, ...RESULT],
    ['judged same completed', 'scored same 80', 'after looking review'],
  ]],
  'ILIAS: the standard, and completed work opens in review': ['ilias', {}, [
    [...OPENED, ...WRITTEN, 'more none  64000', ...RECORDED],
    [...RETURNED, ...RESULT],
    ['judged passed passed', 'scored same 80', 'after looking review'],
  ]],
  'Open edX: everything is said to be taken, little can be read, and yet the state comes back': ['openedx', {}, [
    ['api parent 1', 'init yes', 'errors silent 0', 'mode untold', 'learner both', 'given none —', 'status unread', 'location unread 0 255', 'room unread 4096 4096', 'more unread 4096 64000', 'chars unread', 'interactions all 9 9', 'objectives all 5 5', 'commit yes'],
    ['back whole 4000 4000', 'resumed no —', 'kept unread', 'place whole 255 255', 'time unread', 'leaving finish', 'mode untold', 'score unread', 'words both passed+completed', 'declared yes'],
    ['judged unread', 'scored unread', 'after untold'],
  ]],
  'Chamilo: a child of interactions is refused, and resuming is not announced': ['chamilo', {}, [
    [...OPENED, ...WRITTEN, 'more kept 64000 64000', 'chars all amnb', 'interactions some 8 9 objectives.0.id', 'objectives all 5 5', 'commit yes'],
    ['back whole 4000 4000', 'resumed no ab-initio', ...RETURNED.slice(2), ...RESULT],
    ['judged same completed', 'scored same 80', 'after normal normal'],
  ]],
};

for (const [name, [kind, options, wanted]] of Object.entries(FOUND)) {
  test(name, () => {
    const visits = launches(kind, options);
    const [, , last] = visits;
    assert.ok(last);
    assert.deepEqual(visits.map(({ trial }) => trial.launch), [1, 2, 3]);
    assert.deepEqual(([1, 2, 3] as const).map((launch) => told(last.trial, launch)), wanted);
    assert.equal(last.sim.server.grade(), 80);
  });
}

test('a launch tells what it found at once, and the next one repeats it', () => {
  const [first, second] = launches('strict');
  assert.ok(first && second);
  assert.equal(first.trial.stages.length, 1);
  assert.deepEqual(told(second.trial, 1), told(first.trial, 1));
});

/** An API over a map, whose `take` says what becomes of a state. */
function limited(take: (text: string) => string | null): Record<string, (...args: string[]) => string> {
  const values = new Map<string, string>();
  let error = '0';
  return {
    LMSInitialize: () => 'true',
    LMSFinish: () => 'true',
    LMSCommit: () => 'true',
    LMSGetValue: (name = '') => values.get(name) ?? '',
    LMSSetValue: (name = '', value = '') => {
      const kept = name === 'cmi.suspend_data' ? take(value) : value;
      error = kept === null ? '405' : '0';
      if (kept !== null) values.set(name, kept);
      return String(kept !== null);
    },
    LMSGetLastError: () => error,
    LMSGetErrorString: () => '',
    LMSGetDiagnostic: () => '',
  };
}

function roomIn(take: (text: string) => string | null): string[] {
  return told(begin({ API: limited(take) }, null, '/'), 1).filter((line) => /^(?:room|more) /u.test(line));
}

test('where a state is cut or refused is found to the character', () => {
  assert.deepEqual(roomIn((text) => text.slice(0, 1000)), ['room cut 1000 4096', 'more none  64000']);
  assert.deepEqual(roomIn((text) => (text.length > 3333 ? null : text)), ['room refused 3333 4096', 'more none  64000']);
  assert.deepEqual(roomIn((text) => (text.length > 12345 ? null : text)), ['room kept 4096 4096', 'more some 12345 64000']);
  assert.deepEqual(roomIn((text) => text.slice(0, 20000)), ['room kept 4096 4096', 'more some 20000 64000']);
  assert.deepEqual(roomIn(() => null), ['room refused 0 4096', 'more none  64000']);
});

test('a state that comes back shorter than it left is told, and the trial goes on', () => {
  const api = limited((text) => text);
  begin({ API: api }, memoryStore(), '/');
  const whole = api['LMSGetValue']?.('cmi.suspend_data') ?? '';
  const cut = limited(() => whole.slice(0, 3000));
  cut['LMSSetValue']?.('cmi.suspend_data', 'x');
  const again = begin({ API: cut }, memoryStore(), '/');
  assert.deepEqual([again.launch, told(again, 2)[0]], [2, 'back cut 3000 4000']);
});

test('a platform that begins anew each time is told from one that was never visited', () => {
  const [first, second] = launches('moodle', { settings: { newAttempt: 'always' } });
  assert.ok(first && second);
  assert.deepEqual([first.trial.launch, second.trial.launch], [1, 1]);
  assert.equal(told(first.trial, 1).includes('back none 0 4000'), false);
  assert.equal(told(second.trial, 1)[1], 'back none 0 4000');
});

const WAYS: readonly (readonly [name: string, leave: (visit: Visit) => void, wanted: string])[] = [
  ['a page that is hidden and then gone', ({ trial }) => { trial.hidden(); trial.gone(); }, 'leaving finish'],
  ['one of which only the hiding got through', ({ sim, trial }) => { trial.hidden(); sim.switches.offline = true; trial.gone(); sim.switches.offline = false; }, 'leaving hidden'],
  ['one of which nothing got through', ({ sim, trial }) => { sim.switches.offline = true; trial.hidden(); trial.gone(); sim.switches.offline = false; }, 'leaving none'],
  ['one that had no time for a word', () => undefined, 'leaving unseen'],
];

for (const [name, leave, wanted] of WAYS) {
  test(`${name}: ${wanted}`, () => {
    const [, second] = launches('strict', {}, leave);
    assert.ok(second);
    assert.equal(told(second.trial, 2).find((line) => line.startsWith('leaving')), wanted);
  });
}

test('without a platform there is one finding, and closing the page does nothing', () => {
  const trial = begin({}, null, '/');
  trial.hidden();
  trial.gone();
  assert.deepEqual([told(trial, 1), trial.log], [['api none'], []]);
});

test('the name and the identifier of the learner are in no line of the log', () => {
  const [first] = launches('strict', { learner: { id: 'secret-id', name: 'Secret, Camille' } });
  const text = JSON.stringify(first?.trial.log);
  assert.deepEqual([/secret/iu.test(text), /Camille/u.test(text), (first?.trial.log.length ?? 0) > 40], [false, false, true]);
});
