/** What can be found wrong in a journey, and what it counts. */

export type Rule =
  | 'exception'
  | 'refused'
  | 'shows other work'
  | 'said stored and is not'
  | 'status went back'
  | 'wrong status'
  | 'wrong score'
  | 'wrong records'
  | 'written in a mode that writes nothing'
  | 'never stored'
  | 'lost silently'
  | 'told and not kept'
  | 'work of nobody';

export interface Finding {
  readonly rule: Rule;
  /** Index of the step after which it was seen. */
  readonly at: number;
  readonly text: string;
}

export interface Counts {
  readonly journeys: number;
  readonly flushes: number;
  readonly faults: number;
  readonly launches: number;
  readonly given: number;
  /** Told that they were not stored, with nowhere to keep them. */
  readonly told: number;
  /** Launches that offered what was kept, and were taken at their word. */
  readonly offered: number;
  readonly lost: number;
}

export interface Outcome {
  readonly findings: readonly Finding[];
  readonly counts: Counts;
}

export const NOTHING: Counts = { journeys: 0, flushes: 0, faults: 0, launches: 0, given: 0, told: 0, offered: 0, lost: 0 };
