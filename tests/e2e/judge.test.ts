/** The judge of cmi5 sessions against an AU that we did not write: what is right elsewhere is right here. */

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { openJudge } from './tools/judge';
import type { Judge } from './tools/judge';

interface Au {
  start(): Promise<void>;
  completed(): Promise<void>;
  passed(score?: object): Promise<void>;
  failed(score?: object): Promise<void>;
  terminate(): Promise<void>;
}

/** The library asks for the global object of a browser, and for nothing in it. */
Object.assign(globalThis, { self: globalThis });
const Cmi5 = createRequire(import.meta.url)('@rusticisoftware/cmi5') as new (address: string) => Au;

const NORMAL = { moveOn: 'CompletedAndPassed', masteryScore: 0.8 };

let judge: Judge;
before(async () => { judge = await openJudge(); });
after(() => { judge.stop(); });

/** One session, and what is said of its registration then: verbs of each session, satisfied, rules broken. */
async function session(wanted: object, acts: (au: Au) => Promise<void>): Promise<{ registration: string; told: unknown }> {
  const { query, registration } = await judge.launch(wanted);
  const au = new Cmi5(`https://cours.exemple/index.html?${query}`);
  await au.start();
  await acts(au);
  await au.terminate();
  const { sessions, satisfied, problems } = await judge.verdict(registration);
  return { registration, told: [sessions.map(({ verbs }) => verbs.join(' ')), satisfied, problems] };
}

test('it completes and passes', async () => {
  const { told } = await session(NORMAL, async (au) => {
    await au.completed();
    await au.passed({ scaled: 0.9, raw: 9, min: 0, max: 10 });
  });
  assert.deepEqual(told, [['initialized completed passed terminated'], true, []]);
});

test('it fails, and passes in its next session', async () => {
  const { registration } = await session(NORMAL, (au) => au.failed({ scaled: 0.2 }));
  const { told } = await session({ ...NORMAL, moveOn: 'Passed', registration }, (au) => au.passed({ scaled: 0.8 }));
  assert.deepEqual(told, [['initialized failed terminated', 'initialized passed terminated'], true, []]);
});

test('it looks without a record', async () => {
  for (const launchMode of ['Browse', 'Review']) {
    const { told } = await session({ ...NORMAL, launchMode }, () => Promise.resolve());
    assert.deepEqual(told, [['initialized terminated'], false, []]);
  }
});

test('it is told what it broke', async () => {
  const { query, registration } = await judge.launch(NORMAL);
  const au = new Cmi5(`https://cours.exemple/index.html?${query}`);
  await au.start();
  await au.completed();
  await au.terminate();
  await assert.rejects(new Cmi5(`https://cours.exemple/index.html?${query}`).start());
  const { problems } = await judge.verdict(registration);
  assert.deepEqual(problems.map(({ requirement }) => requirement), ['8.2.3.0-1']);
});
