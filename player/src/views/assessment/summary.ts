/** Before sending: what is unanswered or flagged, and a button that says what it will do. */

import type { Attempt } from '../../core/types';
import type { GradedQuestion } from '../../data';
import { button, el, find, tag } from '../dom';
import type { Child } from '../dom';
import { setHtml } from '../html';
import { number, t, tn } from '../words';
import { heading, para, row } from './parts';
import type { Desk } from './parts';

export function summaryView(desk: Desk, attempt: Attempt): Node[] {
  const blanks = attempt.blanks.length;
  const send = button(blanks === 0 ? t('submit.all') : tn('submit.blanks', blanks), () => { desk.session.dispatch({ type: 'submit' }); }, { look: 'main', wide: true });
  const back = button(t('submit.back'), () => { desk.session.dispatch({ type: 'summary', open: false }); }, { wide: true });
  const rows = attempt.questions.flatMap((question, i) => (question.given && !question.flagged ? [] : [line(desk, attempt, i)]));
  const title = blanks === 0 ? t('summary.none') : tn('summary.blanks', blanks);
  return [heading(title, true), ...(rows.length === 0 ? [] : [el('ol', { class: 'fi-left', 'aria-label': t('summary.caption') }, ...rows)]), para(blanks === 0 ? t('summary.final') : `${t('summary.zero')} ${t('summary.final')}`), row(send, back)];
}

function line(desk: Desk, attempt: Attempt, i: number): HTMLElement {
  const question = attempt.questions[i];
  const given = question?.given === true;
  const sign = given ? tag('here', 'flag', t('square.flagged')) : tag('part', 'todo', t('square.blank'));
  const act = button(t(given ? 'summary.see' : 'summary.answer'), () => {
    desk.session.dispatch({ type: 'summary', open: false });
    desk.session.dispatch({ type: 'question', at: i });
  }, { look: 'text' });
  act.setAttribute('aria-label', t(given ? 'summary.see-n' : 'summary.answer-n', { n: i + 1 }));
  return el('li', {}, el('b', {}, number(i + 1)), el('div', { class: 'fi-left-q' }, ...prompt(question?.question)), sign, act);
}

/** The prompt as it was asked, with its formulas; in words where it holds the fields themselves. */
function prompt(question: GradedQuestion | undefined): Child[] {
  if (question === undefined) return [];
  const text = find(setHtml(el('div'), question.html), '.fi-q-text');
  const whole = text !== null && text.textContent.trim() !== '' && find(text, 'input, select') === null;
  return whole ? Array.from(text.childNodes) : [question.label];
}
