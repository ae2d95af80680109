/** Marks a statement that is true or false. */

import type { TrueFalseKey } from '../../data';
import type { Answer, Mark } from '../types';
import { blank, marked } from './result';

export function markTrueFalse(key: TrueFalseKey, answer: Answer): Mark {
  if (answer.kind !== 'pick' || answer.at === null) return blank(1);
  const right = (answer.at === 0) === key.answer;
  return marked(right ? 1 : 0, [right ? 'right' : 'wrong']);
}
