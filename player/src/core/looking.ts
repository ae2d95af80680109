/** What a launch for looking opens up: answers, corrections, attempts; what is stored is not its business. */

import type { PlayerData } from '../data';
import { isGiven } from './answers';
import type { Memory } from './memory';
import type { Launch } from './types';

/** A question tried so often shows what was expected. */
const ENOUGH = 2;

/** The data as this launch shows them. */
export function shownBy(launch: Launch, data: PlayerData): PlayerData {
  const { assessment } = data;
  if (launch.reveals !== true || assessment === null) return data;
  const attempts = launch.mode === 'browse' ? null : assessment.attempts;
  return { ...data, assessment: { ...assessment, attempts, afterPages: false, feedback: 'immediate', corrections: 'worked' } };
}

/** Whether what was answered stays as it is, and no further attempt starts. */
export function isFrozen(launch: Launch): boolean {
  return launch.reveals === true && launch.mode === 'review';
}

/** Everything answered counts as checked, so that its correction is there. */
export function reviewed(launch: Launch, memory: Memory): Memory {
  if (!isFrozen(launch)) return memory;
  const { attempt } = memory;
  return {
    ...memory,
    practice: memory.practice.map((kept) => (isGiven(kept.answer) ? { ...kept, checked: true, tries: Math.max(kept.tries, ENOUGH) } : kept)),
    attempt: attempt === null ? null : { ...attempt, slots: attempt.slots.map((kept) => ({ ...kept, checked: kept.checked || isGiven(kept.answer) })) },
  };
}
