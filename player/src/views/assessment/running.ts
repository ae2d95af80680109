/** During an attempt: squares to move freely, one question at a time, flags. */

import type { Attempt, AttemptQuestion } from '../../core/types';
import { button, el, find, icon, svg } from '../dom';
import { QuestionForm } from '../form';
import { setHtml } from '../html';
import { number, t } from '../words';
import { row } from './parts';
import type { Desk } from './parts';

/** The running attempt; kept while the same question is in front, so that typing is not disturbed. */
export class Running {
  readonly root = el('div');
  private readonly squares = el('ol', { class: 'fi-qnav' });
  private readonly slot = el('div');
  private readonly step = el('div', { class: 'fi-step' });
  private form: QuestionForm | null = null;
  private shown = '';

  constructor(private readonly desk: Desk) {
    const nav = el('nav', { 'aria-label': t('squares.label') }, this.squares);
    const end = button(t('running.end'), () => { desk.session.dispatch({ type: 'summary', open: true }); }, { look: 'text' });
    this.root.append(nav, legend(), this.slot, this.step, row(end));
  }

  update(attempt: Attempt): void {
    const question = attempt.questions[attempt.at];
    if (question === undefined) return;
    this.squares.replaceChildren(...attempt.questions.map((each, i) => this.square(each, i, attempt.at)));
    const key = `${String(attempt.number)}:${String(attempt.at)}:${question.question.id}`;
    if (key !== this.shown) this.open(question, attempt.at);
    this.shown = key;
    this.form?.update(question, { check: question.canCheck, retry: false });
    this.steps(attempt, question);
  }

  /** Where reading starts: the question. */
  start(): HTMLElement | null {
    return find(this.slot, 'fieldset');
  }

  private open(state: AttemptQuestion, at: number): void {
    this.slot.replaceChildren();
    setHtml(this.slot, state.question.html);
    const node = find<HTMLFormElement>(this.slot, 'form');
    if (node === null) return;
    const head = find(node, '.fi-q-head b');
    if (head !== null) head.textContent = t('question.n', { n: at + 1 });
    const target = { attempt: at };
    const { session } = this.desk;
    this.form = new QuestionForm(node, state.question, {
      answer: (answer) => { session.dispatch({ type: 'answer', target, answer }); },
      check: () => { session.dispatch({ type: 'check', target }); },
      retry: () => undefined,
    });
  }

  private square(each: AttemptQuestion, i: number, at: number): HTMLElement {
    const states = [t(each.given ? 'square.answered' : 'square.blank'), ...(each.flagged ? [t('square.flagged')] : [])];
    const words = t('square.words', { n: i + 1, state: states.join(', ') });
    const node = el('button', { type: 'button', class: each.given ? 'is-answered' : '', 'aria-label': words, 'aria-current': i === at ? 'step' : false }, number(i + 1));
    if (each.flagged) node.append(icon('flag', 'fi-flag'));
    node.addEventListener('click', () => { this.go(i); });
    return el('li', {}, node);
  }

  private go(at: number): void {
    this.desk.session.dispatch({ type: 'question', at });
    this.start()?.setAttribute('tabindex', '-1');
    this.start()?.focus({ preventScroll: true });
    this.root.scrollIntoView({ block: 'nearest' });
  }

  private steps(attempt: Attempt, question: AttemptQuestion): void {
    const { at } = attempt;
    const last = attempt.questions.length - 1;
    const before = button(t('question.n', { n: at }), () => { this.go(at - 1); }, { sign: 'prev' });
    const flag = button(t('flag'), () => { this.desk.session.dispatch({ type: 'flag', at, on: !question.flagged }); }, { sign: 'flag' });
    flag.setAttribute('aria-pressed', String(question.flagged));
    const after = button(t('question.n', { n: at + 2 }), () => { this.go(at + 1); }, { look: 'main', after: 'next' });
    const end = button(t('running.check'), () => { this.desk.session.dispatch({ type: 'summary', open: true }); }, { look: 'main', after: 'next' });
    const flagging = document.activeElement !== null && this.step.contains(document.activeElement);
    this.step.replaceChildren(flag, ...(at === 0 ? [] : [before]), at === last ? end : after);
    if (flagging) flag.focus();
  }
}

function legend(): HTMLElement {
  const swatch = (className: string): HTMLElement => el('span', { class: `fi-sw ${className}`.trim(), 'aria-hidden': 'true' });
  const entry = (sign: Node, words: string): HTMLElement => el('li', {}, sign, el('span', {}, words));
  const flag = svg('svg', { class: 'fi-flag', viewBox: '0 0 12 14', 'aria-hidden': 'true' }, svg('path', { d: 'M1 1h10v12L6 9.5 1 13z' }));
  return el('ul', { class: 'fi-legend' }, entry(swatch('is-a'), t('square.answered')), entry(swatch(''), t('square.blank')), entry(swatch('is-c'), t('square.here')), entry(flag, t('square.flagged')));
}
