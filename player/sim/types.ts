/** Words of the simulated LMSs; types only. */

export type Method =
  | 'LMSInitialize'
  | 'LMSFinish'
  | 'LMSGetValue'
  | 'LMSSetValue'
  | 'LMSCommit'
  | 'LMSGetLastError'
  | 'LMSGetErrorString'
  | 'LMSGetDiagnostic';

export type SimApi = Record<Method, (...args: unknown[]) => string>;

/** One call of the content, with what was answered and judged. */
export interface Call {
  /** From 1. */
  readonly n: number;
  readonly method: Method;
  readonly args: readonly string[];
  readonly value: string;
  readonly error: string;
  /** warning: accepted, but some LMS would refuse it or lose something. */
  readonly verdict: 'ok' | 'warning' | 'refused';
  /** Reason of a verdict that is not ok; empty otherwise. */
  readonly why: string;
}

/** What is kept between launches. */
export interface Store {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

export interface SimOptions {
  readonly mode: 'normal' | 'review' | 'browse';
  readonly credit: boolean;
  /** Pass mark of the LMS, which then judges the score itself; null: none. */
  readonly mastery: number | null;
  readonly learner: { readonly id: string; readonly name: string };
  readonly launchData: string;
  /** Optional groups that this LMS does not have, as `interactions`. */
  readonly without: readonly string[];
  readonly store: Store | null;
  /** Learner and module in the store. */
  readonly key: string;
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
};
