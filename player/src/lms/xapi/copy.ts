/** Keeps the learner's work in this browser until the store surely has it; joins nothing. */

import type { Store } from '../../core/types';
import { objectOf, parsed, textOf } from './json';

/** A state and what goes with it, as one page load of ours wrote it. */
export interface Work {
  readonly state: string;
  readonly location: string;
  /** Tells page loads apart: who wrote the state. */
  readonly by: string;
}

export interface Held extends Work {
  /** The last state that the store surely had. */
  readonly base: string;
}

/** Milliseconds of thirty days: work that nobody came back to. */
const MOST = 2592000000;

export class Copy {
  base = '';

  constructor(
    private readonly store: Store | null,
    private readonly key: string,
    private readonly now: () => number,
  ) {}

  /** Of an earlier page, or of a launch that found no store. */
  read(): Held {
    const kept = objectOf(parsed(this.text()));
    const found = this.now() - Number(kept['at'] ?? this.now()) > MOST ? {} : kept;
    return { state: textOf(found['state']), location: textOf(found['location']), by: textOf(found['by']), base: textOf(found['base']) };
  }

  keep(work: Work): void {
    try {
      this.store?.setItem(this.key, work.state === this.base ? '' : JSON.stringify({ ...work, base: this.base, at: this.now() }));
    } catch {
      // Blocked or full: the store alone has it.
    }
  }

  private text(): string {
    try {
      return this.store?.getItem(this.key) ?? '';
    } catch {
      return '';
    }
  }
}
