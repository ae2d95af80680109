/** A modal dialog with a title and a way out; focus goes back to where it came from. */

import { button, el } from './dom';
import type { Child } from './dom';
import { t } from './words';

export function openDialog(title: string, content: readonly Child[], tools: readonly HTMLElement[] = [], wide = false): HTMLDialogElement {
  const before = document.activeElement;
  const heading = el('h2', { id: 'fi-dialog-title', tabindex: '-1' }, title);
  const dialog = el('dialog', { class: wide ? 'fi-dialog fi-dialog-wide' : 'fi-dialog', 'aria-labelledby': heading.id });
  const close = button(t('close'), () => { dialog.close(); });
  dialog.append(el('div', { class: 'fi-dialog-h' }, heading, ...tools, close), el('div', { class: 'fi-dialog-b' }, ...content));
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (before instanceof HTMLElement) before.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  heading.focus();
  return dialog;
}
