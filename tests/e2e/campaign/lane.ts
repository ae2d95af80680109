/** A profile of a browser in which journeys follow one another, whatever the engine: all that they ask of it. */

import type { Way } from '../../../player/test/campaign/steps';
import type { Lrs } from '../tools/xapi-lrs';
import type { Op, Report } from './inside';

export interface Lane {
  /** Whether a crash is one: where it only closes the tab, its page still speaks. */
  readonly crashes: boolean;
  /** What pages threw, or called an error, in the journey that is under way. */
  errors: string[];
  /** What it was asked last, for whoever waits in vain. */
  doing?: string;
  /** A record store of its own, once a journey needs one. */
  lrs: Lrs | null;
  /** Opens an address in the tab, a new one if it was closed. */
  open(address: string): Promise<void>;
  /** In the module's own window. */
  run(ops: readonly Op[]): Promise<Report>;
  /** The module is then gone, or open again after a reload. */
  leave(way: Way, elsewhere: string): Promise<void>;
}

export interface Engine {
  newLane(): Promise<Lane>;
  stop(): Promise<void>;
}
