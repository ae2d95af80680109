/** What the learner must be told of a trouble, besides that the work is not stored yet. */

import type { Trouble } from '../lms/lms';
import type { Launch, Notice } from './types';

export function noticeOf(trouble: Trouble, launch: Launch): Notice | null {
  if (trouble.kind === 'known') return null;
  if (trouble.kind === 'refused') return { kind: 'refused', detail: trouble.call };
  // The launch named a store and could not be used: this browser alone keeps the work.
  if (trouble.call !== 'localStorage' && launch.kind === 'standalone') return { kind: 'untracked', detail: trouble.reason ?? 'lost' };
  return null;
}
