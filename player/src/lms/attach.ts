/** Ties a session to the life of its page: hidden, gone, back from the browser's cache. */

import { isAtRisk } from '../core/said';
import type { Session } from '../core/types';

export interface PageEvent {
  /** Makes the browser ask before the page goes. */
  preventDefault?(): void;
  readonly persisted?: boolean;
  readonly key?: string;
  readonly ctrlKey?: boolean;
  readonly metaKey?: boolean;
  readonly timeStamp?: number;
}

/** A page that goes away so many milliseconds after the keys of a reload is being reloaded. */
const RELOADING = 2000;

/** What a learner who is there does, or listens to. */
const GESTURES = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'scroll', 'timeupdate'];

/** The part of a window that is used. */
export interface PageWindow {
  addEventListener(type: string, listener: (event: PageEvent) => void): void;
  removeEventListener(type: string, listener: (event: PageEvent) => void): void;
  readonly document: {
    readonly visibilityState: string;
    addEventListener(type: string, listener: () => void, options?: { readonly capture: true; readonly passive: true }): void;
  };
  readonly location: { reload(): void };
  /** May be of another origin, and throw. */
  readonly top: { readonly location: { reload(): void } } | null;
}

/**
 * No `unload` (a page's policy can forbid it), and `beforeunload` only to ask, while something is at
 * risk (a listener keeps pages out of the browser's cache, and the learner may stay). A page
 * that is gone may be kept whole: `pagehide` closes the session even so, since Safari says
 * « persisted » of pages that never come back; one that does come back starts anew.
 */
export function attach(page: PageWindow, session: Session): void {
  const seen = (): void => { session.activity.seen(page.document.visibilityState !== 'hidden'); };
  page.document.addEventListener('visibilitychange', () => {
    seen();
    if (page.document.visibilityState === 'hidden') session.hidden();
  });
  seen();
  for (const gesture of GESTURES) page.document.addEventListener(gesture, () => { session.activity.moved(); }, { capture: true, passive: true });
  page.document.addEventListener('freeze', () => { session.hidden(); });
  let reloads = -Infinity;
  page.addEventListener('keydown', (event) => { if (isReload(event)) reloads = event.timeStamp ?? 0; });
  page.addEventListener('pagehide', (event) => {
    session.end((event.timeStamp ?? 0) - reloads < RELOADING ? 'reload' : 'pagehide');
  });
  page.addEventListener('online', () => { session.online(); });
  page.addEventListener('pageshow', (event) => {
    if (event.persisted === true) reload(page);
  });
  askBefore(page, session);
}

/** The browser asks in its own words; nothing else is done, as nobody knows the answer. */
function askBefore(page: PageWindow, session: Session): void {
  const ask = (event: PageEvent): void => { event.preventDefault?.(); };
  let asks = false;
  session.subscribe(() => {
    const risk = isAtRisk(session.save());
    if (risk && !asks) page.addEventListener('beforeunload', ask);
    if (!risk && asks) page.removeEventListener('beforeunload', ask);
    asks = risk;
  });
}

/** No browser tells a reload by its button from a page that closes; by its keys, one can. */
function isReload(event: PageEvent): boolean {
  return event.key === 'F5' || (event.key?.toLowerCase() === 'r' && (event.ctrlKey === true || event.metaKey === true));
}

/** The LMS's page too, which opens a new session for ours; ours alone when it is out of reach. */
export function reload(page: PageWindow): void {
  try {
    if (page.top !== null) page.top.location.reload();
    else page.location.reload();
  } catch {
    page.location.reload();
  }
}
