/** Counts how long each question of an attempt was in front, in this launch; measures nothing itself. */

import type { Memory } from './memory';
import { attemptSlots } from './module';
import type { Module } from './module';

export class Times {
  private readonly times = new Map<string, number>();
  private seed: number | null = null;
  private since = 0;

  constructor(private readonly module: Module) {}

  /** Until `spent`, the state was `memory`. */
  pass(memory: Memory, spent: number): void {
    const { attempt } = memory;
    // Another attempt may ask the same questions.
    if (attempt !== null && attempt.seed !== this.seed) this.times.clear();
    this.seed = attempt?.seed ?? null;
    const question = this.inFront(memory);
    if (question !== undefined) this.times.set(question, this.of(question) + spent - this.since);
    this.since = spent;
  }

  /** Milliseconds; 0: it was answered in an earlier launch. */
  of(question: string): number {
    return this.times.get(question) ?? 0;
  }

  private inFront({ here, attempt }: Memory): string | undefined {
    const answers = attempt?.phase === 'running' && here === this.module.data.pages.length;
    return answers ? attemptSlots(this.module, attempt)[attempt.at]?.question.id : undefined;
  }
}
