/** What every type of question offers its form: show a state, read an answer, find what is wrong. */

import type { Question } from '../../data';
import type { Answer, QuestionState } from '../../core/types';
import { t } from '../words';
import { tag } from '../dom';

export interface Fields {
  /** Puts answer, order and corrections in place. */
  show(state: QuestionState): void;
  read(): Answer;
  /** Where to start again: the first part that is not right, or the first of all. */
  start(state: QuestionState): HTMLElement | null;
}

export type Make = (form: HTMLFormElement, question: Question, changed: () => void) => Fields;

/** Checked fields stay readable and reachable: never `disabled`. */
export function freeze(field: HTMLElement, done: boolean): void {
  if (field instanceof HTMLInputElement && field.type === 'text') field.readOnly = done;
  else if (done) field.setAttribute('aria-disabled', 'true');
  else field.removeAttribute('aria-disabled');
}

export function invalid(field: HTMLElement, wrong: boolean): void {
  if (wrong) field.setAttribute('aria-invalid', 'true');
  else field.removeAttribute('aria-invalid');
}

export function partTag(verdict: string): HTMLElement {
  if (verdict === 'right') return tag('right', 'right', t('part.right'));
  if (verdict === 'part') return tag('part', 'part', t('part.part'));
  if (verdict === 'blank') return tag('part', 'todo', t('part.blank'));
  return tag('wrong', 'wrong', t('part.wrong'));
}

/** Removes what an earlier correction left. */
export function clearMarks(root: ParentNode): void {
  root.querySelectorAll('[data-mark]').forEach((node) => { node.remove(); });
}

/** So that it can be cleared. */
export function marked<E extends Element>(node: E): E {
  node.setAttribute('data-mark', '');
  return node;
}
