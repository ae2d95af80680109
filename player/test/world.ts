/** A clock that only a test moves, a storage, and a session inside the strict LMS. */

import { createSession } from '../src/core/session';
import type { Env, Session, Store } from '../src/core/types';
import { openLms } from '../src/lms/open';
import { openStore } from '../src/lms/xapi/open';
import type { Web } from '../src/lms/xapi/http';
import { StrictLms } from '../sim/lms';
import type { SimApi, SimOptions } from '../sim/types';
import type { Made } from './fixtures';

/** 2026-11-23 15:04:05 UTC, 10:04:05 in Québec. */
export const START = Date.UTC(2026, 10, 23, 15, 4, 5);

export class World implements Env {
  readonly storage: Store | null;
  private time = 0;
  private skew = START;
  private ids = 1;
  private readonly timers = new Map<number, { at: number; run: () => void }>();

  constructor(
    storage: Store | null = memoryStore(),
    private seeds = 100,
  ) {
    this.storage = storage;
  }

  now(): number {
    return this.skew + this.time;
  }

  passed(): number {
    return this.time;
  }

  /** Somebody sets the computer's clock. */
  jump(milliseconds: number): void {
    this.skew += milliseconds;
  }

  offset(): number {
    return -300;
  }

  setTimer(run: () => void, milliseconds: number): number {
    this.timers.set(this.ids, { at: this.time + milliseconds, run });
    return this.ids++;
  }

  clearTimer(timer: unknown): void {
    this.timers.delete(Number(timer));
  }

  seed(): number {
    return this.seeds++;
  }

  /** Moves the clock; timers run at their time, and promises settle after each. */
  async pass(milliseconds: number): Promise<void> {
    const until = this.time + milliseconds;
    await settle();
    while (await this.next(until));
    this.time = until;
  }

  /** Moves the clock to what is waited for, and no further. */
  async meet<T>(awaited: Promise<T>): Promise<T> {
    let met = false;
    void awaited.then(() => { met = true; });
    await settle();
    while (!met && (await this.next(Infinity)));
    return awaited;
  }

  /** Runs the first timer that is due by then, if there is one. */
  private async next(until: number): Promise<boolean> {
    const due = Array.from(this.timers).filter(([, timer]) => timer.at <= until).sort(([a, x], [b, y]) => x.at - y.at || a - b)[0];
    if (due === undefined) return false;
    this.timers.delete(due[0]);
    this.time = Math.max(this.time, due[1].at);
    due[1].run();
    await settle();
    return true;
  }
}

/** Everything that promises lead to, and nothing that waits for the clock. */
function settle(): Promise<void> {
  return new Promise((resolve) => { setImmediate(resolve); });
}

export function memoryStore(): Store & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return { kept, getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => { kept.set(key, value); } };
}

/** A store that always throws, as in a sandboxed frame. */
export const BLOCKED: Store = {
  getItem() {
    throw new Error('SecurityError');
  },
  setItem() {
    throw new Error('SecurityError');
  },
};

export interface Launched {
  readonly session: Session;
  readonly lms: StrictLms;
  readonly world: World;
}

/** One launch by a record store's address. */
export async function launchedBy(made: Made, web: Web, world = new World()): Promise<Session> {
  const session = await world.meet(createSession(made.data, made.graded, openStore(web, made, world, 'essai'), world));
  await world.pass(0);
  return session;
}

/** One launch inside the strict LMS; the same `options.store` again is the next launch. */
export async function launched(made: Made, options: Partial<SimOptions> = {}, world = new World(), change: (api: SimApi) => object = (api) => api): Promise<Launched> {
  const lms = new StrictLms({ store: memoryStore(), ...options });
  const session = await createSession(made.data, made.graded, openLms({ API: change(lms.api) }, world, 'essai'), world);
  await world.pass(0);
  return { session, lms, world };
}
