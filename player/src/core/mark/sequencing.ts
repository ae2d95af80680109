/** Marks each item by the place it was given. */

import type { SequencingKey } from '../../data';
import type { Answer, Mark } from '../types';
import { blank, byParts } from './result';

/** Parts are in the learner's order: the item put at place i is right when it belongs there. */
export function markSequencing(key: SequencingKey, answer: Answer): Mark {
  if (answer.kind !== 'order' || answer.at === null) return blank(key.items.length);
  return byParts(answer.at.map((item, place) => (item === place ? 'right' : 'wrong')));
}
