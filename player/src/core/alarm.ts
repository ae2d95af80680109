/** One timer at a time: setting it again replaces it. */

import type { Env, Timer } from './types';

export class Alarm {
  private timer: Timer = null;

  constructor(private readonly env: Env) {}

  isSet(): boolean {
    return this.timer !== null;
  }

  set(milliseconds: number, run: () => void): void {
    this.stop();
    this.timer = this.env.setTimer(() => {
      this.timer = null;
      run();
    }, Math.max(0, milliseconds));
  }

  stop(): void {
    if (this.timer !== null) this.env.clearTimer(this.timer);
    this.timer = null;
  }
}
