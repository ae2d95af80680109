/** What a correction says: word and sign, points, the one idea, the expected answer. */

import type { QuestionState } from '../core/types';
import { expectedWords } from './answer-words';
import { el, icon } from './dom';
import { setHtml } from './html';
import { number, t } from './words';

/** Kinds whose parts show their own expected answers. */
const IN_PLACE = ['choice', 'true-false', 'matching', 'sequencing'];

/** null when nothing may be said. */
export function verdict(state: QuestionState): HTMLElement | null {
  const { mark, question } = state;
  if (!state.checked || mark === null || !state.shows.verdict) return null;
  const tone = mark.verdict === 'blank' ? 'wrong' : mark.verdict;
  const points = t('verdict.points', { points: mark.score * question.points, total: question.points });
  const title = el('h3', { class: 'fi-verdict-t', tabindex: '-1' }, icon(tone), el('span', {}, t(`verdict.${mark.verdict}`)), el('span', { class: 'fi-pts fi-num' }, points));
  return el('div', { class: `fi-verdict is-${tone}`, role: 'group', 'aria-label': t('verdict.label') }, title, ...said(state), expected(state));
}

function said(state: QuestionState): Node[] {
  const { mark, question } = state;
  const out: Node[] = [];
  if (mark === null || !state.shows.feedback) return out;
  if (mark.note !== null) out.push(el('p', {}, t(mark.note.key, mark.note.values)));
  if (mark.mistake !== null && question.type === 'numeric') {
    const known = question.mistakes[mark.mistake];
    if (known !== undefined) out.push(setHtml(el('div'), known.feedback));
  }
  if (question.feedback !== null && mark.verdict !== 'blank') out.push(setHtml(el('div'), question.feedback));
  return out;
}

function expected(state: QuestionState): HTMLElement | null {
  const { mark, question } = state;
  if (!state.shows.correct || mark === null || mark.verdict === 'right') return null;
  if (IN_PLACE.includes(question.type) && mark.verdict !== 'blank') return null;
  return el('p', {}, t('expected'), ' ', el('b', {}, expectedWords(question)));
}

/** For lists and announcements. */
export function scoreWords(points: number, total: number): string {
  return `${number(points)} / ${number(total)}`;
}
