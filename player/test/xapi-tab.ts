/** A tab that an LMS launched in front of the fake store, and what a learner does there. */

import type { Session, Store } from '../src/core/types';
import type { Made } from './fixtures';
import type { Lrs, Request } from './lrs';
import { launchedBy, memoryStore, World } from './world';

export interface Tab {
  readonly session: Session;
  readonly world: World;
}

let seeds = 0;

/** Opens a module: each tab has its own ids; browsers and tabs keep what they are given here. */
export async function launchedTab(module: Made, lrs: Lrs, address: string, storage: Store, tab: ReturnType<typeof memoryStore>): Promise<Tab> {
  const world = new World(storage, (seeds += 1000));
  return { session: await launchedBy(module, lrs.tab(address, tab), world), world };
}

export function answer({ session }: Tab, id: string, at: number): void {
  session.dispatch({ type: 'answer', target: { practice: id }, answer: { kind: 'pick', at } });
  session.dispatch({ type: 'check', target: { practice: id } });
}

export function isSent({ path, method }: Request): boolean {
  return path === 'statements' && method !== 'GET';
}
