/** What a learner does, and what the player has to tell; types only. */

import type { Answer } from './types';

export type NoticeKind =
  /** Work was found and taken up again at `here`. */
  | 'resumed'
  /** The package was updated since; `detail` says how many questions are to be answered again. */
  | 'updated'
  /** A version that this one does not know left its work: nothing is stored until the learner gives that up. */
  | 'foreign'
  /** What the LMS gave back can't be read: answers start anew. */
  | 'damaged'
  /** This browser has work of an earlier launch that the LMS does not have. */
  | 'unsent'
  /** The LMS refused a value; `detail` says which. */
  | 'refused'
  /** The launch can't be used, so nothing is reported; `detail` says why. */
  | 'untracked'
  /** The session was closed before this page was loaded again. */
  | 'closed';

export interface Notice {
  readonly kind: NoticeKind;
  readonly detail: string;
}

/** A question on a page, by id, or the n-th of the running attempt. */
export type Target = { readonly practice: string } | { readonly attempt: number };

export type Event =
  | { readonly type: 'go'; readonly to: number }
  | { readonly type: 'answer'; readonly target: Target; readonly answer: Answer }
  | { readonly type: 'check'; readonly target: Target }
  /** Practice: edit again, the answer stays. */
  | { readonly type: 'retry'; readonly practice: string }
  /** Starts an attempt. */
  | { readonly type: 'start' }
  | { readonly type: 'question'; readonly at: number }
  | { readonly type: 'flag'; readonly at: number; readonly on: boolean }
  /** Shows what is unanswered, or goes back to the questions. */
  | { readonly type: 'summary'; readonly open: boolean }
  | { readonly type: 'submit' }
  | { readonly type: 'rate'; readonly objective: number; readonly when: 'before' | 'after'; readonly value: number | null }
  | { readonly type: 'dismiss'; readonly kind: NoticeKind };
