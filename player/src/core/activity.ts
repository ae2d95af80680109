/** Counts the time that a learner spends with the module: asks no clock but the one it is given, sets no timer. */

import type { PlayerData } from '../data';
import type { Env } from './types';

/** Milliseconds that still count once the page is hidden, and without a gesture. */
const HIDDEN = 60000;
const IDLE = 600000;

export class Activity {
  private last: number;
  private total = 0;
  /** What may still count until the page is seen again, and until the next gesture. */
  private unseen = Infinity;
  private idle = IDLE;

  constructor(
    private readonly env: Pick<Env, 'passed'>,
    private readonly counts: PlayerData['time'],
  ) {
    this.last = env.passed();
  }

  /** The learner is there. */
  moved(): void {
    this.spent();
    this.idle = IDLE;
  }

  /** The page is shown again, or hidden. */
  seen(visible: boolean): void {
    this.moved();
    this.unseen = visible ? Infinity : Math.min(this.unseen, HIDDEN);
  }

  /** Milliseconds so far. */
  spent(): number {
    const now = this.env.passed();
    const passed = now - this.last;
    this.last = now;
    this.total += this.counts === 'wall' ? passed : Math.min(passed, this.unseen, this.idle);
    this.unseen = Math.max(0, this.unseen - passed);
    this.idle = Math.max(0, this.idle - passed);
    return this.total;
  }
}
