/** Shape of the data block that the compiler writes into each package; types only. */

export type Html = string;

export interface PlayerData {
  /** Version of this shape. */
  v: 1;
  module: ModuleInfo;
  pages: PageInfo[];
  objectives: { id: string; text: string }[];
  completion: 'pages' | 'assessment' | 'both';
  assessment: AssessmentInfo | null;
  /** Practice questions, in the order of the pages. */
  practice: Question[];
  /** Base64 of the UTF-8 JSON of a `GradedQuestion[]`; empty without assessment. Encoded, not secret. */
  graded: string;
  /** Present: what is not stored is not kept in this browser either. */
  journal?: 'off';
  /** Present: all the time of a session is reported, not only that of activity. */
  time?: 'wall';
  state: StateSchema;
}

export interface ModuleInfo {
  id: string;
  iri: string;
  title: string;
  /** What it is about, in plain words. */
  about?: string;
  /** Codes of the programmes that it is for. */
  programmes?: string[];
  version: string;
  /** YYYY-MM-DD */
  date: string;
  /** Language of the content, as fr-CA. */
  language: string;
  /** Language of the interface. */
  ui: 'fr' | 'en';
  /** Names of quantities, with their units between spaces; absent when no answer has a unit. */
  quantities?: Record<string, string>;
  /** First 12 hexadecimal digits of the SHA-256 of the content. */
  hash: string;
  publisher: string;
  support: string;
  licence: string;
}

export interface PageInfo {
  id: string;
  title: string;
  /** Ids of the practice questions on it. */
  questions: string[];
}

export interface AssessmentInfo {
  /** Per cent. */
  pass: number;
  /** null: unlimited. */
  attempts: number | null;
  grading: 'best' | 'last' | 'first' | 'average';
  feedback: 'immediate' | 'after-attempt' | 'after-pass' | 'never';
  corrections: 'none' | 'own' | 'correct' | 'worked';
  shuffleQuestions: boolean;
  shuffleOptions: boolean;
  /** Open only once every page is done. */
  afterPages: boolean;
  /** `pool` holds ids of graded questions; all of them, in order, when `take` equals its length. */
  draws: { bank: string; pool: string[]; take: number }[];
}

export interface QuestionBase {
  id: string;
  objective: string | null;
  points: number;
  /** Plain words of the prompt, for lists and reports. */
  label: string;
  /** General feedback. */
  feedback: Html | null;
  solution: Html | null;
}

export type Question =
  | (QuestionBase & ChoiceKey)
  | (QuestionBase & TrueFalseKey)
  | (QuestionBase & NumericKey)
  | (QuestionBase & FillInKey)
  | (QuestionBase & MatchingKey)
  | (QuestionBase & SequencingKey);

/** A graded question carries its whole form: it is not in the page until it is drawn. */
export type GradedQuestion = Question & { html: Html };

export interface ChoiceKey {
  type: 'choice';
  multiple: boolean;
  /** In the order written; `id` is the letter used in reports. */
  options: { id: string; right: boolean; fixed: boolean; text: string; feedback: Html | null }[];
}

export interface TrueFalseKey {
  type: 'true-false';
  answer: boolean;
}

export interface NumericKey {
  type: 'numeric';
  value: number;
  /** Bounds in the answer's unit, both accepted. */
  low: number;
  high: number;
  unit: string | null;
  /** value in `unit` = typed × factor + offset; the first is `unit`. */
  units: { symbol: string; factor: number; offset: number }[];
  askUnit: boolean;
  significant: number | null;
  /** What it measures, as « une masse »; absent in a pure number. */
  measure?: string;
  /** Units that convert as `units` do, but are not accepted. */
  others?: { symbol: string; factor: number; offset: number }[];
  /** What a right number is worth that is not given as it should be, 0 to 1. */
  shares: { unit: number; dimension: number; digits: number };
  /** The answer as shown, as « 2 678 kg ». */
  shown: string;
  mistakes: { low: number; high: number; feedback: Html }[];
}

export interface FillInKey {
  type: 'fill-in';
  blanks: { name: string; answers: string[]; choices: string[] | null; ignoreCase: boolean; ignoreAccents: boolean }[];
}

export interface MatchingKey {
  type: 'matching';
  /** `target`: index into `targets`. */
  sources: { id: string; text: string; target: number }[];
  /** `id` is the number used in reports, which a target keeps from version to version. */
  targets: { id: string; text: string }[];
}

export interface SequencingKey {
  type: 'sequencing';
  /** In the right order. */
  items: { id: string; text: string }[];
}

/** How answers are packed; computed and bounded by the compiler. */
export interface StateSchema {
  /** 6 characters of the hash of everything below. */
  hash: string;
  /** Number of pages. */
  pages: number;
  /** Practice questions in the order of `PlayerData.practice`. */
  practice: Slot[];
  /** One per draw; empty without assessment. */
  draws: { take: number; pool: Slot[] }[];
  /** Objectives with a self-assessment before and after; 0 when no page shows the objectives block. */
  objectives: number;
  /** Released versions whose states this package reads; absent when none is packed otherwise. */
  earlier?: EarlierSchema[];
}

/** How an earlier version packed its states; what is absent is as in this package. */
export interface EarlierSchema {
  hash: string;
  /** Ids of its pages. */
  pages?: string[];
  /** Ids of its practice questions. */
  practice?: string[];
  draws?: { take: number; pool: string[] }[];
  /** Ids of the objectives with a self-assessment. */
  objectives?: string[];
  /** Whether it shuffled the questions of an attempt. */
  shuffle?: boolean;
  /** Its questions that this package lacks, or packs otherwise. */
  slots?: Slot[];
}

/** One question's place in the state. */
export interface Slot {
  q: string;
  layout: Layout;
  /** What an answer names, in the order of the data: letters (absent: a, b, c…), or names of blanks between spaces. */
  parts?: string;
  /** Matching: letters of the targets (absent: a, b, c…). */
  targets?: string;
}

export type Layout =
  /** n bits: several-answer choice. */
  | { set: number }
  /** One of n, or none. */
  | { pick: number }
  /** `count` picks of one of n, or none: matching. */
  | { picks: number; of: number }
  /** A permutation of n, or none yet: sequencing. */
  | { order: number }
  /** `text` strings of at most `bytes` UTF-8 bytes each: numeric (number, unit), fill-in (one per blank). */
  | { text: number; bytes: number };
