/** What the learner is told of saving: one word for all that is known of it. */

import type { SaveStatus } from './types';

export interface Known {
  /** Whether this launch writes at all. */
  readonly writes: boolean;
  readonly ended: boolean;
  /** Something is not stored. */
  readonly dirty: boolean;
  /** The learner wants to leave, and something is not stored; tried in vain. */
  readonly leaving: boolean;
  readonly late: boolean;
  readonly faulty: boolean;
  /** No call gets through. */
  readonly lost: boolean;
  /** Something was refused for good. */
  readonly partly: boolean;
  /** There is no LMS. */
  readonly alone: boolean;
}

/** Whether to go away now is to lose something that the learner was not told to be safe. */
export function isAtRisk({ kind, leaving }: SaveStatus): boolean {
  return (kind === 'lost' || kind === 'unsaved') && leaving !== 'kept';
}

export function saidOf({ writes, ended, dirty, leaving, late, faulty, lost, partly, alone }: Known): SaveStatus['kind'] {
  if (!writes) return 'readonly';
  if (leaving && !late) return 'saving';
  if (ended) return dirty || late ? 'unsaved' : 'ended';
  if (faulty) return lost ? 'lost' : 'unsaved';
  if (alone) return 'standalone';
  if (dirty) return 'saving';
  return partly ? 'partly' : 'saved';
}
