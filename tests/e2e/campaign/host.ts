/** What stands behind a journey's module: an LMS in the page around it, or a record store. */

import type { Call, Kind } from '../../../player/sim/types';
import type { Held } from '../../../player/test/campaign/places';
import { heldIn, wrongCalls } from '../../../player/test/campaign/scorm';
import type { Fault, Setup } from '../../../player/test/campaign/steps';
import type { Op, Report } from './inside';

export interface Host {
  /** Below the journey's own address: what a tab opens. */
  path(): Promise<string>;
  /** What its own window is told of a fault. */
  fault(fault: Fault): Promise<readonly Op[]>;
  /** What is stored, seen from a page that is open. */
  held(report: Report): Promise<Held | null>;
  /** What left with a page has arrived: `sent` tells how many requests, once it is gone. */
  settled(sent: () => Promise<number>): Promise<void>;
  /** Whether a page must not begin before what left with the last one has arrived. */
  readonly waits: boolean;
  /** What it refused and should not have been asked. */
  refusals(): readonly string[];
}

/** A simulated LMS: its server is this browser's storage. */
export class ScormHost implements Host {
  readonly waits = false;
  private calls: readonly Call[] = [];

  constructor(private readonly setup: Setup) {}

  path(): Promise<string> {
    const { around } = this.setup;
    return Promise.resolve(around === 'nowhere' ? 'package/index.html' : around === 'opener' ? 'lms?opens' : 'lms');
  }

  fault(fault: Fault): Promise<readonly Op[]> {
    return Promise.resolve([{ do: 'turn', fault }]);
  }

  held({ lms }: Report): Promise<Held | null> {
    this.calls = lms?.calls ?? this.calls;
    return Promise.resolve(lms === null || this.setup.place === 'none' ? null : heldIn(lms.values));
  }

  settled(): Promise<void> {
    return Promise.resolve();
  }

  refusals(): readonly string[] {
    return wrongCalls(this.setup.place as Kind, this.calls);
  }
}
