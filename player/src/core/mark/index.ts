/** Marks any question; what each type means is in the file of its name. */

import type { Question } from '../../data';
import type { Answer, Mark } from '../types';
import { markChoice } from './choice';
import { markFillIn } from './fill-in';
import { markMatching } from './matching';
import { markNumeric } from './numeric';
import type { Locale } from './numeric';
import { markSequencing } from './sequencing';
import { markTrueFalse } from './true-false';

/** The mark of an answer; the module says how a lone comma is read, and what units measure. */
export function mark(question: Question, answer: Answer, module: Locale = { ui: 'fr' }): Mark {
  switch (question.type) {
    case 'choice':
      return markChoice(question, answer);
    case 'true-false':
      return markTrueFalse(question, answer);
    case 'numeric':
      return markNumeric(question, answer, module);
    case 'fill-in':
      return markFillIn(question, answer);
    case 'matching':
      return markMatching(question, answer);
    case 'sequencing':
      return markSequencing(question, answer);
  }
}
