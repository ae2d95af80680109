/** The only door by which HTML enters the page: HTML that the compiler made, out of the data block. */

import type { Html } from '../data';

/** Replaces what `target` holds. */
export function setHtml<E extends Element>(target: E, html: Html): E {
  target.innerHTML = html;
  return target;
}
