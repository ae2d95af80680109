/** Looks after what waits to be stored once a minute: a page that sleeps may lose the timer that was to store it. */

import { Alarm } from './alarm';
import type { Env } from './types';

const EVERY = 60000;

export class Pulse {
  private readonly alarm: Alarm;

  constructor(
    env: Env,
    /** Whether it is to go on. */
    private readonly look: () => boolean,
  ) {
    this.alarm = new Alarm(env);
  }

  start(): void {
    if (!this.alarm.isSet()) this.beat();
  }

  stop(): void {
    this.alarm.stop();
  }

  private beat(): void {
    this.alarm.set(EVERY, () => { if (this.look()) this.beat(); });
  }
}
