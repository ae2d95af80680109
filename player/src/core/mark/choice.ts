/** Marks a choice: one right option, or several with part of the points. */

import type { ChoiceKey } from '../../data';
import type { Answer, Mark, Verdict } from '../types';
import { blank, marked } from './result';

export function markChoice(key: ChoiceKey, answer: Answer): Mark {
  const chosen = answer.kind === 'set' ? answer.on : answer.kind === 'pick' && answer.at !== null ? [answer.at] : [];
  if (chosen.length === 0) return blank(key.options.length);
  const parts = key.options.map((option, i): Verdict => (chosen.includes(i) ? (option.right ? 'right' : 'wrong') : 'blank'));
  const right = key.options.filter((option) => option.right).length;
  const hits = parts.filter((part) => part === 'right').length;
  const misses = parts.filter((part) => part === 'wrong').length;
  // Ticking everything must not pay: each wrong option takes back what a right one gives.
  return marked(key.multiple ? Math.max(0, (hits - misses) / right) : hits, parts);
}
