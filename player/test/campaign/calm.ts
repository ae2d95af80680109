/** Whether everything works, as far as a journey goes: a page that is left or hidden must then have stored all of its work. */

import { outlives } from './known';
import type { Fault, Setup, Way } from './steps';

export class Calm {
  /** Something has failed since the launch. */
  private troubled = false;
  /** What lasts longer than a launch. */
  private slow = false;
  private failing = false;

  constructor(private readonly setup: Setup) {}

  launch(): void {
    this.troubled = false;
  }

  meet(fault: Fault): void {
    if (fault.fault === 'slow') this.slow = fault.ms > 0;
    else if (fault.fault === 'fail') this.failing = true;
    else if (fault.fault !== 'jump') this.troubled = true;
  }

  /** A page that is hidden goes on living: it stores now what it would have stored soon. */
  isHere(): boolean {
    return !this.troubled && !this.slow && !this.failing;
  }

  /** Nothing of a page that goes away so may be missing. */
  stores(way: Way): boolean {
    return this.isHere() && way !== 'crash' && this.setup.place !== 'none' && (way === 'quit' || outlives(this.setup));
  }
}
