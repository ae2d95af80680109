/** The contract between the player and what stores a learner's work; back ends hold no policy. */

import type { Launch } from '../core/types';

export type InteractionKind = 'choice' | 'true-false' | 'numeric' | 'fill-in' | 'matching' | 'sequencing';

/** One answer as it is reported, in no standard's words. */
export interface Interaction {
  /** Unique in the learner's whole record. */
  readonly id: string;
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

/** What to store; an absent field leaves what is stored. */
export interface Batch {
  readonly interactions?: readonly { readonly index: number; readonly record: Interaction }[];
  readonly objectives?: readonly { readonly index: number; readonly record: ObjectiveRecord }[];
  /** 0 to 1. */
  readonly score?: number;
  readonly completion?: 'incomplete' | 'completed';
  readonly success?: 'unknown' | 'passed' | 'failed';
  readonly location?: string;
  readonly state?: string;
  /** Since the launch. */
  readonly seconds?: number;
}

export type Why = 'change' | 'hidden' | 'submit' | 'heartbeat';

/** unsure: the LMS said yes but a probe did not get through. */
export type Outcome = 'ok' | 'failed' | 'unsure';

export interface Trouble {
  /** The call, as `SetValue(cmi.core.score.raw)`. */
  readonly call: string;
  /** The standard's error code, or `throw`. */
  readonly code: string;
  readonly text: string;
  /** lost: no call gets through any more. */
  readonly kind: 'refused' | 'failed' | 'lost';
}

export interface Lms {
  /** Discovers and opens; never throws: without an LMS the launch's kind is `standalone`. */
  start(): Promise<Launch>;
  /** Number of interactions already recorded, when the LMS can say. */
  recorded(): number | null;
  /** Takes values in; nothing is stored before `flush` or `end`. */
  put(batch: Batch): void;
  /** Stores; everything a standard does synchronously has happened when it returns. */
  flush(why: Why): Promise<Outcome>;
  /** Closes, once; synchronous. */
  end(why: 'pagehide' | 'button'): Outcome;
  /** Told each time a call is refused or fails. */
  onTrouble(listener: (trouble: Trouble) => void): void;
}
