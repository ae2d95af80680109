/** Journeys of chance on a store that judges: nothing is refused, nothing said twice, nothing left unsaid. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { random } from '../src/core/random';
import type { Session, State } from '../src/core/types';
import { moduleOf, nextStep } from './journey';
import { cmi5Launch, defined, Lrs, tincanLaunch, verbOf } from './lrs';
import type { Thing } from './lrs';
import { launchedBy, memoryStore, World } from './world';

const JOURNEYS = 40;
const STEPS = 60;

type Standard = 'cmi5' | 'tincan';

interface Journey {
  readonly lrs: Lrs;
  readonly faults: string[];
  /** Grades in the order in which attempts were submitted. */
  readonly attempts: { readonly grade: number; readonly passed: boolean }[];
  readonly checks: number;
  readonly last: State;
}

/** Several launches of one learner; in some, the store fails now and then. */
async function journey(standard: Standard, seed: number, troubled: boolean): Promise<Journey> {
  const module = moduleOf(seed);
  const chance = random(seed ^ 0x5eed);
  const [lrs, faults, attempts, storage] = [new Lrs(), [] as string[], [] as Journey['attempts'][number][], memoryStore()];
  const world = new World(storage, seed * 100000);
  let [launches, checks] = [0, 0];
  const address = (): string => (standard === 'cmi5' ? cmi5Launch(lrs, `s${String(launches)}`) : tincanLaunch());
  const open = (memory = memoryStore()): Promise<Session> => launchedBy(module, lrs.tab(address(), memory), world);
  let memory = memoryStore();
  let session = await open(memory);
  for (let i = 0; i < STEPS; i += 1) {
    if (troubled && chance.below(6) === 0) lrs.fault = chance.below(2) === 0 ? () => undefined : ({ method }) => (method === 'GET' || chance.below(3) === 0 ? undefined : { status: 503 });
    const before = session.state();
    const step = nextStep(module.data, before, chance);
    if (step.do === 'event') session.dispatch(step.event);
    if (step.do === 'wait') await world.pass(step.milliseconds);
    if (step.do === 'hide') session.hidden();
    if (step.do === 'leave') {
      const reload = chance.below(3) === 0;
      lrs.fault = () => undefined;
      await world.pass(70000);
      if (step.crash) await world.pass(6000);
      else session.end(reload ? 'reload' : 'pagehide');
      await world.pass(0);
      const work = bare(session.state());
      if (!(reload && !step.crash)) [launches, memory] = [launches + 1, memoryStore()];
      session = await open(memory);
      if (JSON.stringify(bare(session.state())) !== JSON.stringify(work)) faults.push(`step ${String(i)}: another state after the launch`);
    }
    const { assessment, practice } = session.state();
    checks += step.do === 'event' ? practice.filter((one, n) => one.tries > (before.practice[n]?.tries ?? 0)).length : 0;
    if (step.do === 'event' && step.event.type === 'submit' && assessment?.attempt?.submitted === true && before.assessment?.attempt?.submitted === false) attempts.push({ grade: assessment.grade ?? -1, passed: assessment.passed });
  }
  lrs.fault = () => undefined;
  await world.pass(70000);
  session.end('pagehide');
  await world.pass(0);
  lrs.requests.filter(({ status }) => status === 400 || status === 403).forEach(({ status, body }) => faults.push(`${String(status)} ${body.slice(0, 200)}`));
  return { lrs, faults, attempts, checks, last: session.state() };
}

function bare(state: State): State {
  return { ...state, notices: [] };
}

const scores = (lrs: Lrs, verbs: readonly string[]): string[] =>
  lrs.statements.filter((statement) => verbs.includes(verbOf(statement))).map((statement) => `${verbOf(statement)} ${String((statement['result'] as { score: { raw: number } }).score.raw)}`);

/** What must stand in the store at the end, by the rules alone. */
function expected(standard: Standard, { attempts, last }: Journey): { judged: string[]; completed: boolean } {
  const judged = attempts.map(({ grade, passed }) => `${passed ? 'passed' : 'failed'} ${String(grade)}`);
  const firstPass = judged.find((one) => one.startsWith('passed'));
  return { judged: standard === 'tincan' ? judged : firstPass === undefined ? [] : [firstPass], completed: ['completed', 'passed'].includes(last.status) };
}

function verdict(standard: Standard, made: Journey): string[] {
  const { lrs, faults } = made;
  const wanted = expected(standard, made);
  const judged = scores(lrs, standard === 'cmi5' ? ['passed'] : ['passed', 'failed']);
  const completed = lrs.statements.filter((statement) => verbOf(statement) === 'completed');
  const ids = lrs.statements.map((statement) => statement['id']);
  const practised = lrs.statements.filter((statement) => verbOf(statement) === 'answered' && String((statement['object'] as Thing)['id']).includes('/q/p')).length;
  return [
    ...faults,
    ...(judged.join() === wanted.judged.join() ? [] : [`${judged.join()} instead of ${wanted.judged.join()}`]),
    ...(completed.length > 0 === wanted.completed ? [] : [`completed: ${String(completed.length)} times`]),
    ...(new Set(ids).size === ids.length ? [] : ['an id twice']),
    ...(practised === made.checks ? [] : [`${String(practised)} practice answers instead of ${String(made.checks)}`]),
    ...(standard === 'cmi5' ? frames(lrs) : []),
  ];
}

/** Every session that was ended begins and ends as it must. */
function frames(lrs: Lrs): string[] {
  return [...lrs.sessions.values()].flatMap((list) => {
    const verbs = list.filter(defined).map(verbOf);
    return verbs[0] === 'initialized' && verbs.filter((verb) => verb === 'initialized').length === 1 ? [] : [`a session of ${verbs.join()}`];
  });
}

for (const standard of ['tincan', 'cmi5'] as const) {
  for (const troubled of [false, true]) {
    test(`${standard}: ${String(JOURNEYS)} journeys of ${String(STEPS)} steps${troubled ? ', on a store that fails now and then' : ''}`, async () => {
      const failed: Record<string, string[]> = {};
      for (let seed = 1; seed <= JOURNEYS; seed += 1) {
        const found = verdict(standard, await journey(standard, seed, troubled));
        if (found.length > 0) failed[seed] = found.slice(0, 3);
      }
      assert.deepEqual(failed, {});
    });
  }
}
