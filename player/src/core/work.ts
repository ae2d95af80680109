/** Counts changes, and which of them are stored; knows nothing of what they are. */

import type { Batch } from '../lms/lms';
import type { Env } from './types';

/** What a saver stores. */
export interface Work {
  /** Everything to store now; called just before each attempt to store. */
  batch(): Batch;
  /** Whether nothing of the learner's goes out for now. */
  held(): boolean;
  /** What the last batch held is said to be stored; `all`: and nothing has changed since. */
  stored(all: boolean): void;
  /** And all of it is. */
  proved(): void;
  /** Whether this browser has what is not proved; and whether it surely has the work as it is now. */
  kept(): boolean;
  holds(): boolean;
}

/** Milliseconds: a change waits for others this long, but never longer than the second. */
export const DEBOUNCE = 1500;
const MOST_WAIT = 5000;
/** A page turned so long after the last commit is stored at once. */
const CALM = 10000;

export class Changes {
  /** How many there were. */
  made = 0;
  private stored = 0;
  private since: number | null = null;
  private last = -Infinity;
  /** Milliseconds of the clock when something was stored last. */
  at: number | null = null;

  constructor(private readonly env: Env) {}

  /** One more; milliseconds until it is to be stored. */
  add(): number {
    this.made += 1;
    this.since ??= this.env.passed();
    return Math.min(DEBOUNCE, this.since + MOST_WAIT - this.env.passed());
  }

  /** They are on their way. */
  leave(): number {
    this.since = null;
    return this.made;
  }

  store(upTo: number): void {
    this.stored = upTo;
    this.at = this.env.now();
    this.last = this.env.passed();
  }

  areCalm(): boolean {
    return this.env.passed() - this.last > CALM;
  }

  areLeft(): boolean {
    return this.made > this.stored;
  }
}
