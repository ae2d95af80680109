/** What an event gives to report: the answers that were checked or submitted, and objectives. */

import type { Interaction, ObjectiveRecord } from '../lms/lms';
import type { Memory } from './memory';
import { MOST } from './memory';
import { attemptResult, attemptSlots } from './module';
import type { Module } from './module';
import { isGiven } from './answers';
import { interactionsOf, objectivesOf } from './records';
import type { Event } from './types';

export interface Reports {
  readonly interactions: readonly { readonly index: number; readonly record: Interaction }[];
  readonly objectives: readonly { readonly index: number; readonly record: ObjectiveRecord }[];
}

interface When {
  readonly at: number;
  /** Of the practice question that was checked, or of a graded one, in milliseconds. */
  readonly took: (graded?: string) => number;
}

export function recordsOf(module: Module, before: Memory, after: Memory, event: Event, when: When): { interactions: Interaction[]; objectives: Reports['objectives'] } {
  if (event.type === 'check' && 'practice' in event.target) return { interactions: practiceRecord(module, before, after, event.target.practice, when), objectives: [] };
  if (event.type === 'submit') return submitRecords(module, before, after, when);
  return { interactions: [], objectives: [] };
}

function practiceRecord(module: Module, before: Memory, after: Memory, id: string, when: When): Interaction[] {
  const at = module.data.practice.findIndex((question) => question.id === id);
  const question = module.data.practice[at];
  const kept = after.practice[at];
  // Tries beyond those counted would repeat an id.
  if (question === undefined || kept === undefined || before.practice[at]?.tries === MOST.tries) return [];
  return interactionsOf(module.data, question, kept.answer, { attempt: `p${String(kept.tries)}`, at: when.at, took: when.took() });
}

/** An unanswered question leaves no record: there is no response to report. */
function submitRecords(module: Module, before: Memory, after: Memory, when: When): { interactions: Interaction[]; objectives: Reports['objectives'] } {
  const { attempt } = after;
  if (attempt === null || after.grades.count === before.grades.count) return { interactions: [], objectives: [] };
  const name = String(after.grades.count);
  const interactions = attemptSlots(module, attempt).flatMap(({ question }, i) => {
    const answer = attempt.slots[i]?.answer;
    return answer === undefined || !isGiven(answer) ? [] : interactionsOf(module.data, question, answer, { attempt: name, at: when.at, took: when.took(question.id) });
  });
  const objectives = counts(module, before, after) ? objectivesOf(module.data, attemptResult(module, attempt), module.pass) : [];
  return { interactions, objectives };
}

/** Objectives follow the attempt that counts by the module's rule. */
function counts(module: Module, before: Memory, after: Memory): boolean {
  const rule = module.data.assessment?.grading;
  if (rule === 'first') return before.grades.count === 0;
  return rule !== 'best' || before.grades.count === 0 || after.grades.last >= before.grades.best;
}

/**
 * Where the next record goes: after our own, for a list that leaves a gap is refused and Moodle's app
 * may count one too few; but where the LMS says when it holds more (our state was lost) or less.
 */
export function nextRecord(own: number, held: number | null): number {
  return held === null || (held > 0 && held === own - 1) ? own : held;
}
