/** Words of the simulated LMSs; types only. */

export type Kind = 'strict' | 'moodle' | 'ilias' | 'openedx' | 'chamilo' | 'none';

export type Method =
  | 'LMSInitialize'
  | 'LMSFinish'
  | 'LMSGetValue'
  | 'LMSSetValue'
  | 'LMSCommit'
  | 'LMSGetLastError'
  | 'LMSGetErrorString'
  | 'LMSGetDiagnostic';

/** Some LMSs answer numbers where the standard says text. */
export type Value = string | number;

/** The object that content finds; every LMS has its own answers. */
export interface SimApi {
  LMSInitialize(...args: unknown[]): string;
  LMSFinish(...args: unknown[]): string;
  LMSGetValue(...args: unknown[]): Value;
  LMSSetValue(...args: unknown[]): string;
  LMSCommit(...args: unknown[]): string;
  LMSGetLastError(...args: unknown[]): string;
  LMSGetErrorString(...args: unknown[]): string | undefined;
  LMSGetDiagnostic(...args: unknown[]): string;
}

/**
 * warning: accepted, but some LMS would refuse it or lose something.
 * lost: answered as if it were stored, and it is not.
 */
export type Verdict = 'ok' | 'warning' | 'refused' | 'lost';

/** One call of the content, with what was answered and judged. */
export interface Call {
  /** From 1. */
  readonly n: number;
  readonly method: Method;
  readonly args: readonly string[];
  readonly value: Value;
  readonly error: string;
  readonly verdict: Verdict;
  /** Reason of a verdict that is not ok; empty otherwise. */
  readonly why: string;
}

/** What is kept between launches. */
export interface Store {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/** Time as the LMS's page knows it; a test moves it by hand. */
export interface Clock {
  now(): number;
  setTimer(run: () => void, milliseconds: number): unknown;
  clearTimer(timer: unknown): void;
  /** Lets time pass while nothing else runs, as during a synchronous request. */
  block?(milliseconds: number): void;
}

/** What the people who run the LMS have chosen; each profile reads those that it has. */
export interface Settings {
  /** moodle: « standards mode », with the limits of the standard. */
  readonly scormStandard: boolean;
  /** moodle: the mastery score decides the status at LMSFinish. */
  readonly masteryOverride: boolean;
  /** moodle: incomplete with a score becomes completed on the server. */
  readonly forceCompleted: boolean;
  /** moodle: commits by itself 60 seconds after a value was set. */
  readonly autoCommit: boolean;
  /** moodle: a new attempt when the learner asks, when the last one is over, or at every launch. */
  readonly newAttempt: 'asked' | 'over' | 'always';
  /** ilias: refuses values of a wrong form. */
  readonly checksValues: boolean;
  /** ilias: finished work opens in review. */
  readonly autoReview: boolean;
  /** ilias: records of interactions come back at the next launch. */
  readonly readsInteractions: boolean;
}

export interface SimOptions {
  readonly mode: 'normal' | 'review' | 'browse';
  readonly credit: boolean;
  /** Pass mark of the LMS, which then judges the score itself; null: none. */
  readonly mastery: number | null;
  /** Family name, comma, given name. */
  readonly learner: { readonly id: string; readonly name: string };
  readonly launchData: string;
  /** Optional groups that this LMS does not have, as `interactions`. */
  readonly without: readonly string[];
  readonly store: Store | null;
  /** Learner and module in the store. */
  readonly key: string;
  /** Where they differ from those of that LMS out of the box. */
  readonly settings: Partial<Settings>;
}

export const DEFAULTS: SimOptions = {
  mode: 'normal',
  credit: true,
  mastery: null,
  learner: { id: 'apprenant-1', name: 'Tremblay, Camille' },
  launchData: '',
  without: [],
  store: null,
  key: 'filiere-strict',
  settings: {},
};

export const SETTINGS: Settings = {
  scormStandard: false,
  masteryOverride: true,
  forceCompleted: false,
  autoCommit: false,
  newAttempt: 'asked',
  checksValues: true,
  autoReview: true,
  readsInteractions: true,
};
