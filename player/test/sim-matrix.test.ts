/** Every simulated LMS answers the probe matrix and calls out of place as its model does. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Kind, SimOptions } from '../sim/types';
import { get, opened, outOfPlace, set } from './sim-calls';
import { COLUMNS, PROBES, READINGS } from './sim-probes';

const OPTIONS: Readonly<Record<(typeof COLUMNS)[number], [Kind, Partial<SimOptions>]>> = {
  strict: ['strict', {}],
  moodle: ['moodle', {}],
  'moodle in standards mode': ['moodle', { settings: { scormStandard: true } }],
  ilias: ['ilias', {}],
  chamilo: ['chamilo', {}],
};

COLUMNS.forEach((column, i) => {
  test(`${column} answers every value of the probe matrix`, () => {
    const sim = opened(...OPTIONS[column]);
    const answers = PROBES.map(({ element, value }) => [element, value, set(sim, element, value)]);
    assert.deepEqual(answers, PROBES.map(({ element, value, answers: row }) => [element, value, row[i]]));
  });
});

test('Open edX answers « true » to every value of the probe matrix', () => {
  const sim = opened('openedx');
  assert.deepEqual(PROBES.map(({ element, value }) => set(sim, element, value)), PROBES.map(() => 'true/0'));
});

test('ILIAS that checks no values refuses only names', () => {
  const sim = opened('ilias', { settings: { checksValues: false } });
  const answers = PROBES.map(({ element, value }) => set(sim, element, value));
  assert.deepEqual(answers, PROBES.map(({ answers: row }) => (row[3] === 'false/405' ? 'true/0' : row[3])));
});

(['strict', 'moodle', 'ilias', 'chamilo', 'openedx'] as const).forEach((kind) => {
  test(`${kind} reads every name of the probe matrix`, () => {
    const sim = opened(kind);
    PROBES.forEach(({ element, value }) => set(sim, element, element === 'objectives.0.id' ? 'o1' : value));
    assert.deepEqual(READINGS.names.map((name) => [name, get(sim, name)]), READINGS.names.map((name, i) => [name, READINGS[kind][i]]));
  });
});

/** Before LMSInitialize: get, set, commit, finish. Then Initialize("x"), twice Initialize, Commit("x"), twice Finish, set, Initialize. */
const PLACES: Readonly<Record<Exclude<Kind, 'none'>, string>> = {
  strict: '/301 false/301 false/301 false/301 false/201 true/0 false/101 false/201 true/0 false/301 false/301 false/101',
  moodle: '/301 false/301 false/301 false/301 false/201 true/0 false/101 false/201 true/0 false/301 false/301 true/0',
  ilias: '/301 false/301 false/301 false/301 false/201 true/0 false/101 false/201 true/0 false/301 false/301 true/0',
  chamilo: '/301 true/0 true/0 true/0 true/0 true/0 true/0 true/0 true/0 true/0 true/0 true/0',
  openedx: '/0 true/0 true/0 true/0 true/0 true/0 true/0 true/0 true/0 true/0 true/0 true/0',
};

test('calls out of place are answered as each LMS answers them', () => {
  const kinds = Object.keys(PLACES) as (keyof typeof PLACES)[];
  assert.deepEqual(kinds.map((kind) => [kind, outOfPlace(kind).join(' ')]), Object.entries(PLACES));
});

test('every refused call is logged with its reason', () => {
  const silent = COLUMNS.flatMap((column) => {
    const sim = opened(...OPTIONS[column]);
    PROBES.forEach(({ element, value }) => set(sim, element, value));
    const refused = sim.log.filter(({ value }) => value === 'false');
    return [...refused.filter(({ verdict, why }) => verdict !== 'refused' || why === ''), ...(refused.length === 0 ? [column] : [])];
  });
  assert.deepEqual(silent, []);
});

test('error texts: Moodle has none for what it does not know', () => {
  const kinds = ['strict', 'moodle', 'ilias', 'chamilo', 'openedx'] as const;
  assert.deepEqual(kinds.map((kind) => opened(kind).api.LMSGetErrorString('999')), ['', undefined, 'error', '', 'Some error']);
});
