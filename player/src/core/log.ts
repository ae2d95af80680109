/** Keeps what is to be reported until it is stored: answers, objectives, and what else happened. */

import type { Happening, Interaction } from '../lms/lms';
import type { Told } from './happenings';
import { MOST } from './memory';
import type { Reports } from './reports';

const NOTHING: Reports = { interactions: [], objectives: [] };

export class Log {
  private kept: Reports = NOTHING;
  /** Said to be stored, and not proved. */
  private said: Reports['interactions'] = [];
  private told: readonly Happening[] = [];
  private next = 1;
  /** How many of each were handed over. */
  private sent = { interactions: 0, told: 0 };

  tell(happened: readonly Told[]): void {
    this.told = [...this.told, ...happened.map((one) => ({ ...one, n: this.next++ }))];
  }

  /** Numbers answers from `first` on; returns how many the state can count. */
  answers(first: number, made: readonly Interaction[]): number {
    const numbered = made.slice(0, Math.max(0, MOST.recorded - first)).map((record, i) => ({ index: first + i, record }));
    this.kept = { ...this.kept, interactions: [...this.kept.interactions, ...numbered] };
    return numbered.length;
  }

  /** What an earlier launch kept: answers that the LMS may have keep their place, others are numbered from `next` on; returns how many. */
  takeUp({ interactions, objectives }: Reports, had: number, next: number): number {
    const maybe = interactions.filter(({ index }) => index < had);
    this.kept = { ...this.kept, interactions: [...maybe, ...this.kept.interactions] };
    if (this.kept.objectives.length === 0) this.judge(objectives);
    return this.answers(next, interactions.slice(maybe.length).map(({ record }) => record));
  }

  /** The latest judgement replaces the one before. */
  judge(objectives: Reports['objectives']): void {
    if (objectives.length > 0) this.kept = { ...this.kept, objectives };
  }

  records(): Reports {
    this.sent = { ...this.sent, interactions: this.kept.interactions.length };
    return this.kept;
  }

  /** Everything that is not surely stored. */
  open(): Reports {
    return { ...this.kept, interactions: [...this.said, ...this.kept.interactions] };
  }

  happenings(): readonly Happening[] {
    this.sent = { ...this.sent, told: this.told.length };
    return this.told;
  }

  /** Everything that is not said to be stored, for who keeps a copy: nothing is handed over by it. */
  left(): { readonly happenings: readonly Happening[]; readonly interactions: Reports['interactions'] } {
    return { happenings: this.told, interactions: this.kept.interactions };
  }

  /** What was handed over last is said to be stored. */
  confirm(): void {
    this.said = [...this.said, ...this.kept.interactions.slice(0, this.sent.interactions)];
    this.kept = { ...this.kept, interactions: this.kept.interactions.slice(this.sent.interactions) };
    this.told = this.told.slice(this.sent.told);
    this.sent = { interactions: 0, told: 0 };
  }

  /** And is. */
  prove(): void {
    this.said = [];
  }
}
