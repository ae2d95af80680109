/** Counts changes, and which of them are stored; knows nothing of what they are. */

import type { Batch } from '../lms/lms';

/** What a saver stores. */
export interface Work {
  /** Everything to store now; called just before each attempt to store. */
  batch(): Batch;
  /** What the last batch held is said to be stored. */
  stored(): void;
  /** And it is; called when nothing has changed since. */
  proved(): void;
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
  /** Milliseconds of the clock when something was stored last. */
  at: number | null = null;

  /** One more; milliseconds until it is to be stored. */
  add(now: number): number {
    this.made += 1;
    this.since ??= now;
    return Math.min(DEBOUNCE, this.since + MOST_WAIT - now);
  }

  /** They are on their way. */
  leave(): number {
    this.since = null;
    return this.made;
  }

  store(upTo: number, now: number): void {
    this.stored = upTo;
    this.at = now;
  }

  areCalm(now: number): boolean {
    return now - (this.at ?? -Infinity) > CALM;
  }

  areLeft(): boolean {
    return this.made > this.stored;
  }
}
