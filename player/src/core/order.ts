/** In which order the parts of a question are shown; the order of the data when chance has no say. */

import type { Question } from '../data';
import { random, seedOf, shuffled } from './random';

/** Seed of one question: of its id alone on a page, of its id and the attempt's seed when graded. */
export function questionSeed(id: string, attempt: number | null): number {
  return seedOf(attempt === null ? id : `${id}:${attempt.toString(36)}`);
}

/** Indices of options, targets or items in the order to show; empty for kinds without parts. */
export function partOrder(question: Question, shuffleOptions: boolean, seed: number): number[] {
  switch (question.type) {
    case 'choice':
      return shuffleOptions ? keepFixed(question.options.map((option) => option.fixed), seed) : range(question.options.length);
    case 'matching':
      return shuffled(range(question.targets.length), random(seed));
    case 'sequencing':
      return disordered(question.items.length, seed);
    default:
      return [];
  }
}

export function range(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i);
}

/** Shuffles what may move; a fixed part keeps its place. */
function keepFixed(fixed: readonly boolean[], seed: number): number[] {
  const free = shuffled(range(fixed.length).filter((i) => fixed[i] !== true), random(seed));
  return fixed.map((stays, i) => (stays ? i : free.shift() ?? i));
}

/** A shuffle that is never the right order itself, which would be an answer given away. */
function disordered(n: number, seed: number): number[] {
  const out = shuffled(range(n), random(seed));
  if (n > 1 && out.every((item, i) => item === i)) out.push(out.shift() ?? 0);
  return out;
}
