/** Words that the player's logic and its views share; types only, no behaviour. */

import type { GradedQuestion, Question } from '../data';
import type { Notice } from './events';

export type * from './events';
export type * from './host';

/** What a learner gave to one question. Indices are those of the data, whatever the order shown. */
export type Answer =
  /** Several-answer choice: indices of the ticked options, ascending. */
  | { readonly kind: 'set'; readonly on: readonly number[] }
  /** One option, or 0 = true and 1 = false; null: none yet. */
  | { readonly kind: 'pick'; readonly at: number | null }
  /** Matching: for each source the index of its target. */
  | { readonly kind: 'picks'; readonly at: readonly (number | null)[] }
  /** Sequencing: indices of the items in the learner's order; null: not ordered yet. */
  | { readonly kind: 'order'; readonly at: readonly number[] | null }
  /** Numeric: number, then unit when it is asked or chosen. Fill-in: one per blank. */
  | { readonly kind: 'text'; readonly text: readonly string[] };

export type Verdict = 'right' | 'part' | 'wrong' | 'blank';

/** A sentence for the learner: a key of strings/*.json and what fills its `{places}`. */
export interface Note {
  readonly key: string;
  readonly values: Readonly<Record<string, string>>;
}

export interface Mark {
  /** 0 to 1. */
  readonly score: number;
  readonly verdict: Verdict;
  /** Options (blank: not chosen), sources, blanks or items in the order given; one for a number. */
  readonly parts: readonly Verdict[];
  /** Numeric: index of the guided mistake that was recognised. */
  readonly mistake: number | null;
  /** Why a number is not wholly right, when that can be said. */
  readonly note: Note | null;
}

/** What may be shown of a question now; a view shows nothing that is false here. */
export interface Shows {
  /** Whether right or wrong, with the score. */
  readonly verdict: boolean;
  /** The same for each part. */
  readonly parts: boolean;
  /** Feedback of options, of guided mistakes, and the general one. */
  readonly feedback: boolean;
  /** The expected answer. */
  readonly correct: boolean;
  /** The worked solution. */
  readonly solution: boolean;
}

export interface QuestionState<Q extends Question = Question> {
  readonly question: Q;
  readonly answer: Answer;
  /** Whether anything was given. */
  readonly given: boolean;
  /** Checked: the answer can't be edited until a retry. */
  readonly checked: boolean;
  readonly mark: Mark | null;
  readonly shows: Shows;
  /** Order to show options (choice), targets (matching) or items (sequencing, when not ordered yet). */
  readonly order: readonly number[];
  /** UTF-8 bytes that each text may have; 0 for other kinds. */
  readonly bytes: number;
  /** Numeric: how the number typed is read, as « 2,7 × 10³ MPa »; null when there is nothing to say. */
  readonly read: string | null;
}

export interface PracticeState extends QuestionState {
  /** Times checked, as counted up to 15. */
  readonly tries: number;
  readonly canRetry: boolean;
}

export interface AttemptQuestion extends QuestionState<GradedQuestion> {
  readonly flagged: boolean;
  /** `feedback: immediate`: this answer can be checked alone, once. */
  readonly canCheck: boolean;
}

export interface PageState {
  readonly opened: boolean;
  /** Opened, and each question on it tried. */
  readonly done: boolean;
}

export interface Progress {
  readonly pagesDone: number;
  readonly pages: number;
  readonly tried: number;
  readonly questions: number;
}

export interface ObjectiveResult {
  readonly id: string;
  readonly text: string;
  readonly points: number;
  readonly total: number;
  /** 0 to 1. */
  readonly score: number;
}

export interface Result {
  /** Per cent, rounded to two decimals. */
  readonly score: number;
  readonly points: number;
  readonly total: number;
  readonly passed: boolean;
  /** Questions without an answer. */
  readonly blanks: number;
  /** Only those that have a question in the attempt. */
  readonly objectives: readonly ObjectiveResult[];
}

export interface Attempt {
  /** From 1. */
  readonly number: number;
  readonly submitted: boolean;
  /** Index of the question in front of the learner. */
  readonly at: number;
  readonly questions: readonly AttemptQuestion[];
  /** Indices of questions without an answer. */
  readonly blanks: readonly number[];
  readonly flagged: readonly number[];
  readonly result: Result | null;
}

/** What to do after a result. */
export type NextStep =
  /** Everything is done. */
  | 'done'
  /** Passed, pages are missing: see `missing`. */
  | 'pages'
  /** Not passed, try again. */
  | 'retry'
  /** Not passed, no attempt left. */
  | 'review';

export interface AssessmentState {
  /** locked: pages are missing. intro: not started. summary: before submission. result: of the last attempt. */
  readonly phase: 'locked' | 'intro' | 'running' | 'summary' | 'result';
  /** Indices of pages not done. */
  readonly missing: readonly number[];
  /** Per cent: the LMS's mastery score wins over the module's. */
  readonly pass: number;
  /** Questions and points of an attempt. */
  readonly questions: number;
  readonly attemptsUsed: number;
  /** null: unlimited. */
  readonly attemptsLeft: number | null;
  readonly canStart: boolean;
  /** The running attempt, or the last one submitted. */
  readonly attempt: Attempt | null;
  /** Per cent by the module's grading rule; null before the first submission. */
  readonly grade: number | null;
  readonly best: number | null;
  readonly last: number | null;
  readonly passed: boolean;
  readonly next: NextStep | null;
}

/** Self-assessment of one objective, 1 to 4; null: not given. */
export interface Rating {
  readonly before: number | null;
  readonly after: number | null;
}

export type Status = 'incomplete' | 'failed' | 'completed' | 'passed';

/** Immutable; a new object after each change, unchanged parts are the same objects. */
export interface State {
  /** Index of the page in front; `pages.length` is the assessment. */
  readonly here: number;
  readonly pages: readonly PageState[];
  readonly progress: Progress;
  /** In the order of `PlayerData.practice`. */
  readonly practice: readonly PracticeState[];
  readonly assessment: AssessmentState | null;
  /** One per objective; empty when no page asks. */
  readonly ratings: readonly Rating[];
  /** As reported, or as would be in a mode that reports nothing. */
  readonly status: Status;
  /** Per cent as reported; null: none. */
  readonly score: number | null;
  /** What the learner must be told; dismissed by an event. */
  readonly notices: readonly Notice[];
}
