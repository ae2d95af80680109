/** Marks each source against its target. */

import type { MatchingKey } from '../../data';
import type { Answer, Mark, Verdict } from '../types';
import { blank, byParts } from './result';

export function markMatching(key: MatchingKey, answer: Answer): Mark {
  const picks = answer.kind === 'picks' ? answer.at : [];
  const parts = key.sources.map((source, i): Verdict => {
    const pick = picks[i] ?? null;
    return pick === null ? 'blank' : pick === source.target ? 'right' : 'wrong';
  });
  return parts.every((part) => part === 'blank') ? blank(parts.length) : byParts(parts);
}
