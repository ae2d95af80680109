/** What is remembered of a learner between launches: the part of the state that is stored. */

import type { PlayerData } from '../data';
import { emptyAnswer } from './answers';
import type { Answer, Status } from './types';

export interface Memory {
  readonly here: number;
  readonly opened: readonly boolean[];
  readonly practice: readonly PracticeMemory[];
  readonly ratings: readonly RatingMemory[];
  /** Interactions recorded so far: index of the next one. */
  readonly recorded: number;
  /** The best status reported so far. */
  readonly latch: Status;
  readonly grades: Grades;
  readonly attempt: AttemptMemory | null;
}

export interface PracticeMemory {
  /** 0 to 15. */
  readonly tries: number;
  readonly checked: boolean;
  readonly answer: Answer;
}

/** 0: not given, 1 to 4. */
export interface RatingMemory {
  readonly before: number;
  readonly after: number;
}

/** Scores of the submitted attempts in hundredths of a per cent, 0 to 10 000. */
export interface Grades {
  readonly count: number;
  readonly first: number;
  readonly best: number;
  readonly last: number;
  readonly sum: number;
}

export interface AttemptMemory {
  readonly phase: 'running' | 'summary' | 'submitted';
  /** Draws and orders follow from it. */
  readonly seed: number;
  /** Schema hash of the earlier version that drew the questions; absent: this one would draw the same. */
  readonly from?: string;
  readonly at: number;
  readonly slots: readonly AttemptSlot[];
}

export interface AttemptSlot {
  readonly flagged: boolean;
  readonly checked: boolean;
  readonly answer: Answer;
}

/** Limits of what is counted; the widths of the codec follow from them. */
export const MOST = { tries: 15, attempts: 127, recorded: 16383, rating: 4, grade: 10000 } as const;

export const NO_GRADES: Grades = { count: 0, first: 0, best: 0, last: 0, sum: 0 };

/** The memory of a learner who opens the module for the first time. */
export function freshMemory(data: PlayerData): Memory {
  const { state } = data;
  return {
    here: 0,
    opened: Array.from({ length: state.pages }, (_, i) => i === 0),
    practice: state.practice.map((slot) => ({ tries: 0, checked: false, answer: emptyAnswer(slot.layout) })),
    ratings: Array.from({ length: state.objectives }, () => ({ before: 0, after: 0 })),
    recorded: 0,
    latch: 'incomplete',
    grades: NO_GRADES,
    attempt: null,
  };
}
