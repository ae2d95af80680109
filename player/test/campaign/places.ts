/** Where a journey takes place: what opens a page there, what goes wrong, and what is truly stored. */

import type { Lms } from '../../src/lms/lms';
import type { Fault } from './steps';
import type { Page } from './page';

/** What a place has of a learner, whatever it answered. */
export interface Held {
  readonly state: string;
  /** Empty: none; `done` where a place knows no other word. */
  readonly status: string;
  /** Per cent; null: none. */
  readonly score: number | null;
  /** « id type response result », in their order; of a record store « question response ». */
  readonly records: readonly string[];
}

export interface Place {
  /** A page is opened: the first, or the next one; a reload keeps what its tab remembers. */
  open(page: Page, reload: boolean): Lms;
  /** The browser refuses synchronous requests from now on. */
  refuses(how: 'frame' | 'page'): void;
  /** The page is gone. */
  close(): void;
  fault(fault: Fault): void;
  /** What the server that holds the package answers to `ping.txt`. */
  ping(): Promise<string>;
  /** Everything works again, as far as it can without a new launch. */
  heal(): void;
  /** Whether nothing but a new launch helps. */
  isOver(): boolean;
  /** null: it stores nothing for anybody. */
  held(): Held | null;
  /** Which attempt of the learner, as the place counts. */
  attempt(): number;
  /** What it refused and should not have been asked. */
  refusals(): readonly string[];
}
