/** Ties a session to the life of its page: hidden, gone, back from the browser's cache. */

import type { Session } from '../core/types';

/** The part of a window that is used. */
export interface PageWindow {
  addEventListener(type: string, listener: (event: { readonly persisted?: boolean }) => void): void;
  readonly document: {
    readonly visibilityState: string;
    addEventListener(type: string, listener: () => void): void;
  };
  readonly location: { reload(): void };
  /** May be of another origin, and throw. */
  readonly top: { readonly location: { reload(): void } } | null;
}

/**
 * No `unload` (a page's policy can forbid it) and no `beforeunload` (the learner may stay). A page
 * that is gone may be kept whole: `pagehide` closes the session even so, since Safari says
 * « persisted » of pages that never come back; one that does come back starts anew.
 */
export function attach(page: PageWindow, session: Session): void {
  page.document.addEventListener('visibilitychange', () => {
    if (page.document.visibilityState === 'hidden') session.hidden();
  });
  page.document.addEventListener('freeze', () => { session.hidden(); });
  page.addEventListener('pagehide', () => { session.end('pagehide'); });
  page.addEventListener('pageshow', (event) => {
    if (event.persisted === true) reload(page);
  });
}

/** The LMS's page too, which opens a new session for ours; ours alone when it is out of reach. */
function reload(page: PageWindow): void {
  try {
    if (page.top !== null) page.top.location.reload();
    else page.location.reload();
  } catch {
    page.location.reload();
  }
}
