/** What a session asks of its surroundings and offers to them; types only. */

import type { Event } from './events';
import type { State, Status } from './types';

export interface SaveStatus {
  readonly kind:
    /** Everything given so far is stored. */
    | 'saved'
    /** Something is about to be stored. */
    | 'saving'
    /** The LMS did not take it; it is tried again. */
    | 'unsaved'
    /** The connection with the LMS is lost. */
    | 'lost'
    /** Review or browse: nothing is stored. */
    | 'readonly'
    /** No LMS: kept in this browser, or nowhere when `kept` is false. */
    | 'standalone'
    /** The session was closed. */
    | 'ended';
  /** Milliseconds of the clock at the last success; null: none yet. */
  readonly at: number | null;
  /** For « copier le diagnostic »: the last error, in the LMS's words. */
  readonly detail: string;
  readonly kept: boolean;
}

/** What the LMS said at the start. */
export interface Launch {
  readonly kind: 'scorm12' | 'standalone';
  readonly mode: 'normal' | 'review' | 'browse';
  readonly credit: boolean;
  readonly learner: { readonly id: string; readonly name: string } | null;
  /** Pass mark imposed by the LMS, per cent. */
  readonly pass: number | null;
  /** Our own state as last stored; empty: none. */
  readonly state: string;
  readonly location: string;
  readonly priorStatus: 'none' | 'browsed' | Status;
  readonly caps: {
    readonly interactions: boolean;
    readonly objectives: boolean;
    /** Whether what is put survives the page (a standalone without storage does not). */
    readonly keeps: boolean;
  };
}

export type Timer = unknown;

/** Everything that is not a pure function of the data and the events. */
export interface Env {
  /** Milliseconds since 1970. */
  now(): number;
  /** Minutes to add to UTC for the learner's clock. */
  offset(): number;
  setTimer(run: () => void, milliseconds: number): Timer;
  clearTimer(timer: Timer): void;
  /** null: blocked. Its methods may throw. */
  readonly storage: Store | null;
  /** A fresh unsigned 32-bit number. */
  seed(): number;
}

export interface Store {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

export interface Session {
  state(): State;
  save(): SaveStatus;
  readonly launch: Launch;
  dispatch(event: Event): void;
  /** Called after each change of state or of save status; returns its own end. */
  subscribe(listener: () => void): () => void;
  /** The page is hidden: stores what is not stored yet. */
  hidden(): void;
  /** The page goes away, or the learner quits: closes the session, once. */
  end(why: 'pagehide' | 'button'): void;
}
