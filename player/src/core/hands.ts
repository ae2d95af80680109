/** Hands the work of this tab over to another: everything is stored first, or surely kept. */

import type { Journal } from './journal';
import type { Outgoing } from './outgoing';
import type { Saver } from './saver';

export class Hands {
  constructor(
    private readonly saver: Saver,
    private readonly journal: Journal,
    private readonly outgoing: Outgoing,
  ) {}

  /** Nothing is stored from here any more. */
  mute(): void {
    this.saver.closing.mute();
  }

  /** One try; `late` without it. The state as text, null: it is nowhere but here, so the session goes on. */
  async give(late: boolean): Promise<string | null> {
    const stored = late ? !this.saver.isDirty() : await this.saver.closing.give();
    // What the journal has is offered at the next launch.
    const given = stored || this.journal.holds();
    if (given) this.mute();
    else if (!late) this.saver.goOn();
    return given ? this.outgoing.handOver() : null;
  }
}
