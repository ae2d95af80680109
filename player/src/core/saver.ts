/** Decides when work is stored and says how it went: the only place that debounces and tries again. */

import type { Ending, Lms, Outcome, Trouble, Why } from '../lms/lms';
import { Alarm } from './alarm';
import { Faults } from './faults';
import { Closing } from './closing';
import { Proof } from './proof';
import { Pulse } from './pulse';
import { saidOf } from './said';
import type { Env, Launch, SaveStatus } from './types';
import { Changes, DEBOUNCE } from './work';
import type { Work } from './work';

export class Saver {
  private readonly changes: Changes;
  private busy = false;
  /** Asked for while another was under way. */
  private again: Why | null = null;
  readonly faults: Faults;
  private readonly alarm: Alarm;
  private readonly pulse: Pulse;
  readonly closing: Closing;
  private readonly proof: Proof;

  constructor(
    private readonly lms: Lms,
    env: Env,
    private readonly launch: Launch,
    private readonly work: Work,
    private readonly changed: () => void,
  ) {
    this.changes = new Changes(env);
    this.faults = new Faults(env);
    this.alarm = new Alarm(env);
    this.pulse = new Pulse(env, () => {
      if (this.isDirty() && !this.faults.any()) this.flush('heartbeat');
      return this.isDirty();
    });
    this.proof = new Proof(lms, launch, env, { away: () => { this.miss(); }, back: () => { this.flush('change'); }, proved: () => { this.prove(); } });
    const blind = launch.caps.blind === true && this.writes();
    this.closing = new Closing({ lms, changes: this.changes, work, proof: this.proof, blind, put: () => { this.put(); }, shut: () => { this.shut(); }, changed }, env);
  }

  /** Something changed; it is stored soon. */
  touch(): void {
    if (!this.writes()) return;
    const wait = this.changes.add();
    if (!this.faults.any()) this.wait(wait);
    if (!this.isEnded()) this.pulse.start();
  }

  /** Whether the last success is long enough ago for a page turn to be stored at once. */
  isCalm(): boolean {
    return this.changes.areCalm();
  }

  /** Stores what is not stored yet, now. */
  flush(why: Why): void {
    if (this.isEnded()) {
      this.closing.again();
      return;
    }
    if (!this.isDirty()) return;
    // Hidden may be the last occasion, and is what the learner's own « try again » asks for.
    const early = why === 'hidden' ? 0 : this.faults.early();
    if (early > 0) {
      if (!this.alarm.isSet()) this.wait(early);
      return;
    }
    if (this.busy) {
      this.again = why;
      return;
    }
    this.alarm.stop();
    if (this.proof.isAway() && why !== 'hidden') {
      void this.proof.check();
      return;
    }
    this.busy = true;
    const upTo = this.changes.leave();
    this.put();
    void this.lms.flush(why).then((outcome) => { this.settle(outcome, upTo, why); });
  }

  /** Closes the session, once. */
  end(why: Ending): void {
    this.closing.end(why);
  }

  quit(): Promise<void> {
    return this.closing.quit();
  }

  /** It could not be handed over, so it goes on here. */
  goOn(): void {
    this.closing.goOn();
    this.fail();
  }

  /** The network is back: what was said meanwhile may be lost. */
  online(): void {
    if (this.isEnded() || !this.writes()) this.closing.again();
    else if (this.proof.isAway()) void this.proof.check();
    else {
      if (this.proof.isOpen()) this.doubt();
      this.flush('submit');
    }
  }

  trouble(trouble: Trouble): void {
    this.faults.hear(trouble);
  }

  status(): SaveStatus {
    const { closing, launch, faults } = this;
    const kind = saidOf({ writes: this.writes() && !this.work.held(), ended: closing.isEnded(), dirty: this.isDirty() || this.isUnsure(), leaving: closing.isOpen(), late: closing.isLate(), faulty: faults.any(), lost: faults.lost, partly: faults.areFinal(), alone: launch.kind === 'standalone' });
    return { kind, at: this.changes.at, detail: faults.detail, kept: launch.caps.keeps, reason: faults.reason, ...(faults.areFinal() ? { partly: true } : {}), ...(closing.isLate() ? { leaving: this.work.holds() ? 'kept' : 'only' } : {}) };
  }

  isEnded(): boolean {
    return this.closing.isEnded();
  }

  isDirty(): boolean {
    return this.changes.areLeft();
  }

  /** Review and browse are for looking: some LMSs would store what is written then. */
  private writes(): boolean {
    return this.launch.mode === 'normal';
  }

  /** Said to be stored by an LMS whose word is not enough, while nobody else has it. */
  private isUnsure(): boolean {
    return this.proof.isOpen() && this.proof.isUseful() && !this.work.kept();
  }

  private prove(): void {
    if (!this.isDirty()) this.work.proved();
    if (!this.work.kept()) this.changed();
  }

  private put(): void {
    if (this.writes()) this.lms.put(this.work.batch());
  }

  private shut(): void {
    this.alarm.stop();
    this.pulse.stop();
    this.proof.stop();
  }

  private settle(outcome: Outcome, upTo: number, why: Why): void {
    this.busy = false;
    if (this.isEnded()) return;
    const unsure = outcome === 'unsure' || (outcome === 'ok' && this.proof.isAway());
    if (unsure) this.doubt();
    if (outcome === 'ok' && !unsure) this.succeed(upTo, why);
    else if (outcome === 'conflict' && !this.faults.isStuck()) {
      // The work now holds the other tab's too: it is stored at once.
      this.changes.made += 1;
      this.flush('change');
    } else this.fail();
    this.again = null;
    this.changed();
  }

  private succeed(upTo: number, why: Why): void {
    this.faults.clear();
    this.changes.store(upTo);
    this.work.stored(!this.isDirty());
    this.proof.stored(why === 'submit' ? 'once' : 'soon');
    if (this.again !== null) this.flush(this.again);
    else if (this.isDirty()) this.wait(DEBOUNCE);
  }

  private fail(): void {
    this.proof.meet();
    const wait = this.faults.count();
    if (wait !== null) this.wait(wait);
  }

  /** What was said to be stored is to be stored again. */
  private doubt(): void {
    this.proof.doubt();
    this.changes.made += 1;
  }

  private miss(): void {
    if (this.isEnded()) return;
    this.changes.made += 1;
    this.faults.lost = true;
    this.fail();
    this.changed();
  }

  private wait(milliseconds: number): void {
    if (!this.isEnded()) this.alarm.set(milliseconds, () => { this.flush('change'); });
  }
}
