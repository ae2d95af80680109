/** A question's form: answer, check, hint, correction, retry; the same on pages and in the assessment. */

import type { Question } from '../data';
import type { Answer, QuestionState } from '../core/types';
import { button, el, find, focusOn } from './dom';
import { FIELDS } from './fields/index';
import type { Fields } from './fields/fields';
import { setHtml } from './html';
import { soon } from './later';
import { verdict } from './verdict';
import { t } from './words';

/** What the form asks of the session. */
export interface Asks {
  answer(answer: Answer): void;
  check(): void;
  retry(): void;
}

export interface Can {
  readonly check: boolean;
  readonly retry: boolean;
}

export class QuestionForm {
  private readonly fields: Fields;
  private readonly actions = el('div', { class: 'fi-acts-q' });
  private readonly say = el('p', { class: 'fi-say', role: 'status' });
  private readonly check = button(t('check'), () => undefined, { look: 'main' });
  private readonly retry = button(t('retry'), () => { this.again(); }, { look: 'main' });
  private readonly hint: HTMLElement | null;
  private readonly hintOpeners: readonly HTMLElement[];
  private solution: HTMLDetailsElement | null;
  private result: HTMLElement | null = null;
  private state: QuestionState | null = null;
  private can: Can = { check: false, retry: false };

  constructor(private readonly form: HTMLFormElement, question: Question, private readonly asks: Asks) {
    this.fields = FIELDS[question.type](form, question, () => { this.changed(); });
    // Enter in a field checks too.
    this.check.type = 'submit';
    this.solution = find<HTMLDetailsElement>(form, '.fi-solution');
    this.hint = this.openHint();
    const last = find(form, 'fieldset');
    last?.after(...(this.hint === null ? [] : [this.hint]), this.actions);
    form.addEventListener('submit', (event) => { event.preventDefault(); this.tryCheck(); });
    form.addEventListener('click', (event) => { this.hold(event); }, true);
    form.addEventListener('mousedown', (event) => { this.hold(event); }, true);
    form.addEventListener('keydown', (event) => { if (event.key !== 'Tab' && event.key !== 'Escape') this.hold(event); }, true);
    this.hintOpeners = this.hintButton();
    this.actions.append(this.check, this.retry, ...this.hintOpeners, this.say);
  }

  /** Shows a state; a state that is the same object needs nothing. */
  update(state: QuestionState, can: Can): void {
    if (state === this.state && can.check === this.can.check && can.retry === this.can.retry) return;
    const before = this.state;
    this.state = state;
    this.can = can;
    const corrects = before === null || before.checked !== state.checked || before.mark !== state.mark;
    // A correction is drawn in a task of its own: the click's has marked, noted and told.
    if (before?.checked === false && state.checked) void soon().then(() => { this.draw(this.state ?? state, corrects); });
    else this.draw(state, corrects);
  }

  private draw(state: QuestionState, corrects: boolean): void {
    this.fields.show(state);
    this.form.classList.toggle('is-done', state.checked);
    this.check.hidden = !this.can.check;
    this.retry.hidden = !this.can.retry;
    if (corrects) this.correct(state);
  }

  /** The title of the correction, for focus. */
  verdictTitle(): HTMLElement | null {
    return this.result === null ? null : find(this.result, '.fi-verdict-t');
  }

  private changed(): void {
    this.say.textContent = '';
    if (this.state?.checked === true) this.fields.show(this.state);
    else this.asks.answer(this.fields.read());
  }

  private tryCheck(): void {
    if (!this.can.check) return;
    if (this.state?.given !== true) {
      this.say.textContent = t('check.empty');
      return;
    }
    this.asks.check();
    // The focus asks for the layout: not in the task that made the correction.
    void soon().then(() => { focusOn(this.verdictTitle()); });
  }

  private again(): void {
    const field = this.state === null ? null : this.fields.start(this.state);
    this.asks.retry();
    const found = field !== null && field.isConnected && !field.hidden ? field : null;
    focusOn(found ?? (this.state === null ? null : this.fields.start(this.state)));
  }

  private correct(state: QuestionState): void {
    this.result?.remove();
    this.result = verdict(state);
    this.hintOpeners.forEach((opener) => { opener.setAttribute('aria-expanded', 'false'); });
    if (this.result !== null) this.actions.before(this.result);
    this.showSolution(state);
    if (this.hint !== null && state.checked) this.hint.hidden = true;
    this.hintOpeners.forEach((opener) => { opener.hidden = state.checked; });
  }

  private showSolution(state: QuestionState): void {
    const { solution } = state.question;
    if (this.solution === null && solution !== null && state.shows.solution) {
      this.solution = el('details', { class: 'fi-work fi-solution' }, el('summary', {}, t('solution')), setHtml(el('div'), solution));
    }
    if (this.solution === null) return;
    this.solution.hidden = !state.shows.solution;
    if (state.shows.solution) this.actions.before(this.solution);
  }

  /** What a checked form does not let happen; its fields stay readable. */
  private hold(event: Event): void {
    const field = event.target instanceof Element ? event.target.closest('input, select, .fi-opt') : null;
    const text = field instanceof HTMLInputElement && field.type === 'text';
    if (this.state?.checked === true && field !== null && !text) event.preventDefault();
  }

  private openHint(): HTMLElement | null {
    const kept = find(this.form, '.fi-hint-d');
    if (kept === null) return null;
    const inner = find(kept, 'div');
    const box = el('div', { class: 'fi-hint', id: `${this.form.id}/hint`, hidden: true }, el('p', {}, el('b', {}, t('hint'))), ...(inner === null ? [] : Array.from(inner.childNodes)));
    kept.remove();
    return box;
  }

  private hintButton(): HTMLElement[] {
    const { hint } = this;
    if (hint === null) return [];
    const opener = button(t('hint'), () => {
      hint.hidden = !hint.hidden;
      opener.setAttribute('aria-expanded', String(!hint.hidden));
    });
    opener.setAttribute('aria-expanded', 'false');
    opener.setAttribute('aria-controls', hint.id);
    return [opener];
  }
}
