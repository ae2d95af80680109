/** Terms: the browser opens and closes their notes; without popovers they lead to the glossary. */

import { all } from './dom';

export function terms(): void {
  if ('popover' in HTMLElement.prototype) return;
  for (const term of all(document, '.fi-term')) {
    const id = (term.getAttribute('popovertarget') ?? '').replace('fi-term-', '');
    term.addEventListener('click', () => { location.hash = `#/@glossary/${id}`; });
  }
}

/** A formula wider than the column can be scrolled with the keyboard. */
export function scrollable(root: ParentNode, words: string): void {
  // All is read before anything is written: the page is laid out once.
  const boxes = all(root, '.fi-eq').map((box) => ({ box, wide: box.scrollWidth > box.clientWidth + 1 }));
  for (const { box, wide } of boxes) {
    if (wide) {
      box.tabIndex = 0;
      box.setAttribute('role', 'group');
      box.setAttribute('aria-label', words);
    } else {
      for (const name of ['tabindex', 'role', 'aria-label']) box.removeAttribute(name);
    }
  }
}
