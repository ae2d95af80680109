/** Before sending: what is unanswered or flagged, and a button that says what it will do. */

import type { Attempt } from '../../core/types';
import { button, el, tag } from '../dom';
import { number, t, tn } from '../words';
import { heading, para, row } from './parts';
import type { Desk } from './parts';

export function summaryView(desk: Desk, attempt: Attempt): Node[] {
  const blanks = attempt.blanks.length;
  const send = button(blanks === 0 ? t('submit.all') : tn('submit.blanks', blanks), () => { desk.session.dispatch({ type: 'submit' }); }, { look: 'main', wide: true });
  const back = button(t('submit.back'), () => { desk.session.dispatch({ type: 'summary', open: false }); }, { wide: true });
  const rows = attempt.questions.flatMap((question, i) => (question.given && !question.flagged ? [] : [line(desk, attempt, i)]));
  const title = blanks === 0 ? t('summary.none') : tn('summary.blanks', blanks);
  return [heading(title, true), ...(rows.length === 0 ? [] : [table(rows)]), para(blanks === 0 ? t('summary.final') : `${t('summary.zero')} ${t('summary.final')}`), row(send, back)];
}

function table(rows: readonly HTMLElement[]): HTMLElement {
  const head = el('tr', {}, el('th', { scope: 'col' }, t('summary.question')), el('th', { scope: 'col' }, t('summary.state')), el('th', { scope: 'col' }, el('span', { class: 'fi-vh' }, t('summary.action'))));
  return el('div', { class: 'fi-tbl', tabindex: '0', role: 'region', 'aria-label': t('summary.caption') }, el('table', {}, el('caption', { class: 'fi-vh' }, t('summary.caption')), el('thead', {}, head), el('tbody', {}, ...rows)));
}

function line(desk: Desk, attempt: Attempt, i: number): HTMLElement {
  const question = attempt.questions[i];
  const given = question?.given === true;
  const sign = given ? tag('here', 'flag', t('square.flagged')) : tag('part', 'todo', t('square.blank'));
  const name = `${number(i + 1)}. ${question?.question.label ?? ''}`;
  const act = button(t(given ? 'summary.see' : 'summary.answer'), () => {
    desk.session.dispatch({ type: 'summary', open: false });
    desk.session.dispatch({ type: 'question', at: i });
  }, { look: 'text' });
  act.setAttribute('aria-label', t(given ? 'summary.see-n' : 'summary.answer-n', { n: i + 1 }));
  return el('tr', {}, el('th', { scope: 'row' }, name), el('td', {}, sign), el('td', { class: 'fi-r' }, act));
}
