/** Where a journey is played: what its learner can do and see, and what is truly stored. */

import type { Fault, Step, Way } from './steps';
import type { Work } from './model';
import type { Held } from './places';

/** The learner's work as it is shown. */
export interface Shown {
  readonly text: string;
  /** Page in front. */
  readonly here: number;
  /** Whether it is this work, as far as it can be seen. */
  isOf(work: Work): boolean;
}

export interface View {
  readonly shown: Shown;
  /** What is said of saving: a kind of `SaveStatus`. */
  readonly save: string;
  /** Not a launch for looking. */
  readonly writes: boolean;
  readonly credit: boolean;
  /** Offers work that an earlier launch could not store. */
  readonly offers: boolean;
  /** Says that this launch can't be used: only another one can. */
  readonly spent: boolean;
  /** The module's own server has answered this page: only then its silence means something. */
  readonly met: boolean;
  /** null: nothing is stored for anybody. */
  readonly held: Held | null;
}

/** An attempt that was begun: chance decides what it asks. */
export interface Drawn {
  readonly seed: number;
  readonly ids: readonly string[];
}

export interface Stage {
  /** Opens the module; a reload keeps what its tab remembers. */
  open(reload: boolean): Promise<void>;
  look(): Promise<View>;
  /** What it takes to do a step here; nothing when nobody can. */
  stepsFor(step: Step, work: Work): readonly Step[];
  /** Does one step of the learner's; tells what an attempt that begins asks. */
  act(step: Step, work: Work): Promise<Drawn | null>;
  /** Accepts the work that is offered. */
  takeUp(): Promise<void>;
  /** The page is hidden and shown again. */
  hide(): Promise<void>;
  /** The page goes away, and is gone; what is stored then, where that can be seen. */
  leave(way: Way): Promise<Held | null>;
  fault(fault: Fault): Promise<void>;
  /** Everything works again, as far as it can without a new launch. */
  heal(): Promise<void>;
  /** Lets time pass. */
  pass(milliseconds: number): Promise<void>;
  /** Milliseconds that have passed. */
  now(): number;
  /** Whether nothing but a new launch helps. */
  isOver(): boolean;
  /** Which attempt of the learner, as the place counts. */
  attempt(): number;
  /** The stored state in the words of `expectedOf`. */
  read(state: string, drawn: ReadonlyMap<number, readonly string[]>): string;
  /** What the place refused and should not have been asked, since the start. */
  refusals(): readonly string[];
  /** What the page threw, or called an error. */
  thrown(): readonly string[];
  /** Nobody needs it any more. */
  close(): Promise<void>;
}
