/** What the learner must be told of a trouble, besides that the work is not stored yet. */

import type { Trouble } from '../lms/lms';
import type { Launch, Notice } from './types';

/** Work of a version that this one does not know stays as it is until the learner gives it up. */
export function isHeld(notices: readonly Notice[]): boolean {
  return notices.some((notice) => notice.kind === 'foreign');
}

/** The launch names a store that is not to be had: whatever is done stays in this browser. */
export function isUntracked(notice: Notice): boolean {
  return notice.kind === 'untracked';
}

export function noticeOf(trouble: Trouble, launch: Launch): Notice | null {
  if (trouble.kind === 'known') return null;
  if (trouble.kind === 'refused') return { kind: 'refused', detail: trouble.call };
  // The launch named a store and could not be used: this browser alone keeps the work.
  if (trouble.call !== 'localStorage' && launch.kind === 'standalone') return { kind: 'untracked', detail: trouble.reason ?? 'lost' };
  return null;
}
