/** Tells a simulated LMS of a page when its content, or the page itself, is on its way out. */

import type { Page } from './page';

/** Listens before the content does: what it still calls then meets the browser's refusals. */
export function watchLeaving(page: Page): void {
  window.addEventListener('pagehide', () => { page.leave('page'); }, true);
  window.addEventListener('pageshow', () => { page.leave('no'); }, true);
  document.addEventListener('load', ({ target }) => {
    if (target instanceof HTMLIFrameElement) watchFrame(target, page);
  }, true);
}

function watchFrame(frame: HTMLIFrameElement, page: Page): void {
  page.leave('no');
  try {
    frame.contentWindow?.addEventListener('pagehide', () => { page.leave('frame'); }, true);
  } catch {
    // A frame of another origin cannot call anything either.
  }
}
