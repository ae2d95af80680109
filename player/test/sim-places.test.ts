/** The player in every place where a simulated LMS can stand, and in storages that fail. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openLms } from '../src/lms/open';
import { applyFaults, settingsOf } from '../sim/faults';
import { createSim } from '../sim/lms';
import { Switches } from '../sim/network';
import { Placed, PLACES } from '../sim/places';
import type { Place } from '../sim/places';
import { storageOf } from '../sim/storage';
import type { Keeping } from '../sim/storage';
import { World } from './world';

const NAMES = Object.keys(PLACES) as Place[];

/** What kind of LMS a back end finds there. */
async function kindOf(place: Place, lateBy = 1500): Promise<string> {
  const world = new World(PLACES[place].storage ? undefined : storageOf('throws'));
  const placed = new Placed(createSim('moodle', {}, world), place, world, lateBy);
  const launch = openLms(placed.own, world, 'k').start();
  await world.pass(4000);
  return (await launch).kind;
}

test('the API is found wherever it can be, and nowhere else', async () => {
  const found = await Promise.all(NAMES.map(async (place) => [place, await kindOf(place)]));
  assert.deepEqual(found, NAMES.map((place) => [place, PLACES[place].api ? 'scorm12' : 'standalone']));
});

test('an API that comes too late is not found', async () => {
  assert.equal(await kindOf('late', 3500), 'standalone');
});

test('no LMS shows no API in any place', async () => {
  const world = new World();
  const launches = NAMES.map((place) => openLms(new Placed(createSim('none', {}, world), place, world).own, world, 'k').start());
  await world.pass(4000);
  assert.deepEqual((await Promise.all(launches)).map(({ kind }) => kind), NAMES.map(() => 'standalone'));
});

test('an API that is lost throws and is not found, and comes back with what it had', async () => {
  const world = new World();
  const sim = createSim('moodle', {}, world);
  const placed = new Placed(sim, 'parent', world);
  const lms = openLms(placed.own, world, 'k');
  await lms.start();
  lms.put({ state: '1.a' });
  placed.lose();
  const during = await lms.flush('change');
  placed.comeBack();
  lms.put({ state: '1.b' });
  assert.deepEqual([during, await lms.flush('change'), sim.server.stored()['cmi.suspend_data']], ['failed', 'ok', '1.b']);
});

test('storages keep, refuse or forget', () => {
  const tried = (['keeps', 'absent', 'throws', 'full', 'forgets'] as Keeping[]).map((keeping) => {
    const store = storageOf(keeping, new Map([['old', 'x']]));
    const run = (what: () => unknown): unknown => {
      try {
        return what() ?? null;
      } catch (error) {
        return error instanceof DOMException ? error.name : 'other';
      }
    };
    return [keeping, run(() => store?.getItem('old')), run(() => store?.setItem('new', 'y')), run(() => store?.getItem('new'))];
  });
  assert.deepEqual(tried, [
    ['keeps', 'x', null, 'y'],
    ['absent', null, null, null],
    ['throws', 'SecurityError', 'SecurityError', 'SecurityError'],
    ['full', 'x', 'QuotaExceededError', null],
    ['forgets', null, null, null],
  ]);
});

test('faults are read from words, and what is not named is off', () => {
  const switches = new Switches();
  applyFaults('offline slow=500 fail=1', switches);
  assert.deepEqual([switches.offline, switches.expired, switches.slow, switches.refuses(), switches.refuses()], [true, false, 500, true, false]);
  applyFaults('expired', switches);
  assert.deepEqual([switches.offline, switches.expired, switches.slow, switches.refuses()], [false, true, 0, true]);
});

test('settings are read from words', () => {
  assert.deepEqual(settingsOf('scormStandard=true autoReview=false newAttempt=always'), { scormStandard: true, autoReview: false, newAttempt: 'always' });
});
