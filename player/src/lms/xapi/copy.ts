/** Keeps the learner's work in this browser until the store surely has it; joins nothing. */

import { isStale } from '../../core/stale';
import type { Store } from '../../core/types';
import type { PlayerData } from '../../data';
import { listOf, objectOf, parsed, textOf } from './json';

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

export class Copy {
  base = '';
  /** States of other pages that are in ours, and pages all of whose states are. */
  private taken: readonly string[] = [];

  constructor(
    private readonly store: Store | null,
    private readonly key: string,
    private readonly now: () => number,
    /** Tells this page load from all others. */
    private readonly by: string,
    private readonly data: PlayerData,
  ) {}

  /** Of earlier pages, of one that is open beside this one, or of a launch that found no store. */
  read(): readonly Held[] {
    const helds = this.all();
    this.taken = helds.map(({ state }) => state);
    return helds;
  }

  /** Pages that are gone, and left their last state in the store: it is in ours. */
  took(pages: readonly string[]): void {
    this.taken = [...this.taken, ...pages];
  }

  /** Beside what other pages keep here, and nobody took up. */
  keep(work: Work): void {
    const theirs = this.all().filter(({ by, state }) => by !== this.by && !this.taken.includes(state) && !this.taken.includes(by));
    const [first, ...others] = work.state === this.base ? theirs : [{ ...work, base: this.base, at: this.now() }, ...theirs];
    try {
      this.store?.setItem(this.key, first === undefined ? '' : JSON.stringify(others.length === 0 ? first : { ...first, others }));
    } catch {
      // Blocked or full: the store alone has it.
    }
  }

  private all(): readonly (Held & { readonly at: number })[] {
    const kept = objectOf(parsed(this.text()));
    const helds = [kept, ...listOf(kept['others'])].map(objectOf).map((one) => ({ state: textOf(one['state']), location: textOf(one['location']), by: textOf(one['by']), base: textOf(one['base']), at: Number(one['at'] ?? this.now()) }));
    return helds.filter(({ state, base, at }) => state !== '' && state !== base && !isStale(at, this.now(), this.data));
  }

  private text(): string {
    try {
      return this.store?.getItem(this.key) ?? '';
    } catch {
      return '';
    }
  }
}
