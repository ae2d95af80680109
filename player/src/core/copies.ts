/** Joins what a browser kept of a learner's work and what a store has of it, both as texts. */

import type { PlayerData } from '../data';
import { decode, encode } from './codec/codec';
import { freshMemory } from './memory';
import { merged } from './merge';

/** `mine` went on from `base`, `theirs` perhaps too; a text that can't be read gives way to the other. */
export function joined(data: PlayerData, base: string, mine: string, theirs: string): string {
  const ours = decode(data, mine);
  const stored = decode(data, theirs);
  if (ours.kind !== 'ok') return theirs;
  if (stored.kind !== 'ok') return mine;
  const began = decode(data, base);
  const memory = merged(data, began.kind === 'ok' ? began.memory : freshMemory(data), ours.memory, stored.memory);
  return encode(data, memory, Math.max(ours.sequence, stored.sequence) + 1);
}
