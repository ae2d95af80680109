/** Decides when work is stored and says how it went: the only place that debounces and tries again. */

import type { Batch, Lms, Outcome, Trouble, Why } from '../lms/lms';
import type { Env, Launch, SaveStatus, Timer } from './types';

/** Milliseconds: a change waits for others this long, but never longer than the second. */
const DEBOUNCE = 1500;
const MOST_WAIT = 5000;
/** After a failure: 2 s, doubled up to a minute. */
const RETRY = 2000;
const MOST_RETRY = 60000;
/** A page turned so long after the last commit is stored at once. */
export const CALM = 10000;

export interface Work {
  /** Everything to store now; called just before each attempt to store. */
  batch(): Batch;
  /** What the last batch held is stored. */
  stored(): void;
}

export class Saver {
  private timer: Timer = null;
  private changes = 0;
  private stored = 0;
  private waitingSince: number | null = null;
  private failures = 0;
  private busy = false;
  /** Asked for while another was under way. */
  private again: Why | null = null;
  private ended = false;
  private lost = false;
  private detail = '';
  private at: number | null = null;

  constructor(
    private readonly lms: Lms,
    private readonly env: Env,
    private readonly launch: Launch,
    private readonly work: Work,
    private readonly changed: () => void,
  ) {}

  /** Something changed; it is stored soon. */
  touch(): void {
    if (!this.writes() || this.ended) return;
    this.changes += 1;
    const now = this.env.now();
    this.waitingSince ??= now;
    if (this.failures === 0) this.wait(Math.min(DEBOUNCE, this.waitingSince + MOST_WAIT - now));
  }

  /** Whether the last success is long enough ago for a page turn to be stored at once. */
  isCalm(): boolean {
    return this.env.now() - (this.at ?? -Infinity) > CALM;
  }

  /** Stores what is not stored yet, now. */
  flush(why: Why): void {
    if (!this.isDirty() || this.ended) return;
    if (this.busy) {
      this.again = why;
      return;
    }
    this.stop();
    this.waitingSince = null;
    this.busy = true;
    const upTo = this.changes;
    this.lms.put(this.work.batch());
    void this.lms.flush(why).then((outcome) => { this.settle(outcome, upTo); });
  }

  /** Closes the session, once. */
  end(why: 'pagehide' | 'button'): void {
    if (this.ended) return;
    this.ended = true;
    this.stop();
    if (this.writes()) this.lms.put(this.work.batch());
    const outcome = this.lms.end(why);
    if (outcome === 'ok') this.at = this.env.now();
    this.stored = outcome === 'ok' ? this.changes : this.stored;
    this.changed();
  }

  trouble(trouble: Trouble): void {
    this.detail = `${trouble.call}: ${trouble.code} ${trouble.text}`.trim();
    this.lost = trouble.kind === 'lost';
  }

  status(): SaveStatus {
    return { kind: this.kind(), at: this.at, detail: this.detail, kept: this.launch.caps.keeps };
  }

  isDirty(): boolean {
    return this.changes > this.stored;
  }

  private kind(): SaveStatus['kind'] {
    if (!this.writes()) return 'readonly';
    if (this.ended) return this.isDirty() ? 'unsaved' : 'ended';
    if (this.failures > 0) return this.lost ? 'lost' : 'unsaved';
    if (this.launch.kind === 'standalone') return 'standalone';
    return this.isDirty() ? 'saving' : 'saved';
  }

  /** Review and browse are for looking: some LMSs would store what is written then. */
  private writes(): boolean {
    return this.launch.mode === 'normal';
  }

  private settle(outcome: Outcome, upTo: number): void {
    this.busy = false;
    if (this.ended) return;
    if (outcome === 'ok') {
      this.failures = 0;
      this.lost = false;
      this.stored = upTo;
      this.at = this.env.now();
      this.work.stored();
      if (this.again !== null) this.flush(this.again);
      else if (this.isDirty()) this.wait(DEBOUNCE);
    } else {
      // A resend in two phases, the probe and the journal belong here.
      this.failures += 1;
      this.wait(Math.min(RETRY * 2 ** (this.failures - 1), MOST_RETRY));
    }
    this.again = null;
    this.changed();
  }

  private wait(milliseconds: number): void {
    this.stop();
    if (this.ended) return;
    this.timer = this.env.setTimer(() => {
      this.timer = null;
      this.flush('change');
    }, Math.max(0, milliseconds));
  }

  private stop(): void {
    if (this.timer !== null) this.env.clearTimer(this.timer);
    this.timer = null;
  }
}
