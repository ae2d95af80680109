/** What is reported of a learner's progress: one table, and a latch that never goes back. */

import type { PlayerData } from '../data';
import type { Status } from './types';

/** read: pages done, nothing graded. early: passed, pages missing. out: not passed, no attempt left. */
export type Situation = 'progress' | 'read' | 'pass' | 'early' | 'fail' | 'out';
/** open: the grade, unless the LMS itself would turn a low one into a failure. */
type Reports = readonly [Status, 'none' | 'full' | 'grade' | 'open'];

const NOTHING: Reports = ['incomplete', 'none'];
const READ: Reports = ['completed', 'full'];

const POLICY: Readonly<Record<PlayerData['completion'], Readonly<Record<Situation, Reports>>>> = {
  pages: { progress: NOTHING, read: READ, pass: READ, early: NOTHING, fail: NOTHING, out: NOTHING },
  assessment: { progress: NOTHING, read: NOTHING, pass: ['passed', 'grade'], early: ['passed', 'grade'], fail: ['incomplete', 'open'], out: ['failed', 'grade'] },
  both: { progress: NOTHING, read: NOTHING, pass: ['passed', 'grade'], early: ['incomplete', 'open'], fail: ['incomplete', 'open'], out: ['failed', 'grade'] },
};

export interface Facts {
  readonly completion: PlayerData['completion'];
  readonly pagesDone: boolean;
  readonly graded: 'none' | 'pass' | 'fail' | 'out';
  /** Hundredths of a per cent by the module's grading rule. */
  readonly grade: number | null;
  /** Whether the LMS gave a pass mark, and so judges scores itself. */
  readonly mastery: boolean;
}

export interface Report {
  readonly status: Status;
  /** 0 to 1; null: no score. */
  readonly score: number | null;
}

export function situation(facts: Facts): Situation {
  // Pages alone complete such a module, whatever its assessment says.
  if (facts.graded === 'none' || facts.completion === 'pages') return facts.pagesDone ? 'read' : 'progress';
  return facts.graded === 'pass' && !facts.pagesDone ? 'early' : facts.graded;
}

export function report(facts: Facts): Report {
  const [status, kind] = POLICY[facts.completion][situation(facts)];
  const shown = kind === 'grade' || (kind === 'open' && !facts.mastery);
  const grade = shown && facts.grade !== null ? facts.grade / 10000 : null;
  return { status, score: kind === 'full' ? 1 : grade };
}

const RANK: Readonly<Record<Status, number>> = { incomplete: 0, failed: 1, completed: 2, passed: 3 };

/** The better of two: once said, it stays. */
export function latched(kept: Status, proposed: Status): Status {
  return RANK[proposed] > RANK[kept] ? proposed : kept;
}

export function isBelow(a: Status, b: Status): boolean {
  return RANK[a] < RANK[b];
}
