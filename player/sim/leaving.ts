/** Tells a simulated LMS of a page when its content, or the page itself, is on its way out. */

import type { Page } from './page';

/** What the content still calls while it goes then meets the browser's refusals. */
export function watchLeaving(page: Page): void {
  // A page tells its frames after itself: they do not stay without it.
  let goes = false;
  const tell = (closing: boolean): void => {
    goes = closing;
    page.leave(closing ? 'page' : 'no');
  };
  window.addEventListener('pagehide', () => { tell(true); });
  window.addEventListener('pageshow', () => { tell(false); });
  const { api } = page;
  const initialize = api.LMSInitialize.bind(api);
  // Listeners of pagehide run in the order of their registration: content that opens a session
  // has not registered its own yet.
  api.LMSInitialize = (...args) => {
    page.leave('no');
    watchFrames(window, () => { if (!goes) page.leave('frame'); });
    return initialize(...args);
  };
}

function watchFrames(parent: Window, left: () => void): void {
  for (let i = 0; i < parent.length; i += 1) {
    const frame = parent[i];
    if (frame === undefined) continue;
    try {
      frame.addEventListener('pagehide', left);
      watchFrames(frame, left);
    } catch {
      // A frame of another origin cannot call anything either.
    }
  }
}
