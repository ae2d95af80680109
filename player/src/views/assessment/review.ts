/** The corrections of an attempt, as far as the module lets them be seen. */

import type { Attempt } from '../../core/types';
import { button, el, find } from '../dom';
import { QuestionForm } from '../form';
import { setHtml } from '../html';
import { breath } from '../later';
import { t } from '../words';
import { heading, row } from './parts';

export function reviewView(attempt: Attempt, back: () => void): Node[] {
  const list = el('div', { class: 'fi-review-list' });
  void fill(list, attempt.questions);
  return [heading(t('review.title', { n: attempt.number }), true), list, row(button(t('review.back'), back, { wide: true }))];
}

/** One correction a task, the first at once. */
async function fill(list: HTMLElement, questions: Attempt['questions']): Promise<void> {
  for (const [i, state] of questions.entries()) {
    list.append(...correction(state, i + 1));
    await breath();
  }
}

function correction(state: Attempt['questions'][number], number: number): Node[] {
  const slot = setHtml(el('div'), state.question.html);
  const node = find<HTMLFormElement>(slot, 'form');
  if (node === null) return [];
  const head = find(node, '.fi-q-head b');
  if (head !== null) head.textContent = t('question.n', { n: number });
  const form = new QuestionForm(node, state.question, { answer: () => undefined, check: () => undefined, retry: () => undefined });
  form.update(state, { check: false, retry: false });
  return [node];
}
