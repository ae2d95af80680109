/** What a journey is made of: steps of a learner, and what goes wrong between them. */

import type { Place as Window } from '../../sim/places';
import type { Kind, Settings } from '../../sim/types';

/** How a page goes away; the last two bring it back at once. */
export type Way = 'close' | 'navigate' | 'remove' | 'crash' | 'quit' | 'reload';

export type Fault =
  /** The next requests fail. */
  | { readonly fault: 'fail'; readonly times: number }
  | { readonly fault: 'offline' | 'online' | 'expire' | 'lose' }
  /** Each request takes so long. */
  | { readonly fault: 'slow'; readonly ms: number }
  /** The computer's clock is set. */
  | { readonly fault: 'jump'; readonly ms: number };

export type Step =
  | { readonly do: 'go'; readonly to: number }
  | { readonly do: 'try'; readonly q: number; readonly given: number }
  | { readonly do: 'check' | 'retry'; readonly q: number }
  | { readonly do: 'start' }
  | { readonly do: 'submit' }
  | { readonly do: 'hide' }
  | { readonly do: 'answer'; readonly at: number; readonly given: number }
  | { readonly do: 'open'; readonly at: number }
  | { readonly do: 'confirm'; readonly at: number }
  | { readonly do: 'flag'; readonly at: number; readonly on: boolean }
  | { readonly do: 'summary'; readonly on: boolean }
  | { readonly do: 'rate'; readonly at: number; readonly when: 'before' | 'after'; readonly value: number }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'leave'; readonly way: Way }
  | ({ readonly do: 'fault' } & Fault);

export type Place = Kind | 'tincan' | 'cmi5';

/** What is around the module's window: a frame of the LMS's page, a window that it opened, a frame of another origin's, or nothing. */
export type Around = Extract<Window, 'parent' | 'opener' | 'foreign' | 'sandboxed' | 'nowhere'>;

export type Engine = 'chromium' | 'firefox' | 'webkit';

/** Rules of the module. */
export interface Rules {
  readonly attempts: number | null;
  readonly grading: 'best' | 'last' | 'first' | 'average';
  readonly feedback: 'immediate' | 'after-attempt' | 'after-pass' | 'never';
  readonly corrections: 'none' | 'own' | 'correct' | 'worked';
  readonly shuffle: boolean;
  readonly afterPages: boolean;
  readonly pass: number;
  readonly take: number;
  readonly completion: 'pages' | 'assessment' | 'both';
  readonly ratings: boolean;
  readonly assessment: boolean;
}

/** What stays the same through a journey. */
export interface Setup {
  readonly place: Place;
  readonly engine: Engine;
  readonly around: Around;
  readonly mode: 'normal' | 'review' | 'browse';
  readonly credit: boolean;
  /** Pass mark of the LMS. */
  readonly mastery: number | null;
  readonly settings: Partial<Settings>;
  /** The browser lets nobody store anything. */
  readonly blocked: boolean;
  /** Milliseconds until the API appears. */
  readonly late: number;
  readonly rules: Rules;
}

export interface Journey {
  readonly seed: number;
  readonly setup: Setup;
  readonly steps: readonly Step[];
}

/** « answer at=2 given=0 ». */
export function wordsOf(step: Step): string {
  const { do: name, ...rest } = step;
  return [name, ...Object.entries(rest).map(([key, value]) => (key === 'fault' ? String(value) : `${key}=${String(value)}`))].join(' ');
}
