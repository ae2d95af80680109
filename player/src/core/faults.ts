/** What went wrong with storing, and how long to wait before the next try; tries nothing itself. */

import type { Reason, Trouble } from '../lms/lms';
import { pause } from './leaving';
import type { Env } from './types';

/** Tabs that store in turn can't hold each other up for longer than this. */
const MOST_CONFLICTS = 5;

export class Faults {
  detail = '';
  reason: Reason | null = null;
  /** No call gets through. */
  lost = false;
  private failures = 0;
  private conflicts = 0;
  /** Asking again is useless until the learner asks. */
  private denied = false;
  /** Asked for by the other side: milliseconds, and until when. */
  private retryAfter = 0;
  private notBefore = 0;
  /** Calls that refused something for good. */
  private readonly refusals = new Set<string>();

  constructor(private readonly env: Env) {}

  hear(trouble: Trouble): void {
    this.detail = `${trouble.call}: ${trouble.code} ${trouble.text}`.trim();
    if (trouble.kind === 'known') {
      this.refusals.delete(trouble.call);
      return;
    }
    if (trouble.kind === 'refused') this.refusals.add(trouble.call);
    this.denied = trouble.kind === 'denied';
    this.lost = trouble.kind === 'lost' || this.denied;
    this.reason = trouble.reason ?? null;
    this.retryAfter = trouble.retryAfter ?? 0;
  }

  any(): boolean {
    return this.failures > 0;
  }

  /** Something is known not to be stored, and is not tried again as it is. */
  areFinal(): boolean {
    return this.refusals.size > 0;
  }

  /** Milliseconds until it may be tried again. */
  early(): number {
    return this.notBefore - this.env.passed();
  }

  /** Counts a conflict; whether it is one too many. */
  isStuck(): boolean {
    this.conflicts += 1;
    return this.conflicts > MOST_CONFLICTS;
  }

  /** Counts a failure; milliseconds to the next try, or null when there is to be none. */
  count(): number | null {
    this.failures += 1;
    this.conflicts = 0;
    this.notBefore = this.env.passed() + this.retryAfter;
    const wait = this.denied ? null : Math.max(this.retryAfter, pause(this.failures));
    this.retryAfter = 0;
    return wait;
  }

  /** Nothing is wrong any more; the last error stays for the diagnostic. */
  clear(): void {
    this.failures = this.conflicts = this.retryAfter = 0;
    this.lost = this.denied = false;
    this.reason = null;
  }
}
