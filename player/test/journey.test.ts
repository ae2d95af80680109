/** Journeys of chance: nothing is refused or warned about, nothing lost, nothing goes back. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { random } from '../src/core/random';
import type { State } from '../src/core/types';
import { moduleOf, nextStep } from './journey';
import { launched, memoryStore, World } from './world';

const JOURNEYS = 300;
const STEPS = 80;

const RANK = ['incomplete', 'failed', 'completed', 'passed'];

/** What one learner does in several launches; gives the reasons why it is not as it should be. */
async function journey(seed: number): Promise<string[]> {
  const module = moduleOf(seed);
  const chance = random(seed ^ 0x5eed);
  const [store, world, faults] = [memoryStore(), new World(), [] as string[]];
  let { session, lms } = await launched(module, { store }, world);
  let status = 0;
  for (let i = 0; i < STEPS; i += 1) {
    const step = nextStep(module.data, session.state(), chance);
    if (step.do === 'event') session.dispatch(step.event);
    if (step.do === 'wait') await world.pass(step.milliseconds);
    if (step.do === 'hide') session.hidden();
    if (step.do === 'leave') {
      // After a crash what was typed in the last seconds may be lost: all is stored first.
      if (step.crash) await world.pass(6000);
      else session.end('pagehide');
      const before = bare(session.state());
      faults.push(...lms.faults().map((call) => `${call.method}(${call.args.join()}): ${call.why}`));
      ({ session, lms } = await launched(module, { store }, world));
      if (JSON.stringify(bare(session.state())) !== JSON.stringify(before)) faults.push(`step ${String(i)}: another state after the launch`);
    }
    const now = RANK.indexOf(session.state().status);
    if (now < status) faults.push(`step ${String(i)}: the status went back`);
    status = now;
  }
  session.end('button');
  return [...faults, ...lms.faults().map((call) => `${call.method}(${call.args.join()}): ${call.why}`)];
}

/** A launch whose commits fail by chance, then work again: what was said to be unsaved must arrive. */
async function troubled(seed: number): Promise<string[]> {
  const module = moduleOf(seed);
  const chance = random(seed ^ 0xbad);
  const [store, world] = [memoryStore(), new World()];
  let fails = false;
  const { session, lms } = await launched(module, { store }, world, (api) => ({ ...api, LMSCommit: (text: string) => (fails ? 'false' : api.LMSCommit(text)) }));
  for (let i = 0; i < STEPS; i += 1) {
    if (chance.below(8) === 0) fails = !fails;
    const step = nextStep(module.data, session.state(), chance);
    if (step.do === 'event') session.dispatch(step.event);
    if (step.do === 'wait') await world.pass(step.milliseconds);
    if (step.do === 'hide') session.hidden();
    if (session.save().kind === 'saved' && fails && Object.keys(lms.stored()).length === 0) return ['« saved » though nothing ever was'];
  }
  fails = false;
  await world.pass(70000);
  const next = await launched(module, { store }, world);
  const told = session.save().kind === 'saved' ? [] : [`still ${session.save().kind}`];
  const same = JSON.stringify(bare(next.session.state())) === JSON.stringify(bare(session.state()));
  const status = lms.stored()['cmi.core.lesson_status'] === session.state().status ? [] : ['another status'];
  // A stand-in takes the place of a status for an instant.
  const faults = lms.faults().filter((call) => call.why !== 'the status goes back');
  return [...told, ...status, ...(same ? [] : ['another state after the launch']), ...faults.map((call) => `${call.method}(${call.args.join()}): ${call.why}`)];
}

/** Notices belong to a launch; nothing else does. */
function bare(state: State): State {
  return { ...state, notices: [] };
}

test(`${String(JOURNEYS / 2)} journeys whose commits fail by chance`, async () => {
  const failed: Record<string, string[]> = {};
  for (let seed = 1; seed <= JOURNEYS / 2; seed += 1) {
    const faults = await troubled(seed);
    if (faults.length > 0) failed[seed] = faults.slice(0, 3);
  }
  assert.deepEqual(failed, {});
});

test(`${String(JOURNEYS)} journeys of ${String(STEPS)} steps`, async () => {
  const failed: Record<string, string[]> = {};
  for (let seed = 1; seed <= JOURNEYS; seed += 1) {
    const faults = await journey(seed);
    if (faults.length > 0) failed[seed] = faults.slice(0, 3);
  }
  assert.deepEqual(failed, {});
});
