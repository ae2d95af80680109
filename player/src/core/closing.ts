/** Closes a session, with its page or at the learner's wish, and counts what the farewell stored. */

import type { Ending, Lms, Outcome } from '../lms/lms';
import { Leaving } from './leaving';
import type { Proof } from './proof';
import type { Env } from './types';
import type { Changes, Work } from './work';

/** What a farewell needs of the saver. */
export interface Saves {
  readonly lms: Lms;
  readonly changes: Changes;
  readonly work: Work;
  readonly proof: Proof;
  /** Whether « stored » has to be proved. */
  readonly blind: boolean;
  /** Hands over what is to be stored. */
  put(): void;
  /** No more tries but those of the farewell. */
  shut(): void;
  changed(): void;
}

export class Closing {
  private ended = false;
  /** How many changes the farewell holds. */
  private upTo = 0;
  private readonly leaving: Leaving;

  constructor(
    private readonly saves: Saves,
    env: Env,
  ) {
    this.leaving = new Leaving(() => this.leave(), env, (outcome) => { this.finish(outcome); });
  }

  isEnded(): boolean {
    return this.ended;
  }

  /** Whether the learner wants to leave and something is not stored yet. */
  isOpen(): boolean {
    return this.leaving.isOpen() && !this.isEnough();
  }

  isLate(): boolean {
    return this.leaving.isLate() && !this.isEnough();
  }

  /**
   * Tried in vain, but only the time of the session is missing: nobody needs to wait for it. Where results
   * are told at the end, as cmi5 tells a failure, more is missing than what changed since.
   */
  private isEnough(): boolean {
    const { changes, proof, blind } = this.saves;
    return blind && this.leaving.isLate() && !changes.areLeft() && !(proof.isOpen() && proof.isUseful());
  }

  /** The page goes; once. */
  end(why: Ending): void {
    if (this.ended && !this.leaving.isOpen()) return;
    this.mute();
    this.put();
    const outcome = this.saves.lms.end(why);
    this.saves.proof.tell();
    this.finish(outcome);
  }

  quit(): Promise<void> {
    this.mute();
    return this.leaving.begin();
  }

  /** Does not wait for the next try. */
  again(): void {
    this.leaving.again();
  }

  /** Nothing more is stored from here. */
  mute(): void {
    this.ended = true;
    this.saves.shut();
  }

  /** One try to store everything for another tab, and to close; whether it is stored. */
  async give(): Promise<boolean> {
    this.mute();
    const outcome = await this.leave();
    this.finish(outcome);
    return outcome === 'ok';
  }

  goOn(): void {
    this.ended = false;
    this.saves.proof.goOn();
  }

  private put(): void {
    this.upTo = this.saves.changes.made;
    this.saves.put();
  }

  private async leave(): Promise<Outcome> {
    const { lms, proof, changes, blind } = this.saves;
    this.put();
    if (!blind) return lms.quit();
    const outcome = await proof.leave();
    if (outcome === 'unsure') changes.made += 1;
    return outcome;
  }

  private finish(outcome: Outcome): void {
    const { changes, work, proof, changed } = this.saves;
    // What another tab stored is in the work now, and has to be stored with it.
    if (outcome === 'conflict') changes.made += 1;
    if (outcome === 'ok') {
      changes.store(this.upTo);
      work.stored(!changes.areLeft());
      if (!changes.areLeft() && !proof.isOpen()) work.proved();
    }
    changed();
  }
}
