/** What the trial finds out of record stores, by Tin Can and by cmi5, launch after launch. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Trial } from '../trial/scorm12/session';
import { begin } from '../trial/xapi/session';
import { cmi5Launch, Lrs, tincanLaunch, verbOf } from './lrs';
import { memoryStore, START } from './world';

function told(trial: Trial | undefined, launch: 1 | 2): string[] {
  const stage = trial?.stages.find((one) => one.launch === launch);
  return (stage?.findings ?? []).map(({ id, outcome, values }) => [id, outcome, ...values].join(' ').trim());
}

let ids = 0;

function open(lrs: Lrs, address: string, storage = memoryStore()): Promise<Trial> {
  const uuid = (): string => `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}`;
  return begin({ web: lrs.tab(address), activity: 'https://essai.ca/essai-ena/fr', language: 'fr-CA', storage, now: () => START, uuid });
}

/** Lets go what a page has sent while it went. */
async function settled(): Promise<void> {
  await new Promise((resolve) => { setImmediate(resolve); });
}

async function launches(lrs: Lrs, address: (launch: number) => string): Promise<Trial[]> {
  const storage = memoryStore();
  const trials: Trial[] = [];
  for (const launch of [1, 2]) {
    const trial = await open(lrs, address(launch), storage);
    trials.push(trial);
    trial.gone();
    await settled();
  }
  return trials;
}

const WRITTEN = ['document kept', 'tag yes', 'guard yes 412', 'volume whole 524288 524288', 'begun yes', 'reread yes', 'stored yes'];
const RETURNED = ['returned whole 4000 4000', 'farewell gone', 'ended yes', 'result yes passed, completed'];

test('Tin Can: what a store takes, what comes back, and a result that carries its score', async () => {
  const lrs = new Lrs();
  const [, second] = await launches(lrs, () => tincanLaunch());
  assert.deepEqual(told(second, 1), ['launch tincan', 'person both', 'reach other lrs.exemple', ...WRITTEN]);
  assert.deepEqual(told(second, 2), RETURNED);
  assert.deepEqual(lrs.statements.map(verbOf), ['initialized', 'terminated', 'initialized', 'passed', 'completed', 'terminated']);
  const scores = lrs.statements.map((one) => (one['result'] as { score?: { raw: number } } | undefined)?.score?.raw);
  assert.deepEqual(scores, [undefined, undefined, undefined, 80, 80, undefined]);
});

test('cmi5: token, launch data, and sessions that keep every rule', async () => {
  const lrs = new Lrs();
  const [, second] = await launches(lrs, (launch) => cmi5Launch(lrs, `s${String(launch)}`, { data: { masteryScore: 0.6 } }));
  assert.deepEqual(told(second, 1), ['launch cmi5', 'token yes', 'person both', 'reach other lrs.exemple', 'data normal Normal 0.6', ...WRITTEN]);
  assert.deepEqual(told(second, 2), RETURNED);
  const sessions = [...lrs.sessions.values()].map((list) => list.map(verbOf));
  assert.deepEqual(sessions, [['initialized', 'terminated'], ['initialized', 'passed', 'completed', 'terminated']]);
});

test('cmi5 above our score, and to be looked at: nothing is sent that its rules forbid', async () => {
  const high = new Lrs();
  const [, second] = await launches(high, (launch) => cmi5Launch(high, `h${String(launch)}`, { data: { masteryScore: 0.9 } }));
  assert.equal(told(second, 2).at(-1), 'result part completed');
  const looking = new Lrs();
  const [, reviewed] = await launches(looking, (launch) => cmi5Launch(looking, `r${String(launch)}`, { data: { launchMode: 'Review' } }));
  assert.deepEqual([told(reviewed, 1)[4], told(reviewed, 2).at(-1)], ['data looking Review —', 'result looking']);
  assert.deepEqual([...looking.sessions.values()].map((list) => list.map(verbOf)), [['initialized', 'terminated'], ['initialized', 'terminated']]);
});

test('a store that hides ETags, has little room, or forbids reading statements is found so', async () => {
  const hidden = await open(new Lrs({ hideEtag: true }), tincanLaunch());
  assert.deepEqual(told(hidden, 1).filter((line) => /^(?:tag|document) /u.test(line)), ['document kept', 'tag hidden']);
  const small = new Lrs();
  small.fault = ({ method, body, path }) => (method === 'PUT' && body.length > 70000 ? { status: 413 } : path === 'statements' && method === 'GET' ? { status: 403 } : undefined);
  assert.deepEqual(told(await open(small, tincanLaunch()), 1).filter((line) => /^(?:volume|reread) /u.test(line)), ['volume some 65536 524288', 'reread denied']);
});

test('a store out of reach, a spent token and no launch at all stop the trial with their reason', async () => {
  const silent = new Lrs();
  silent.fault = () => null;
  assert.deepEqual(told(await open(silent, tincanLaunch()), 1), ['launch tincan', 'person both', 'reach no lrs.exemple']);
  const spent = new Lrs();
  spent.fault = ({ path }) => (path === 'fetch' ? { status: 200, text: '{"error-code":"1","error-text":"spent"}' } : undefined);
  assert.deepEqual(told(await open(spent, cmi5Launch(spent, 's')), 1).slice(0, 3), ['launch cmi5', 'token no 200', 'person both']);
  assert.deepEqual(told(await open(new Lrs(), 'https://cours.exemple/index.html'), 1), ['launch none']);
});

test('neither the person nor the credential is in the log', async () => {
  const trial = await open(new Lrs(), tincanLaunch());
  const text = JSON.stringify(trial.log);
  assert.deepEqual([/u-42/u.test(text), /Basic/u.test(text), trial.log.length > 10], [false, false, true]);
});
