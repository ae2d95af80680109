/** Runs in every page of a journey before its own scripts: time, chance, and what the learner does there. */

import type { Call } from '../../../player/sim/types';
import type { Fault } from '../../../player/test/campaign/steps';
import { look, perform } from './hand';
import type { Deed, Seen } from './hand';
import { installClock } from './inside-clock';
import type { Beginning, PageClock } from './inside-clock';
import { farewell, installFetch } from './inside-fetch';
import type { Trouble } from './inside-fetch';
import { CALLS } from './lms-page';

export type Op =
  | Deed
  | { readonly do: 'pass'; readonly ms: number }
  /** The page is hidden and shown again. */
  | { readonly do: 'hide' }
  | { readonly do: 'online' }
  | { readonly do: 'turn'; readonly fault: Fault };

/** What a page can tell after some doing. */
export interface Report {
  readonly passed: number;
  /** Questions of the attempt that was begun. */
  readonly ids: readonly string[];
  readonly seeds: readonly number[];
  /** Requests that left for a record store. */
  readonly sent: number;
  /** What pages threw, since the learner was first here. */
  readonly errors: readonly string[];
  readonly seen: Seen | null;
  /** null: no LMS is in reach. */
  readonly lms: { readonly values: Readonly<Record<string, string>>; readonly attempt: number; readonly calls: readonly Call[] } | null;
}

/** Of a record store, which is the only server that the page asks itself. */
const trouble: Trouble = { sent: 0, failing: 0, offline: false, expired: false, end: 'stays' };
/** Where errors are kept. */
const ERRORS = 'campaign-errors';
/** Offline for good. */
let lost = false;

/** Shown by the server that gave the page. */
function begun(): Beginning {
  // A frame of another origin's page is told by its name.
  const found = window.name.startsWith('%7B') ? window.name : /(?:^|; )campaign=([^;]*)/u.exec(document.cookie)?.[1];
  if (found === undefined) return { start: 0, passed: 0, skew: 0, slow: 0, seeds: 0, blocked: false, fresh: false };
  return JSON.parse(decodeURIComponent(found)) as Beginning;
}

/** Attempts draw their questions by these. */
function installSeeds({ seeds }: Beginning, given: number[]): void {
  const real = crypto.getRandomValues.bind(crypto);
  crypto.getRandomValues = <T extends ArrayBufferView | null>(array: T): T => {
    if (!(array instanceof Uint32Array) || array.length !== 1) return real(array as never) as T;
    array[0] = 1000 + 7919 * (seeds + given.length);
    given.push(array[0]);
    return array;
  };
}

/** Nothing in a sandbox. */
function storage(): Storage[] {
  try {
    return [window.localStorage, window.sessionStorage];
  } catch {
    return [];
  }
}

const thrown: string[] = [];

function errorsIn(kept: Storage | null): string[] {
  return kept === null ? thrown : JSON.parse(kept.getItem(ERRORS) ?? '[]') as string[];
}

/** Errors outlive their page, and drivers without a console read them too. */
function listen(kept: Storage | null): void {
  const note = (what: unknown): void => {
    thrown.push(what instanceof Error ? `${what.message} ${what.stack ?? ''}` : String(what));
    kept?.setItem(ERRORS, JSON.stringify([...errorsIn(kept), ...thrown.slice(-1)]));
  };
  window.addEventListener('error', (event) => { if (event.target === window) note(event.error ?? event.message); });
  window.addEventListener('unhandledrejection', ({ reason }) => { note(reason); });
}

function block(): void {
  const refuse = { get(): never { throw new DOMException('this browser keeps nothing', 'SecurityError'); } };
  Object.defineProperties(window, { localStorage: refuse, sessionStorage: refuse });
}

/** The window of the LMS. */
function desk(): Window | null {
  for (const other of [window.parent, window.opener as Window | null]) {
    try {
      if (other?.filiereLms !== undefined) return other;
    } catch {
      // Of another origin.
    }
  }
  return null;
}

function turn(fault: Fault, clock: PageClock): void {
  if (fault.fault === 'fail') trouble.failing = fault.times;
  if (fault.fault === 'offline' || fault.fault === 'online') trouble.offline = fault.fault === 'offline';
  if (fault.fault === 'lose') lost = true;
  if (fault.fault === 'expire') trouble.expired = true;
  trouble.offline ||= lost;
  if (fault.fault === 'slow') clock.slow = fault.ms;
  if (fault.fault === 'jump') clock.skew += fault.ms;
  const lms = desk()?.filiereLms;
  if (lms === undefined) return;
  if (fault.fault === 'fail') lms.switches.failCommits(fault.times);
  if (fault.fault === 'offline' || fault.fault === 'online') lms.switches.offline = fault.fault === 'offline';
  if (fault.fault === 'expire') lms.switches.expired = true;
  if (fault.fault === 'lose') lms.lost = true;
  if (fault.fault === 'slow') lms.switches.slow = fault.ms;
}

function hide(): void {
  for (const state of ['hidden', 'visible']) {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
    document.dispatchEvent(new Event('visibilitychange'));
  }
}

async function run(ops: readonly Op[], clock: PageClock, seeds: readonly number[]): Promise<Omit<Report, 'errors'>> {
  const ids: string[] = [];
  for (const op of ops) {
    if (op.do === 'pass') await clock.pass(op.ms);
    else if (op.do === 'hide') hide();
    else if (op.do === 'online') window.dispatchEvent(new Event('online'));
    else if (op.do === 'turn') turn(op.fault, clock);
    else ids.push(...await perform(op));
  }
  const there = desk();
  const lms = there?.filiereLms;
  const calls = (): Call[] => JSON.parse(there?.localStorage.getItem(CALLS) ?? '[]') as Call[];
  return { passed: clock.passed, ids, seeds, sent: trouble.sent, seen: look(), lms: lms === undefined ? null : { values: lms.stored(), attempt: lms.server.attempt(), calls: calls() } };
}

if (location.protocol.startsWith('http')) {
  const beginning = begun();
  const seeds: number[] = [];
  const kept = storage();
  if (beginning.fresh) kept.forEach((store) => { store.clear(); });
  listen(kept[0] ?? null);
  const clock = installClock(beginning);
  if (location.pathname.includes('/package/')) {
    installSeeds(beginning, seeds);
    installFetch(clock, trouble);
    if (beginning.blocked) block();
  }
  const listenLast = farewell(trouble);
  const campaign = async (ops: string): Promise<string> => {
    listenLast();
    window.campaignSaid = '';
    window.campaignSaid = JSON.stringify({ ...await run(JSON.parse(ops) as Op[], clock, seeds), errors: errorsIn(kept[0] ?? null) });
    return window.campaignSaid;
  };
  Object.assign(window, { campaign });
}

declare global {
  interface Window {
    /** From and to JSON: drivers are slow with values of their own. */
    campaign(ops: string): Promise<string>;
    /** What it answered last; empty while it works. */
    campaignSaid: string;
  }
}
