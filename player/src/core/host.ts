/** What a session asks of its surroundings and offers to them; types only. */

import type { Ending, Reason } from '../lms/lms';
import type { PlayerData } from '../data';
import type { Activity } from './activity';
import type { Event } from './events';
import type { State, Status } from './types';

export interface SaveStatus {
  readonly kind:
    /** Everything given so far is stored. */
    | 'saved'
    /** And the LMS refused something of it for good. */
    | 'partly'
    /** Something is about to be stored. */
    | 'saving'
    /** The LMS did not take it; it is tried again. */
    | 'unsaved'
    /** The connection with the LMS is lost. */
    | 'lost'
    /** Review, browse, or the work of another version: nothing is stored. */
    | 'readonly'
    /** No LMS: kept in this browser, or nowhere when `kept` is false. */
    | 'standalone'
    /** The session was closed. */
    | 'ended'
    /** Another tab works on the module; `tab` says how that came. */
    | 'elsewhere';
  /** Milliseconds of the clock at the last success; null: none yet. */
  readonly at: number | null;
  /** For « copier le diagnostic »: the last error, in the LMS's words. */
  readonly detail: string;
  readonly kept: boolean;
  /** Why it is lost, when that has words of its own. */
  readonly reason: Reason | null;
  /** Present: the learner asked to leave, in vain so far; kept: this browser surely has what is not stored. */
  readonly leaving?: 'kept' | 'only';
  /** Present: the LMS refused something for good, whatever happened since. */
  readonly partly?: true;
  /** Absent: no other tab is in question. */
  readonly tab?: TabPlace;
}

export type TabPlace =
  /** Just opened: another may answer. */
  | 'asking'
  /** This tab works. */
  | 'here'
  /** Another was there first. */
  | 'second'
  /** The learner went on in another. */
  | 'moved'
  /** The learner goes on here: the other one stores what it has. */
  | 'taking'
  /** It could not. */
  | 'refused';

/** What the LMS said at the start. */
export interface Launch {
  readonly kind: 'scorm12' | 'cmi5' | 'tincan' | 'standalone';
  /** Who keeps the work, when it has a name: the host of the record store. */
  readonly host?: string;
  /** Where to go when the learner quits; `url` is null when the window closes. Absent: the LMS has its own way out. */
  readonly exit?: { readonly url: string | null };
  readonly mode: 'normal' | 'review' | 'browse';
  /** A mode for looking in which the LMS wants answers to be shown. */
  readonly reveals?: boolean;
  /** The learner wants no sound. */
  readonly muted?: boolean;
  readonly credit: boolean;
  readonly learner: { readonly id: string; readonly name: string } | null;
  /** Pass mark imposed by the LMS, per cent. */
  readonly pass: number | null;
  /** Our own state as last stored; empty: none. */
  readonly state: string;
  readonly location: string;
  /** Name under which this browser alone keeps the work; absent: the LMS does. */
  readonly place?: string;
  readonly priorStatus: 'none' | 'browsed' | Status;
  /** Per cent that the LMS has of the learner already; absent: none, or it does not say. */
  readonly priorScore?: number;
  /** What was told once and for all; absent: the back end has no such memory. */
  readonly reported?: { readonly passed: boolean; readonly completed: boolean };
  /** The session was closed, and its page reloaded: results wait for the next launch. */
  readonly closed?: boolean;
  readonly caps: {
    readonly interactions: boolean;
    readonly objectives: boolean;
    /** Whether what is put survives the page (a standalone without storage does not). */
    readonly keeps: boolean;
    /** It may say « stored » of what never left, and of two tabs the last one wins. */
    readonly blind?: true;
    /** Of two tabs, one would undo what the other stored. */
    readonly single?: true;
  };
}

export type Timer = unknown;

/** Everything that is not a pure function of the data and the events. */
export interface Env {
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds since the page opened: nobody sets them back. */
  passed(): number;
  /** Minutes to add to UTC for the learner's clock. */
  offset(): number;
  setTimer(run: () => void, milliseconds: number): Timer;
  clearTimer(timer: Timer): void;
  /** Text at an address beside the page, never out of a cache; absent where nothing can be asked for. */
  readonly fetchText?: (url: string) => Promise<string>;
  /** What all tabs of this browser hear that name it so; null: blocked. Absent where there are no others. */
  readonly channel?: (name: string) => Channel | null;
  /** null: blocked. Its methods may throw. */
  readonly storage: Store | null;
  /** A fresh unsigned 32-bit number. */
  seed(): number;
}

/** Never gives back what was posted by itself. */
export interface Channel {
  post(message: unknown): void;
  listen(hear: (message: unknown) => void): void;
  close(): void;
}

export interface Store {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

export interface Session {
  state(): State;
  save(): SaveStatus;
  readonly launch: Launch;
  /** Told when the learner does something, and whether the page is seen. */
  readonly activity: Pick<Activity, 'moved' | 'seen'>;
  /** As this launch shows them. */
  readonly data: PlayerData;
  dispatch(event: Event): void;
  /** Called after each change of state or of save status; returns its own end. */
  subscribe(listener: () => void): () => void;
  /** The page is hidden: stores what is not stored yet. */
  hidden(): void;
  /** Takes up the work that an earlier launch could not store. */
  recover(): void;
  /** Gives up the work of a version that this one does not know: from now on everything is stored. */
  anew(): void;
  /** The network is back. */
  online(): void;
  /** The page goes away, or the learner quits: closes the session, once. */
  end(why: Ending): void;
  /** Goes on in this tab; resolves when the page is to be loaded again. Absent: no other tab can have it. */
  takeOver?(): Promise<void>;
  /** Closes, and resolves once everything is stored; until then it is tried again and the learner told. */
  quit(): Promise<void>;
}
