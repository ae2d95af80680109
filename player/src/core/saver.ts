/** Decides when work is stored and says how it went: the only place that debounces and tries again. */

import type { Batch, Ending, Lms, Outcome, Reason, Trouble, Why } from '../lms/lms';
import { Leaving, pause } from './leaving';
import type { Env, Launch, SaveStatus, Timer } from './types';

/** Milliseconds: a change waits for others this long, but never longer than the second. */
const DEBOUNCE = 1500;
const MOST_WAIT = 5000;
/** A page turned so long after the last commit is stored at once. */
export const CALM = 10000;
/** Tabs that store in turn can't hold each other up for longer than this. */
const MOST_CONFLICTS = 5;

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
  private reason: Reason | null = null;
  /** Asking again is useless until the learner asks. */
  private denied = false;
  /** Asked for by the other side: milliseconds, and until when. */
  private retryAfter = 0;
  private notBefore = 0;
  private conflicts = 0;
  private detail = '';
  private at: number | null = null;

  private readonly leaving: Leaving;

  constructor(
    private readonly lms: Lms,
    private readonly env: Env,
    private readonly launch: Launch,
    private readonly work: Work,
    private readonly changed: () => void,
  ) {
    const close = (): Promise<Outcome> => { this.put(); return lms.quit(); };
    this.leaving = new Leaving(close, env, (outcome) => { this.finish(outcome); });
  }

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
    if (this.ended) {
      this.leaving.again();
      return;
    }
    if (!this.isDirty()) return;
    // Hidden may be the last occasion, and is what the learner's own « try again » asks for.
    if (why !== 'hidden' && this.env.now() < this.notBefore) return;
    if (this.busy) {
      this.again = why;
      return;
    }
    this.stop();
    this.waitingSince = null;
    this.busy = true;
    const upTo = this.changes;
    this.put();
    void this.lms.flush(why).then((outcome) => { this.settle(outcome, upTo); });
  }

  /** Closes the session, once. */
  end(why: Ending): void {
    if (this.ended && !this.leaving.isOpen()) return;
    this.ended = true;
    this.stop();
    this.put();
    this.finish(this.lms.end(why));
  }

  quit(): Promise<void> {
    this.ended = true;
    this.stop();
    return this.leaving.begin();
  }

  trouble(trouble: Trouble): void {
    this.detail = `${trouble.call}: ${trouble.code} ${trouble.text}`.trim();
    this.denied = trouble.kind === 'denied';
    this.lost = trouble.kind === 'lost' || this.denied;
    this.reason = trouble.reason ?? null;
    this.retryAfter = trouble.retryAfter ?? 0;
  }

  status(): SaveStatus {
    return { kind: this.kind(), at: this.at, detail: this.detail, kept: this.launch.caps.keeps, reason: this.reason };
  }

  isEnded(): boolean {
    return this.ended;
  }

  isDirty(): boolean {
    return this.changes > this.stored;
  }

  private kind(): SaveStatus['kind'] {
    if (!this.writes()) return 'readonly';
    if (this.ended) return this.isDirty() || this.leaving.isLate() ? 'unsaved' : 'ended';
    if (this.failures > 0) return this.lost ? 'lost' : 'unsaved';
    if (this.launch.kind === 'standalone') return 'standalone';
    return this.isDirty() ? 'saving' : 'saved';
  }

  /** Review and browse are for looking: some LMSs would store what is written then. */
  private writes(): boolean {
    return this.launch.mode === 'normal';
  }

  private put(): void {
    if (this.writes()) this.lms.put(this.work.batch());
  }

  private finish(outcome: Outcome): void {
    // What another tab stored is in the work now, and has to be stored with it.
    if (outcome === 'conflict') this.changes += 1;
    if (outcome === 'ok') [this.at, this.stored] = [this.env.now(), this.changes];
    this.changed();
  }

  private settle(outcome: Outcome, upTo: number): void {
    this.busy = false;
    if (this.ended) return;
    if (outcome === 'ok') this.succeed(upTo);
    else if (outcome === 'conflict' && this.conflicts < MOST_CONFLICTS) this.resolve();
    else this.fail();
    this.again = null;
    this.changed();
  }

  private succeed(upTo: number): void {
    this.failures = this.conflicts = this.retryAfter = 0;
    this.lost = this.denied = false;
    this.reason = null;
    this.stored = upTo;
    this.at = this.env.now();
    this.work.stored();
    if (this.again !== null) this.flush(this.again);
    else if (this.isDirty()) this.wait(DEBOUNCE);
  }

  /** The work now holds the other tab's too: it is stored at once. */
  private resolve(): void {
    this.conflicts += 1;
    this.changes += 1;
    this.flush('change');
  }

  /** A resend in two phases, the probe and the journal belong here. */
  private fail(): void {
    this.failures += 1;
    this.conflicts = 0;
    this.notBefore = this.env.now() + this.retryAfter;
    if (!this.denied) this.wait(Math.max(this.retryAfter, pause(this.failures)));
    this.retryAfter = 0;
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
