/** The objectives with a self-assessment before and after, and what changed between them. */

import type { PlayerData } from '../data';
import type { Rating, Session, State } from '../core/types';
import { all, el } from './dom';
import { t } from './words';

const LEVELS = ['1', '2', '3', '4'];
type When = 'before' | 'after';

export class Objectives {
  private readonly lists: { readonly list: HTMLSelectElement; readonly objective: number; readonly when: When }[] = [];

  constructor(data: PlayerData, private readonly session: Session) {
    if (session.state().ratings.length === 0) return;
    for (const block of all(document, '[data-objectives]')) {
      block.before(el('p', { class: 'fi-rates-head' }, t('rate.head')));
      data.objectives.forEach((objective, i) => {
        const row = all(block, '[data-objective]').find((item) => item.dataset['objective'] === objective.id);
        row?.append(el('div', { class: 'fi-rates' }, this.rate(i, 'before', objective.text), this.rate(i, 'after', objective.text)));
      });
    }
  }

  update(state: State): void {
    for (const { list, objective, when } of this.lists) {
      const rating: Rating | undefined = state.ratings[objective];
      const value = rating?.[when] ?? null;
      list.value = value === null ? '' : String(value);
    }
  }

  private rate(objective: number, when: When, text: string): HTMLElement {
    const list = el('select', { class: 'fi-inp' }, el('option', { value: '' }, t('choose')), ...LEVELS.map((level) => el('option', { value: level }, t(`rate.${level}`))));
    list.addEventListener('change', () => {
      this.session.dispatch({ type: 'rate', objective, when, value: list.value === '' ? null : Number(list.value) });
    });
    this.lists.push({ list, objective, when });
    return el('label', { class: 'fi-rate' }, el('span', {}, t(`rate.${when}`), el('span', { class: 'fi-vh' }, ` ${text}`)), list);
  }
}
