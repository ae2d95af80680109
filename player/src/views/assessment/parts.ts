/** Pieces that several screens of the assessment share. */

import type { AssessmentInfo, PlayerData } from '../../data';
import type { AssessmentState, Session } from '../../core/types';
import { el } from '../dom';
import type { Child } from '../dom';
import { number, percent, t, tn } from '../words';

export interface Desk {
  readonly data: PlayerData;
  readonly info: AssessmentInfo;
  readonly session: Session;
  /** Goes to a page. */
  go(page: number): void;
}

/** One cell of a cartouche. */
export function cell(name: string, value: string, more = '', className = ''): HTMLElement {
  return el('div', className === '' ? {} : { class: className }, el('dt', {}, name), el('dd', {}, value, more === '' ? null : el('small', {}, more)));
}

/** Number, pass mark, attempts, time. */
export function cartouche(desk: Desk, state: AssessmentState): HTMLElement {
  const { info } = desk;
  const pool = info.draws.reduce((sum, draw) => sum + draw.pool.length, 0);
  const drawn = state.questions < pool ? t('intro.drawn', { pool }) : '';
  const left = state.attemptsLeft === null ? t('intro.unlimited') : tn('intro.left', state.attemptsLeft);
  const counts = info.attempts === null || info.attempts > 1 ? t(`intro.counts.${info.grading}`) : '';
  const of = info.attempts === null ? counts : [t('intro.of', { n: info.attempts }), counts].filter((part) => part !== '').join('; ');
  return el('dl', { class: 'fi-block' },
    cell(t('intro.questions'), number(state.questions), drawn),
    cell(t('intro.pass'), percent(state.pass)),
    cell(t('intro.attempts'), left, of),
    cell(t('intro.time'), t('intro.no-limit')));
}

export function para(words: string): HTMLElement {
  return el('p', { class: 'fi-gap' }, words);
}

export function heading(words: string, focus = false): HTMLElement {
  return el('h3', focus ? { class: 'fi-sub', tabindex: '-1', 'data-start': true } : { class: 'fi-sub' }, words);
}

export function row(...children: readonly Child[]): HTMLElement {
  return el('div', { class: 'fi-row fi-gap fi-no-print' }, ...children);
}

/** A page by its title, as a link. */
export function pageLink(data: PlayerData, page: number): HTMLElement {
  const info = data.pages[page];
  return el('a', { href: `#/${info?.id ?? ''}` }, info?.title ?? '');
}
