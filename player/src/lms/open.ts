/** Opens the SCORM API around the page, else this browser's storage. */

import type { Env } from '../core/types';
import { Chosen } from './chosen';
import type { Lms } from './lms';
import { Scorm12 } from './scorm12';
import { Standalone } from './standalone';

/** `own` is the page's window; `key` names the module in this browser's storage. */
export function openLms(own: unknown, env: Env, key: string): Lms {
  return new Chosen(new Scorm12(own, env), new Standalone(env, key));
}
