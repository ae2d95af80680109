/** What an event gives to tell besides answers: pages left, progress, grades, completion. */

import type { Grade, Happening } from '../lms/lms';
import { counted } from './grade';
import type { Memory } from './memory';
import { hasPassed } from './module';
import type { Module } from './module';
import { pageStates } from './progress';
import type { Launch, Status } from './types';

/** Without its number, which only the session knows. */
export type Told = Happening extends infer H ? (H extends Happening ? Omit<H, 'n'> : never) : never;

export interface Moment {
  readonly at: number;
  /** Milliseconds that the page in front was read. */
  readonly took: number;
}

/** What changed between two memories. */
export function happeningsOf(module: Module, before: Memory, after: Memory, moment: Moment): Told[] {
  const { at } = moment;
  const grade = gradeOf(module, after);
  const percent = percentOf(module, after);
  return [
    ...(before.here === after.here ? [] : pageLeft(module, before, moment)),
    ...(percent > percentOf(module, before) ? [{ kind: 'progress' as const, at, percent }] : []),
    ...(after.grades.count === before.grades.count || grade === null ? [] : [{ kind: 'graded' as const, at, ...grade }]),
    ...(isDone(after.latch) && !isDone(before.latch) ? [{ kind: 'completed' as const, at, grade }] : []),
  ];
}

/** What the stored work says and the LMS may not know: an earlier session was cut short. */
export function untold(module: Module, memory: Memory, launch: Launch, at: number): Told[] {
  const grade = gradeOf(module, memory);
  if (launch.reported === undefined) return [];
  return [
    ...(grade?.passed === true && !launch.reported.passed ? [{ kind: 'graded' as const, at, ...grade }] : []),
    ...(isDone(memory.latch) && !launch.reported.completed ? [{ kind: 'completed' as const, at, grade }] : []),
  ];
}

/** The page in front, if it is one: the assessment tells its own story. */
export function pageLeft(module: Module, memory: Memory, { at, took }: Moment): Told[] {
  const page = module.data.pages[memory.here];
  return page === undefined ? [] : [{ kind: 'page', at, page: page.id, took }];
}

function isDone(status: Status): boolean {
  return status === 'completed' || status === 'passed';
}

function gradeOf(module: Module, memory: Memory): Grade | null {
  const grade = counted(memory.grades, module.data.assessment?.grading ?? 'best');
  return grade === null ? null : { score: grade / 10000, passed: hasPassed(module, memory) };
}

function percentOf(module: Module, memory: Memory): number {
  const pages = pageStates(module.data, memory);
  return Math.floor((100 * pages.filter((page) => page.done).length) / Math.max(1, pages.length));
}
