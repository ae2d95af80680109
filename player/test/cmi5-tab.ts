/** A tab that an LMS of cmi5 launched, with an assessment in it. */

import assert from 'node:assert/strict';
import type { Session } from '../src/core/types';
import { choice, made } from './fixtures';
import { cmi5Launch, defined, verbOf } from './lrs';
import type { Lrs } from './lrs';
import { launchedBy, memoryStore, World } from './world';

export const QUIZ = made({ pages: [[]], graded: [choice('q1')], assessment: { attempts: null } });

export interface Tab {
  readonly session: Session;
  readonly world: World;
  readonly memory: ReturnType<typeof memoryStore>;
}

export async function opened(lrs: Lrs, name: string, more: Parameters<typeof cmi5Launch>[2] & { memory?: Tab['memory'] } = {}, seeds = 100): Promise<Tab> {
  const memory = more.memory ?? memoryStore();
  const world = new World(memoryStore(), seeds);
  const session = await launchedBy(QUIZ, lrs.tab(cmi5Launch(lrs, name, more), memory), world);
  return { session, world, memory };
}

export async function attempt({ session, world }: Tab, at: number): Promise<void> {
  session.dispatch({ type: 'start' });
  session.dispatch({ type: 'answer', target: { attempt: 0 }, answer: { kind: 'pick', at } });
  session.dispatch({ type: 'submit' });
  await world.pass(10000);
}

export async function left({ session, world }: Tab, why: 'pagehide' | 'reload' = 'pagehide'): Promise<void> {
  session.end(why);
  await world.pass(0);
}

/** Verbs that cmi5 defines, by session; and no request was refused. */
export function said(lrs: Lrs): string[][] {
  assert.deepEqual(lrs.requests.filter(({ status }) => status === 403 || status === 400).map(({ body }) => body), []);
  return [...lrs.sessions.values()].map((list) => list.filter(defined).map(verbOf));
}
