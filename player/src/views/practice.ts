/** Ties the questions of the pages to the session. */

import type { PlayerData } from '../data';
import type { Session, State } from '../core/types';
import { all } from './dom';
import { QuestionForm } from './form';

export class Practice {
  private readonly forms: readonly { readonly form: QuestionForm; readonly at: number }[];

  constructor(data: PlayerData, session: Session) {
    this.forms = all<HTMLFormElement>(document, 'form[data-question]').flatMap((node) => {
      const at = data.practice.findIndex((question) => question.id === node.dataset['question']);
      const question = data.practice[at];
      if (question === undefined) return [];
      const target = { practice: question.id };
      const form = new QuestionForm(node, question, {
        answer: (answer) => { session.dispatch({ type: 'answer', target, answer }); },
        check: () => { session.dispatch({ type: 'check', target }); },
        retry: () => { session.dispatch({ type: 'retry', practice: question.id }); },
      });
      return [{ form, at }];
    });
  }

  update(state: State): void {
    for (const { form, at } of this.forms) {
      const question = state.practice[at];
      if (question !== undefined) form.update(question, { check: !question.checked, retry: question.canRetry });
    }
  }
}
