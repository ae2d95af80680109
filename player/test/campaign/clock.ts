/** Time of a whole journey: timers belong to pages, and die with them. */

import { START } from '../world';

interface Timer {
  readonly at: number;
  readonly run: () => void;
  readonly owner: object;
}

export class Clock {
  /** Milliseconds that have passed, whatever the computer's clock says. */
  passed = 0;
  private skew = 0;
  private next = 1;
  private readonly timers = new Map<number, Timer>();
  /** What timers threw. */
  readonly thrown: unknown[] = [];

  now(): number {
    return START + this.skew + this.passed;
  }

  setTimer(run: () => void, milliseconds: number, owner: object = this): number {
    this.timers.set(this.next, { at: this.passed + Math.max(0, milliseconds), run, owner });
    return this.next++;
  }

  clearTimer(timer: unknown): void {
    this.timers.delete(Number(timer));
  }

  /** The owner is gone. */
  drop(owner: object): void {
    for (const [id, timer] of this.timers) if (timer.owner === owner) this.timers.delete(id);
  }

  /** Somebody sets the computer's clock. */
  jump(milliseconds: number): void {
    this.skew += milliseconds;
  }

  /** A synchronous request: nothing else runs. */
  block(milliseconds: number): void {
    this.passed += milliseconds;
  }

  /** Timers run in their order; promises settle after each. */
  async pass(milliseconds: number): Promise<void> {
    const until = this.passed + milliseconds;
    await settle();
    for (let due = this.due(until); due !== null; due = this.due(until)) {
      this.timers.delete(due[0]);
      this.passed = Math.max(this.passed, due[1].at);
      try {
        due[1].run();
      } catch (error) {
        this.thrown.push(error);
      }
      await settle();
    }
    this.passed = Math.max(this.passed, until);
  }

  private due(until: number): [number, Timer] | null {
    let first: [number, Timer] | null = null;
    for (const entry of this.timers) if (entry[1].at <= until && (first === null || entry[1].at < first[1].at)) first = entry;
    return first;
  }
}

/** Everything that promises lead to. */
export function settle(): Promise<void> {
  return new Promise((resolve) => { setImmediate(resolve); });
}
