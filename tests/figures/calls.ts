/** API calls of a learner's hour, in each simulated LMS: at launch, and a minute of work. */

import { createSession } from '../../player/src/core/session';
import type { Event, Session } from '../../player/src/core/types';
import { openLms } from '../../player/src/lms/open';
import { createSim } from '../../player/sim/lms';
import type { Sim } from '../../player/sim/lms';
import type { Kind } from '../../player/sim/types';
import { choice, fillIn, made, matching, numeric, sequencing, trueFalse } from '../../player/test/fixtures';
import { memoryStore, World } from '../../player/test/world';

export const LMSS: readonly Kind[] = ['strict', 'moodle', 'ilias', 'openedx', 'chamilo'];

export interface Calls {
  readonly lms: Kind;
  /** From discovery to the first commit, errors that were asked for included. */
  readonly launch: number;
  /** The same when work is taken up again. */
  readonly resumed: number;
  /** In a minute of work, on average. */
  readonly minute: number;
  /** Commits among these. */
  readonly commits: number;
}

/** Every question of a page answered, a page a minute, then an attempt of two minutes. */
const MODULE = made({
  pages: [[choice('a'), numeric('b')], [matching('c')], [], [fillIn('d'), sequencing('e')], [trueFalse('f')]],
  graded: [choice('g1'), choice('g2'), trueFalse('g3'), numeric('g4'), matching('g5'), choice('g6')],
  objectives: ['o1', 'o2'],
});
const GIVEN = { a: { kind: 'pick', at: 0 }, b: { kind: 'text', text: ['2819', 'kg'] }, c: { kind: 'picks', at: [0, 1] }, d: { kind: 'text', text: ['Bayer', 'bauxite'] }, e: { kind: 'order', at: [0, 1, 2] }, f: { kind: 'pick', at: 0 } } as const;

interface Counted {
  readonly session: Session;
  readonly world: World;
  readonly sim: Sim;
  count(): number;
  commits(): number;
}

async function opened(sim: Sim, world: World): Promise<Counted> {
  let [count, commits] = [0, 0];
  const api = Object.fromEntries(Object.entries(sim.api).map(([name, call]) => [name, (...args: string[]) => {
    count += 1;
    if (name === 'LMSCommit') commits += 1;
    return (call as (...given: string[]) => string)(...args);
  }]));
  const session = await createSession(MODULE.data, MODULE.graded, openLms({ API: api }, world, 'essai'), world);
  await world.pass(0);
  return { session, world, sim, count: () => count, commits: () => commits };
}

/** Calls and commits of an LMS along one journey. */
export async function callsIn(lms: Kind): Promise<Calls> {
  const world = new World();
  const first = await opened(createSim(lms, { store: memoryStore() }, world), world);
  const launch = first.count();
  const [commits, minutes] = [first.commits(), await work(first)];
  const made = { minute: (first.count() - launch) / minutes, commits: (first.commits() - commits) / minutes };
  first.session.end('pagehide');
  const again = await opened(first.sim.relaunch(), world);
  return { lms, launch, resumed: again.count(), ...made };
}

/** Returns the minutes that it took. */
async function work({ session, world }: Counted): Promise<number> {
  const start = world.now();
  const act = async (event: Event, seconds: number): Promise<void> => {
    await world.pass(seconds * 1000);
    session.activity.moved();
    session.dispatch(event);
  };
  for (const [i, page] of MODULE.data.pages.entries()) {
    for (const id of page.questions) {
      await act({ type: 'answer', target: { practice: id }, answer: GIVEN[id as keyof typeof GIVEN] }, 20);
      await act({ type: 'check', target: { practice: id } }, 4);
    }
    await act({ type: 'go', to: i + 1 }, 30);
  }
  await act({ type: 'start' }, 5);
  for (const at of MODULE.graded.keys()) {
    await act({ type: 'question', at }, 5);
    await act({ type: 'answer', target: { attempt: at }, answer: { kind: 'pick', at: 0 } }, 15);
  }
  await act({ type: 'submit' }, 10);
  await world.pass(60000);
  return (world.now() - start) / 60000;
}
