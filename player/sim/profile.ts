/** What makes one LMS differ from another: tables, and the few rules that no table can say. */

import type { Answer, ModelRules } from './model';
import type { Sent } from './server';
import type { Kind, Method, Settings, SimOptions, Value } from './types';

export type Phase = 'before' | 'running' | 'finished';

/**
 * Error codes of calls out of place: `argument` (not ""), a phase for every call but
 * LMSInitialize, or a phase and a method. What is not listed goes on.
 */
export type Calls = Readonly<Partial<Record<'argument' | Phase | `${Phase} ${Method}`, string>>>;

/** How one call was answered: `true`, or `false` with an error code. */
export interface Said {
  readonly value: 'true' | 'false';
  readonly error: string;
}

/** How the page talks with its server, and what it answers when that fails. */
export interface Transport {
  /** all: the whole model. touched: what was set. changed: what differs from what was sent. each: every value at once. */
  readonly sends: 'all' | 'touched' | 'changed' | 'each';
  /** The server answers that it did not store. */
  readonly refused: Said;
  /** No answer comes, and there is no beacon or it is too large. */
  readonly unreachable: Said;
  /** When a beacon goes out instead, which is always answered « true ». */
  readonly beacon: 'never' | 'leaving' | 'unreachable';
  /** Bytes that a beacon can carry. */
  readonly beaconLimit: number;
  /** Bytes around each name and value: those of a form's part, unless said otherwise. */
  readonly around?: number;
  /** Whether a request is made when there is nothing to send. */
  readonly empty: boolean;
  /** Whether LMSFinish closes the session even when it fails. */
  readonly closes: 'always' | 'stored';
}

/** One launch, as the LMS sees it when it opens. */
export interface Launch {
  readonly options: SimOptions;
  readonly settings: Settings;
  /** What the server had when the page was loaded. */
  readonly stored: ReadonlyMap<string, Value>;
}

/** The model while a session runs. */
export interface Running extends Launch {
  readonly values: Map<string, Value>;
  /** What is read in place of a value, for the whole session. */
  readonly facts: Map<string, Value>;
  /** The LMS itself sets a value, which is sent like those of the content. */
  set(name: string, value: Value): void;
}

/** A value that arrived at the server, and what is there already. */
export interface Arrived {
  readonly name: string;
  readonly value: Value;
  readonly stored: Map<string, Value>;
  readonly settings: Settings;
}

export interface Profile {
  readonly kind: Kind;
  readonly rules: (settings: Settings) => ModelRules;
  readonly calls: Calls;
  /** When the model is made anew: at any LMSInitialize, at each that opens, or once. */
  readonly loads: 'called' | 'opened' | 'once';
  /** A new model starts from what the page sent so far, or from what the server has. */
  readonly from: 'sent' | 'server';
  readonly transport: Transport;
  readonly errorText: (code: string) => string | undefined;
  /** Whether a stored value comes back at a launch. */
  restores?(name: string, settings: Settings): boolean;
  /** Sets what the LMS says of the learner and of the launch. */
  open(running: Running): void;
  /** Answers in place of the model. */
  get?(name: string, running: Running): Answer;
  /** A right value that is answered « true » and forgotten: why, or null. */
  swallows?(name: string, running: Running): string | null;
  /** After a value was set. */
  wasSet?(name: string, value: string, running: Running): void;
  /** Of a value before it is set, and of the values set since the last commit. */
  warn?(name: string, value: string, running: Running): string;
  warnBatch?(names: readonly string[], running: Running, call: 'commit' | 'finish'): string;
  /** What the LMS decides at LMSFinish, before it stores. */
  finish(running: Running): void;
  /** Commits by itself so many milliseconds after a value was set, when its setting says so. */
  readonly commitsAfter?: number;
  /** Whether an element that was set leaves the page. */
  leaves(name: string, running: Running): boolean;
  /** What the server makes of it: a reason when it drops it. */
  accept?(arrived: Arrived): string | null;
  /** Once all is there. */
  settle?(stored: Map<string, Value>, settings: Settings, call: Sent['call']): void;
  /** Points in the gradebook, of 100. */
  grade(stored: ReadonlyMap<string, Value>): number | null;
  /** Whether a launch begins a new attempt, with nothing in it. */
  renews?(stored: ReadonlyMap<string, Value>, settings: Settings): boolean;
}

export const YES: Said = { value: 'true', error: '0' };
export const NO: Said = { value: 'false', error: '101' };

export const GENERAL_TEXTS: Readonly<Record<string, string>> = {
  '0': 'No error',
  '101': 'General exception',
  '201': 'Invalid argument error',
  '202': 'Element cannot have children',
  '203': 'Element not an array - cannot have count',
  '301': 'Not initialized',
  '401': 'Not implemented error',
  '402': 'Invalid set value, element is a keyword',
  '403': 'Element is read only',
  '404': 'Element is write only',
  '405': 'Incorrect data type',
};

/** The raw score as it is stored. */
export function rawGrade(stored: ReadonlyMap<string, Value>): number | null {
  const raw = String(stored.get('cmi.core.score.raw') ?? '');
  return raw === '' ? null : Number(raw);
}

/** Whether the status ends an attempt. */
export function isOver(stored: ReadonlyMap<string, Value>): boolean {
  return ['passed', 'completed', 'failed'].includes(String(stored.get('cmi.core.lesson_status') ?? ''));
}

/** Compares the raw score with the mastery score of the LMS; null when one of them is missing. */
export function mastered({ values, options }: Running): 'passed' | 'failed' | null {
  const raw = String(values.get('cmi.core.score.raw') ?? '');
  if (options.mastery === null || raw === '') return null;
  return Number(raw) >= options.mastery ? 'passed' : 'failed';
}
