/** Makes a mark out of its parts. */

import type { Mark, Note, Verdict } from '../types';

/** A mark of `score` whose verdict follows from it. */
export function marked(score: number, parts: readonly Verdict[], more: { mistake?: number | null; note?: Note | null } = {}): Mark {
  const verdict: Verdict = score >= 1 ? 'right' : score > 0 ? 'part' : 'wrong';
  return { score, verdict, parts, mistake: more.mistake ?? null, note: more.note ?? null };
}

/** The mark of a question without an answer. */
export function blank(parts: number): Mark {
  return { score: 0, verdict: 'blank', parts: Array.from({ length: parts }, () => 'blank' as const), mistake: null, note: null };
}

/** Every part weighs the same. */
export function byParts(parts: readonly Verdict[]): Mark {
  const right = parts.filter((part) => part === 'right').length;
  return marked(parts.length === 0 ? 0 : right / parts.length, parts);
}
