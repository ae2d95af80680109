/** Fields of matching: one list of targets a source. */

import type { Question } from '../../data';
import type { Answer, QuestionState } from '../../core/types';
import { all, el, find } from '../dom';
import { t } from '../words';
import { clearMarks, freeze, invalid, marked, partTag } from './fields';
import type { Fields } from './fields';

/** Longer texts are cut in a narrow list: they are repeated in full under it. */
const CUT = 26;

export function matchingFields(form: HTMLFormElement, question: Question, changed: () => void): Fields {
  const lists = all<HTMLSelectElement>(form, '.fi-pairs select');
  lists.forEach((list) => { list.addEventListener('change', changed); });
  return {
    show: (state) => {
      clearMarks(form);
      lists.forEach((list, i) => { show(list, i, question, state); });
    },
    read: (): Answer => ({ kind: 'picks', at: lists.map((list) => (list.value === '' ? null : Number(list.value))) }),
    start: (state) => lists.find((_, i) => state.mark?.parts[i] !== 'right') ?? lists[0] ?? null,
  };
}

function show(list: HTMLSelectElement, i: number, question: Question, state: QuestionState): void {
  reorder(list, state.order);
  const at = state.answer.kind === 'picks' ? state.answer.at[i] ?? null : null;
  list.value = at === null ? '' : String(at);
  freeze(list, state.checked);
  const verdict = state.shows.parts ? state.mark?.parts[i] ?? null : null;
  invalid(list, verdict !== null && verdict !== 'right');
  const row = list.parentElement;
  if (row === null || question.type !== 'matching') return;
  const chosen = at === null ? '' : question.targets[at]?.text ?? '';
  if (chosen.length > CUT) row.append(marked(el('span', { class: 'fi-fb fi-cut', 'aria-hidden': 'true' }, chosen)));
  if (verdict === null) return;
  row.append(marked(partTag(verdict)));
  const expected = question.targets[question.sources[i]?.target ?? -1]?.text ?? '';
  if (verdict !== 'right' && state.shows.correct) row.append(marked(el('span', { class: 'fi-fb' }, t('expected'), ' ', el('b', {}, expected))));
}

/** The order of the state, which says nothing of the answers. */
function reorder(list: HTMLSelectElement, order: readonly number[]): void {
  const wanted = order.flatMap((at) => find<HTMLOptionElement>(list, `option[value="${String(at)}"]`) ?? []);
  if (wanted.every((option, i) => list.options[i + 1] === option)) return;
  list.append(...wanted);
}
