/** Fields of ordering: buttons that move an item up or down, and say where it is now. */

import type { Question } from '../../data';
import type { Answer, QuestionState } from '../../core/types';
import { all, el, find, icon } from '../dom';
import { number, t } from '../words';
import { clearMarks, marked, partTag } from './fields';
import type { Fields } from './fields';

export function sequencingFields(form: HTMLFormElement, question: Question, changed: () => void): Fields {
  return new Sequence(form, question, changed);
}

class Sequence implements Fields {
  private readonly box: HTMLElement;
  private readonly items: readonly HTMLElement[];
  private readonly said = el('p', { class: 'fi-q-how fi-no-print', role: 'status' });
  private order: number[] = [];
  private given = false;
  private done = false;

  constructor(form: HTMLFormElement, private readonly question: Question, private readonly changed: () => void) {
    this.box = find(form, '.fi-seq') ?? el('ol');
    this.box.setAttribute('role', 'list');
    const rows = all(this.box, '[data-item]');
    this.items = rows.map((_, i) => rows.find((row) => row.dataset['item'] === String(i)) ?? el('li'));
    this.items.forEach((row, i) => { row.append(this.arrow(i, -1), this.arrow(i, 1)); });
    this.box.after(this.said);
  }

  show(state: QuestionState): void {
    const kept = state.answer.kind === 'order' ? state.answer.at : null;
    this.given = kept !== null;
    this.order = [...(kept ?? state.order)];
    this.done = state.checked;
    clearMarks(this.box);
    this.place();
    if (!state.shows.parts || state.mark === null || !state.checked) return;
    this.order.forEach((item, place) => { this.correct(item, place, state); });
    this.said.textContent = '';
  }

  read(): Answer {
    return { kind: 'order', at: this.given ? [...this.order] : null };
  }

  start(state: QuestionState): HTMLElement | null {
    const place = state.mark?.parts.findIndex((part) => part !== 'right') ?? 0;
    const row = this.items[this.order[Math.max(0, place)] ?? 0];
    return row === undefined ? null : find(row, 'button:not([aria-disabled])');
  }

  private name(item: number): string {
    return this.question.type === 'sequencing' ? this.question.items[item]?.text ?? '' : '';
  }

  private arrow(item: number, by: -1 | 1): HTMLButtonElement {
    const words = t(by < 0 ? 'seq.up' : 'seq.down', { item: this.name(item) });
    const arrow = el('button', { type: 'button', class: 'fi-btn', 'aria-label': words, 'data-by': String(by) }, icon(by < 0 ? 'up' : 'down'));
    arrow.addEventListener('click', () => { this.move(item, by, arrow); });
    return arrow;
  }

  private move(item: number, by: -1 | 1, arrow: HTMLElement): void {
    const from = this.order.indexOf(item);
    const other = this.order[from + by];
    if (this.done || other === undefined) return;
    this.order[from] = other;
    this.order[from + by] = item;
    this.given = true;
    this.changed();
    this.items.forEach((row, i) => { row.classList.toggle('is-moved', i === item); });
    this.said.textContent = t('seq.said', { item: this.name(item), n: number(from + by + 1), total: number(this.order.length) });
    arrow.focus();
  }

  /** Rows in order, with the arrows that lead somewhere. */
  private place(): void {
    const rows = this.order.flatMap((item) => this.items[item] ?? []);
    if (rows.some((row, i) => this.box.children[i] !== row)) this.box.append(...rows);
    rows.forEach((row, i) => {
      all(row, 'button').forEach((arrow) => {
        const edge = arrow.dataset['by'] === '-1' ? 0 : rows.length - 1;
        arrow.hidden = this.done;
        if (i === edge) arrow.setAttribute('aria-disabled', 'true');
        else arrow.removeAttribute('aria-disabled');
      });
      if (this.done) row.classList.remove('is-moved');
    });
  }

  private correct(item: number, place: number, state: QuestionState): void {
    const verdict = state.mark?.parts[place] ?? 'wrong';
    const row = this.items[item];
    row?.append(marked(partTag(verdict)));
    if (verdict !== 'right' && state.shows.correct) row?.append(marked(el('span', { class: 'fi-fb' }, t('seq.expected'), ' ', el('b', {}, number(item + 1)))));
  }
}
