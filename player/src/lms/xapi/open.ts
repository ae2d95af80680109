/** Opens the record store that the address names, else this browser's storage. */

import type { Env } from '../../core/types';
import { Chosen } from '../chosen';
import type { Lms } from '../lms';
import { Standalone } from '../standalone';
import type { Web } from './http';
import { launchedBy } from './launched';
import { copyKey } from './opening';
import type { Content } from './opening';
import { Xapi } from './xapi';

/** `key` names the module in this browser's storage. */
export function openStore(web: Web, content: Content, env: Env, key: string): Lms {
  const address = launchedBy(web);
  if (address === null) return new Standalone(env, key);
  // A launch that can't be used leaves the work where the next one takes it up.
  const alone = new Standalone(env, copyKey(address, content.data), content.data.journal === 'off' ? null : env.storage);
  return new Chosen(new Xapi(address, content, web, env), alone);
}
