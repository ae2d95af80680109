/** The module as the logic needs it: data, graded questions by id, and the pass mark in force. */

import type { GradedQuestion, PlayerData, Slot } from '../data';
import { attemptDraw } from './codec/versions';
import { resultOf, counted } from './grade';
import type { AttemptMemory, Memory } from './memory';
import { missingPages, pageStates } from './progress';
import { report } from './status';
import type { Facts, Report } from './status';
import type { Result } from './types';

export interface Module {
  readonly data: PlayerData;
  readonly graded: ReadonlyMap<string, GradedQuestion>;
  /** Per cent. */
  readonly pass: number;
  /** Whether the pass mark is the LMS's. */
  readonly mastery: boolean;
  /** The LMS had this score before, and our own state does not account for it: 0 to 1. */
  readonly floor?: number;
  /** What was answered stays as it is, and no further attempt starts. */
  readonly frozen?: boolean;
}

/** Slots of an attempt, each with its question. */
export function attemptSlots(module: Module, attempt: AttemptMemory): { slot: Slot; question: GradedQuestion }[] {
  return attemptDraw(module.data, attempt).map((slot) => {
    const question = module.graded.get(slot.q);
    if (question === undefined) throw new Error(`the package has no graded question ${slot.q}`);
    return { slot, question };
  });
}

export function attemptResult(module: Module, attempt: AttemptMemory): Result {
  const questions = attemptSlots(module, attempt).map(({ question }) => question);
  return resultOf(module.data, questions, attempt, module.pass);
}

/** Whether the grade that counts is a pass. */
export function hasPassed(module: Module, memory: Memory): boolean {
  const rule = module.data.assessment?.grading ?? 'best';
  return (counted(memory.grades, rule) ?? -1) / 100 >= module.pass;
}

/** null: unlimited. */
export function attemptsLeft(module: Module, memory: Memory): number | null {
  const allowed = module.data.assessment?.attempts ?? null;
  const running = memory.attempt !== null && memory.attempt.phase !== 'submitted' ? 1 : 0;
  return allowed === null ? null : Math.max(0, allowed - memory.grades.count - running);
}

export function facts(module: Module, memory: Memory): Facts {
  const { data } = module;
  const rule = data.assessment?.grading ?? 'best';
  const grade = counted(memory.grades, rule);
  // After a first attempt that counts alone, others can't change anything.
  const over = rule === 'first' || (memory.attempt?.phase === 'submitted' && attemptsLeft(module, memory) === 0);
  const graded = grade === null ? 'none' : hasPassed(module, memory) ? 'pass' : over ? 'out' : 'fail';
  const pagesDone = missingPages(pageStates(data, memory)).length === 0;
  const completion = data.assessment === null ? 'pages' : data.completion;
  return { completion, pagesDone, graded, grade, mastery: module.mastery };
}

export function reportOf(module: Module, memory: Memory): Report {
  return report(facts(module, memory));
}
