/** Tells what happens in a session to the log of what is to be reported; stores nothing. */

import type { Lms } from '../lms/lms';
import type { Activity } from './activity';
import { happeningsOf, pageLeft } from './happenings';
import type { Log } from './log';
import type { Memory } from './memory';
import type { Module } from './module';
import { nextRecord, recordsOf } from './reports';
import type { Reports } from './reports';
import { Times } from './times';
import type { Env, Event, Launch } from './types';

export class Story {
  private counted = false;
  /** Time spent until the question, and the page, in front came there. */
  private shown = 0;
  private turned = 0;
  private readonly times: Times;

  constructor(
    private readonly module: Module,
    private readonly launch: Launch,
    private readonly lms: Lms,
    private readonly env: Env,
    private readonly log: Log,
    private readonly activity: Activity,
  ) {
    this.times = new Times(module);
  }

  /** Gives the memory back, with the records counted. */
  record(before: Memory, after: Memory, event: Event): Memory {
    const [at, spent] = [this.env.now(), this.activity.spent()];
    this.times.pass(before, spent);
    const took = (graded?: string): number => (graded === undefined ? spent - this.shown : this.times.of(graded));
    const made = recordsOf(this.module, before, after, event, { at, took });
    if (event.type === 'go' || event.type === 'question' || event.type === 'start') this.shown = spent;
    if (this.launch.caps.objectives) this.log.judge(made.objectives);
    this.log.tell(happeningsOf(this.module, before, after, { at, took: spent - this.turned }));
    if (before.here !== after.here) this.turned = spent;
    if (!this.launch.caps.interactions || !this.launch.credit || made.interactions.length === 0) return after;
    const first = this.next(after.recorded);
    return { ...after, recorded: first + this.log.answers(first, made.interactions) };
  }

  /**
   * Gives the memory back, with the records of an earlier launch counted: the state that this one
   * began with had so many; null: of another computer, whose records they are not.
   */
  takeUp(memory: Memory, reports: Reports, had: number | null): Memory {
    if (!this.launch.caps.interactions || !this.launch.credit) return memory;
    const fresh = !this.counted;
    const first = this.next(memory.recorded);
    return { ...memory, recorded: first + this.log.takeUp(reports, had === null ? 0 : fresh ? first : had, first) };
  }

  /** The LMS is asked once how many it has. */
  private next(own: number): number {
    const held = this.counted ? null : this.lms.recorded();
    this.counted = true;
    return nextRecord(own, held);
  }

  /** The page in front is left with the session. */
  leavePage(memory: Memory): void {
    const spent = this.activity.spent();
    this.log.tell(pageLeft(this.module, memory, { at: this.env.now(), took: spent - this.turned }));
    this.turned = spent;
  }
}
