/** Channels between the tabs of one browser, on the clock of a test; a tab can be slow to hear. */

import type { Channel, Env } from '../src/core/types';
import { World } from './world';

interface End {
  readonly name: string;
  hear: (message: unknown) => void;
}

export class Hub {
  private readonly ends = new Set<End>();
  /** Names of tabs whose thread is blocked, and what they will hear when it is not. */
  private readonly waiting = new Map<End, unknown[]>();

  constructor(private readonly world: World & Pick<Env, 'fetchText'>) {}

  /** The surroundings of one more tab; `stop` blocks its thread, `go` lets it run again. */
  tab(): { readonly env: Env; stop(): void; go(): void } {
    const mine = new Set<End>();
    const { world } = this;
    const env: Env = {
      storage: world.storage,
      now: () => world.now(),
      passed: () => world.passed(),
      offset: () => world.offset(),
      setTimer: (run, milliseconds) => world.setTimer(run, milliseconds),
      clearTimer: (timer) => { world.clearTimer(timer); },
      seed: () => world.seed(),
      ...(world.fetchText === undefined ? {} : { fetchText: world.fetchText }),
      channel: (name) => this.open(name, mine),
    };
    return {
      env,
      stop: () => { mine.forEach((end) => this.waiting.set(end, [])); },
      go: () => { mine.forEach((end) => { this.release(end); }); },
    };
  }

  /** Tabs that listen. */
  count(): number {
    return this.ends.size;
  }

  private open(name: string, mine: Set<End>): Channel {
    const end: End = { name, hear: () => undefined };
    this.ends.add(end);
    mine.add(end);
    return {
      post: (message) => { this.post(end, structuredClone(message)); },
      listen: (hear) => { end.hear = hear; },
      close: () => { this.ends.delete(end); },
    };
  }

  private post(from: End, message: unknown): void {
    for (const end of this.ends) {
      if (end === from || end.name !== from.name) continue;
      this.world.setTimer(() => { this.deliver(end, message); }, 5);
    }
  }

  private deliver(end: End, message: unknown): void {
    const kept = this.waiting.get(end);
    if (kept !== undefined) kept.push(message);
    else if (this.ends.has(end)) end.hear(message);
  }

  private release(end: End): void {
    const kept = this.waiting.get(end) ?? [];
    this.waiting.delete(end);
    kept.forEach((message) => { end.hear(message); });
  }
}
