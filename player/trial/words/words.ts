/** The words of a trial, in one language. */

import type { ALL, Verdict, WordsOf } from '../findings';

/** What the page says beside its findings. */
export interface Page {
  readonly report: string;
  /** With its no-break space in French. */
  readonly colon: string;
  /** Between groups of digits. */
  readonly thousands: string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly marks: Readonly<Record<Verdict, string>>;
  readonly asked: string;
  readonly answered: string;
  readonly means: string;
  readonly log: string;
  /** Heads of the columns. */
  readonly examined: string;
  readonly seen: string;
  readonly learners: string;
  readonly running: string;
  readonly launches: readonly [string, string, string];
  readonly place: string;
  /** By the number of the launch; beyond the last one, the last. */
  readonly next: readonly [string, string, string];
  readonly missing: string;
  readonly launch: string;
  readonly counts: Readonly<Record<Verdict, string>>;
  readonly copied: string;
  readonly selected: string;
  readonly date: string;
  readonly address: string;
  readonly browser: string;
  readonly language: string;
  readonly zone: string;
  readonly standard: string;
  readonly values: Readonly<Record<string, string>>;
}

export interface Words extends Page {
  readonly findings: WordsOf<typeof ALL>;
}
