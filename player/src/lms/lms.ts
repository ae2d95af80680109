/** The contract between the player and what stores a learner's work; back ends hold no policy. */

import type { Launch } from '../core/types';

export type InteractionKind = 'choice' | 'true-false' | 'numeric' | 'fill-in' | 'matching' | 'sequencing';

/** One answer as it is reported, in no standard's words. */
export interface Interaction {
  /** Unique in the learner's whole record. */
  readonly id: string;
  /** Several records in a row, one a blank, may come from one question. */
  readonly question: string;
  readonly kind: InteractionKind;
  /** Choice, sequencing: letters. Matching: pairs `letter.number`. True-false: `t` or `f`. Others: one text. */
  readonly response: readonly string[];
  /** Alternatives, each in the same form as `response`. */
  readonly correct: readonly (readonly string[])[];
  /** 0 to 1. */
  readonly result: number;
  readonly weight: number;
  /** Milliseconds of the clock when it was given. */
  readonly at: number;
  /** Milliseconds it took. */
  readonly took: number;
  readonly objective: string | null;
}

export interface ObjectiveRecord {
  readonly id: string;
  /** null: not judged, only named. Score 0 to 1. */
  readonly judged: { readonly score: number; readonly passed: boolean } | null;
}

/** Something worth telling that is not an answer, in the order in which it happened. */
export type Happening = {
  /** Grows by one through a session. */
  readonly n: number;
  /** Milliseconds of the clock. */
  readonly at: number;
} & (
  /** A page was left, after so many milliseconds in front. */
  | { readonly kind: 'page'; readonly page: string; readonly took: number }
  /** Whole per cent of the pages that are done. */
  | { readonly kind: 'progress'; readonly percent: number }
  /** The module's grade changed or was earned again: 0 to 1 by its grading rule. */
  | { readonly kind: 'graded'; readonly score: number; readonly passed: boolean }
  /** What the module asks for is done; the grade is null without assessment or attempt. */
  | { readonly kind: 'completed'; readonly grade: Grade | null }
);

export interface Grade {
  /** 0 to 1. */
  readonly score: number;
  readonly passed: boolean;
}

/** What to store; an absent field leaves what is stored. */
export interface Batch {
  /** May come again until it is stored; a back end without a log passes over it. */
  readonly happenings?: readonly Happening[];
  readonly interactions?: readonly { readonly index: number; readonly record: Interaction }[];
  readonly objectives?: readonly { readonly index: number; readonly record: ObjectiveRecord }[];
  /** 0 to 1. */
  readonly score?: number;
  readonly completion?: 'incomplete' | 'completed';
  readonly success?: 'unknown' | 'passed' | 'failed';
  readonly location?: string;
  readonly state?: string;
  /** The same state once more in other words, for an LMS that may have lost the first on its way. */
  readonly spare?: () => string;
  /** Since the launch. */
  readonly seconds?: number;
}

export type Why = 'change' | 'hidden' | 'submit' | 'heartbeat';

/** unsure: said yes, or nobody can say any more. conflict: another tab stored its own state, see `onOther`. */
export type Outcome = 'ok' | 'failed' | 'unsure' | 'conflict';

/** reload: the page comes back at once, and the session with it. */
export type Ending = 'pagehide' | 'reload' | 'button';

export interface Trouble {
  /** The call, as `SetValue(cmi.core.score.raw)`. */
  readonly call: string;
  /** The standard's error code, or `throw`. */
  readonly code: string;
  readonly text: string;
  /** lost: no call gets through any more. denied: and asking again is useless. known: nothing is missing, or not any more; only the diagnostic keeps it. */
  readonly kind: 'refused' | 'failed' | 'lost' | 'denied' | 'known';
  /** Milliseconds that the other side asks to wait for. */
  readonly retryAfter?: number;
  /** What else is known, and has words of its own. */
  readonly reason?: Reason;
}

export type Reason =
  /** The other side is there but refuses pages of this origin. */
  | 'origin'
  /** It refuses the learner's right to write. */
  | 'denied'
  /** The launch can be used once, and was. */
  | 'spent'
  /** The launch says too little, or what it names is not there. */
  | 'launch';

export interface Lms {
  /** Discovers and opens; never throws: without an LMS the launch's kind is `standalone`. */
  start(): Promise<Launch>;
  /** Told, once it is open, how to ask for the milliseconds that the learner has spent since. */
  timed?(spent: () => number): void;
  /** Number of interactions already recorded, when the LMS can say. */
  recorded(): number | null;
  /** Takes values in; nothing is stored before `flush` or `end`. */
  put(batch: Batch): void;
  /** The work as it is now, before it is put: for a back end that keeps a copy of its own. */
  note?(state: () => string, told: Batch): void;
  /** Stores; everything a standard does synchronously has happened when it returns. */
  flush(why: Why): Promise<Outcome>;
  /** Closes, once; synchronous. */
  end(why: Ending): Outcome;
  /** Closes and waits for the answer; may be asked again after a failure. */
  quit(): Promise<Outcome>;
  /** Told each time a call is refused or fails. */
  onTrouble(listener: (trouble: Trouble) => void): void;
  /** What was said to be stored since the last `prove` may not be: it is to be sent once more. */
  doubt?(): void;
  /** What was said to be stored so far is. */
  prove?(): void;
  /** Told the state that another tab stored, before `flush` says `conflict`. */
  onOther?(listener: (state: string) => void): void;
}
