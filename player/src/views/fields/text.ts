/** Fields of numbers and of texts to complete. */

import type { Question } from '../../data';
import type { Answer, QuestionState } from '../../core/types';
import { el, find } from '../dom';
import { t } from '../words';
import { clearMarks, freeze, invalid, marked, partTag } from './fields';
import type { Fields } from './fields';

type Field = HTMLInputElement | HTMLSelectElement;

/** Milliseconds without a key before it is said how a number is read, not at each digit. */
const PAUSE = 400;

export function numericFields(form: HTMLFormElement, _question: Question, changed: () => void): Fields {
  const value = find<HTMLInputElement>(form, '[data-part="value"]') ?? el('input');
  const unit = find<Field>(form, '[data-part="unit"]');
  const echo = find(form, '[data-echo]');
  let timer = 0;
  watch([value, ...(unit === null ? [] : [unit])], () => {
    // What an earlier visit left is no news.
    echo?.setAttribute('aria-live', 'polite');
    changed();
  });
  return {
    show: (state) => {
      const text = state.answer.kind === 'text' ? state.answer.text : [];
      put(value, text[0] ?? '', state);
      if (unit !== null) put(unit, text[1] ?? '', state);
      const wrong = state.shows.parts && state.mark !== null && state.mark.verdict !== 'right';
      invalid(value, wrong && !missesUnit(state));
      if (unit !== null) invalid(unit, wrong && missesUnit(state));
      window.clearTimeout(timer);
      timer = window.setTimeout(() => { echo?.replaceChildren(...(state.read === null ? [] : [t('numeric.read'), ' ', el('b', {}, state.read)])); }, PAUSE);
    },
    read: (): Answer => ({ kind: 'text', text: [value.value, ...(unit === null ? [] : [unit.value])] }),
    start: (state) => (unit !== null && missesUnit(state) ? unit : value),
  };
}

/** The number may be right: what is to mend is its unit. */
function missesUnit({ mark }: QuestionState): boolean {
  return mark?.note?.key.startsWith('mark.unit') === true;
}

export function fillInFields(form: HTMLFormElement, question: Question, changed: () => void): Fields {
  const names = question.type === 'fill-in' ? question.blanks.map((blank) => blank.name) : [];
  const fields = names.flatMap((name) => find<Field>(form, `[data-blank="${name}"]`) ?? []);
  watch(fields, changed);
  return {
    show: (state) => {
      clearMarks(form);
      const text = state.answer.kind === 'text' ? state.answer.text : [];
      fields.forEach((field, i) => { showBlank(field, text[i] ?? '', state.shows.parts ? state.mark?.parts[i] ?? null : null, state); });
    },
    read: (): Answer => ({ kind: 'text', text: fields.map((field) => field.value) }),
    start: (state) => fields.find((_, i) => state.mark?.parts[i] !== 'right') ?? fields[0] ?? null,
  };
}

function showBlank(field: Field, text: string, verdict: string | null, state: QuestionState): void {
  put(field, text, state);
  invalid(field, verdict !== null && verdict !== 'right');
  field.classList.toggle('is-right', verdict === 'right');
  if (verdict !== null) field.after(marked(partTag(verdict)));
}

/** A field in use keeps what is typed unless the state had to shorten it. */
function put(field: Field, text: string, state: QuestionState): void {
  // A list of units without an empty entry starts at the answer's own unit.
  const known = !(field instanceof HTMLSelectElement) || Array.from(field.options).some((option) => option.value === text);
  if (known && field.value !== text) field.value = text;
  freeze(field, state.checked);
}

function watch(fields: readonly Field[], changed: () => void): void {
  fields.forEach((field) => { field.addEventListener(field instanceof HTMLSelectElement ? 'change' : 'input', changed); });
}

