/** Time in a page of a journey: it passes when the journey says so, and frames share the clock of the window above. */

export interface PageClock {
  /** Milliseconds that have passed, whatever the computer's clock says. */
  passed: number;
  skew: number;
  /** Milliseconds that each request takes. */
  slow: number;
  /** Requests under way. */
  readonly busy: Set<Promise<unknown>>;
  now(): number;
  set(run: () => void, milliseconds: number, isAlive: () => boolean): number;
  clear(timer: number): void;
  pass(milliseconds: number): Promise<void>;
}

const real = performance.now.bind(performance);

/** Milliseconds that truly passed. */
export function realTime(): number {
  return real();
}

interface Timer {
  readonly at: number;
  readonly run: () => void;
  readonly isAlive: () => boolean;
}

/** What a page is told before its first script. */
export interface Beginning {
  readonly start: number;
  readonly passed: number;
  readonly skew: number;
  readonly slow: number;
  /** Seeds that were given so far. */
  readonly seeds: number;
  /** The browser lets the module keep nothing. */
  readonly blocked: boolean;
  /** The learner was never here. */
  readonly fresh: boolean;
}

class Clock implements PageClock {
  passed: number;
  skew: number;
  slow: number;
  readonly busy = new Set<Promise<unknown>>();
  private next = 1;
  private readonly timers = new Map<number, Timer>();

  constructor(private readonly begun: Beginning) {
    ({ passed: this.passed, skew: this.skew, slow: this.slow } = begun);
  }

  now(): number {
    return this.begun.start + this.skew + this.passed;
  }

  set(run: () => void, milliseconds: number, isAlive: () => boolean): number {
    this.timers.set(this.next, { at: this.passed + Math.max(0, milliseconds), run, isAlive });
    return this.next++;
  }

  clear(timer: number): void {
    this.timers.delete(timer);
  }

  async pass(milliseconds: number): Promise<void> {
    const until = this.passed + milliseconds;
    await this.settle();
    for (let due = this.due(until); due !== null; due = this.due(until)) {
      const [id, timer] = due;
      this.timers.delete(id);
      this.passed = Math.max(this.passed, timer.at);
      timer.run();
      await this.settle();
    }
    this.passed = Math.max(this.passed, until);
  }

  private due(until: number): [number, Timer] | null {
    let first: [number, Timer] | null = null;
    for (const entry of this.timers) {
      if (!entry[1].isAlive()) this.timers.delete(entry[0]);
      else if (entry[1].at <= until && (first === null || entry[1].at < first[1].at)) first = entry;
    }
    return first;
  }

  /** Everything that requests and promises lead to. */
  private async settle(): Promise<void> {
    for (let quiet = 0; quiet < 2; quiet += 1) {
      if (this.busy.size > 0) quiet = 0;
      await Promise.allSettled(this.busy);
      await task();
    }
  }
}

/** One for all tasks, held as long as the page. */
const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => { waiting.shift()?.(); };

/** After what waits already. */
export function task(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });
}

function above(): PageClock | null {
  for (const other of [window.parent, window.opener as Window | null]) {
    try {
      const clock = other === window ? undefined : (other as unknown as { campaignClock?: PageClock } | null)?.campaignClock;
      if (clock !== undefined) return clock;
    } catch {
      // Of another origin: time is its own there.
    }
  }
  return null;
}

/** Puts the clock in the place of the browser's own. */
export function installClock(begun: Beginning): PageClock {
  const shared = above();
  const clock = shared ?? new Clock(begun);
  const isAlive = (): boolean => document.defaultView !== null;
  class Fake extends Date {
    constructor(...given: number[]) {
      if (given.length === 0) super(clock.now());
      else super(...(given as [number]));
    }

    static override now(): number {
      return clock.now();
    }
  }
  Object.assign(window, {
    campaignClock: clock,
    Date: Fake,
    setTimeout: (run: () => void, milliseconds = 0) => clock.set(run, milliseconds, isAlive),
    clearTimeout: (timer: number) => { clock.clear(timer); },
  });
  // Who only waits for time to pass, as a simulated LMS does, makes it pass.
  performance.now = () => (shared === null ? (clock.passed += 1) : clock.passed);
  return clock;
}
