/** Draws the questions of an attempt from its seed alone, so that only the seed is stored. */

import type { AssessmentInfo, Slot } from '../data';
import { random, shuffled } from './random';

/** What there is to draw from. */
export interface Pools {
  readonly draws: readonly { readonly take: number; readonly pool: readonly Slot[] }[];
}

/** Slots of the attempt's questions in the order shown. */
export function drawn(schema: Pools, shuffleQuestions: boolean, seed: number): Slot[] {
  const chance = random(seed);
  const taken: Slot[] = [];
  for (const draw of schema.draws) {
    // Two draws may share a bank: a question comes once.
    const left = draw.pool.filter((slot) => !taken.some((other) => other.q === slot.q));
    const chosen = draw.take >= left.length ? left : shuffled(left, chance).slice(0, draw.take);
    // Without shuffling the bank's order is kept, drawn or not.
    taken.push(...left.filter((slot) => chosen.includes(slot)));
  }
  return shuffleQuestions ? shuffled(taken, chance) : taken;
}

/** How many questions an attempt asks. */
export function drawnCount(schema: Pools, info: AssessmentInfo): number {
  return drawn(schema, info.shuffleQuestions, 0).length;
}
