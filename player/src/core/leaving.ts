/** Closes a session at the learner's wish: waits until everything is stored, trying again as saving does. */

import type { Outcome } from '../lms/lms';
import type { Env, Timer } from './types';

const RETRY = 2000;
const MOST_RETRY = 60000;

/** Milliseconds after so many failures: 2 s, doubled up to a minute. */
export function pause(failures: number): number {
  return Math.min(RETRY * 2 ** (failures - 1), MOST_RETRY);
}

export class Leaving {
  private state: 'not' | 'busy' | 'waiting' | 'done' = 'not';
  private failures = 0;
  private timer: Timer = null;
  private resolve: () => void = () => undefined;

  constructor(
    /** Hands over what is to be stored, and closes. */
    private readonly close: () => Promise<Outcome>,
    private readonly env: Env,
    private readonly settled: (outcome: Outcome) => void,
  ) {}

  /** Whether the learner wants to leave and something is not stored yet. */
  isOpen(): boolean {
    return this.state === 'busy' || this.state === 'waiting';
  }

  /** Whether it was tried in vain. */
  isLate(): boolean {
    return this.isOpen() && this.failures > 0;
  }

  begin(): Promise<void> {
    const left = new Promise<void>((resolve) => { this.resolve = resolve; });
    if (this.state === 'not') this.attempt();
    return left;
  }

  /** Does not wait for the next try. */
  again(): void {
    if (this.state === 'waiting') this.attempt();
  }

  private attempt(): void {
    this.env.clearTimer(this.timer);
    this.state = 'busy';
    void this.close().then((outcome) => {
      this.failures += 1;
      this.state = outcome === 'ok' ? 'done' : 'waiting';
      if (outcome === 'ok') this.resolve();
      else this.timer = this.env.setTimer(() => { this.again(); }, pause(this.failures));
      this.settled(outcome);
    });
  }
}
