/** Ties the questions of the pages to the session: those of a page when it is first shown, the others when there is time. */

import type { PlayerData } from '../data';
import type { Session, State } from '../core/types';
import { all } from './dom';
import { QuestionForm } from './form';
import { breath } from './later';

const FORMS = 'form[data-question]';

export class Practice {
  private readonly tied = new Map<HTMLFormElement, (state: State) => void>();

  constructor(private readonly data: PlayerData, private readonly session: Session) {}

  /** Those of the section that is about to show. */
  show(section: HTMLElement): void {
    all<HTMLFormElement>(section, FORMS).forEach((node) => { this.tie(node); });
  }

  /** All the others, one a task. */
  async finish(): Promise<void> {
    for (const node of all<HTMLFormElement>(document, FORMS)) {
      await breath();
      this.tie(node);
    }
  }

  update(state: State): void {
    this.tied.forEach((put) => { put(state); });
  }

  private tie(node: HTMLFormElement): void {
    const { session } = this;
    const at = this.data.practice.findIndex((question) => question.id === node.dataset['question']);
    const question = this.data.practice[at];
    if (question === undefined || this.tied.has(node)) return;
    const target = { practice: question.id };
    const form = new QuestionForm(node, question, {
      answer: (answer) => { session.dispatch({ type: 'answer', target, answer }); },
      check: () => { session.dispatch({ type: 'check', target }); },
      retry: () => { session.dispatch({ type: 'retry', practice: question.id }); },
    });
    const put = (state: State): void => {
      const now = state.practice[at];
      if (now !== undefined) form.update(now, { check: !now.checked, retry: now.canRetry });
    };
    this.tied.set(node, put);
    put(session.state());
  }
}
