/** Opens the record store that the address names, else this browser's storage. */

import type { Env } from '../../core/types';
import { Chosen } from '../chosen';
import type { Lms } from '../lms';
import { Standalone } from '../standalone';
import type { Web } from './http';
import { launchedBy } from './launched';
import type { Content } from './opening';
import { Xapi } from './xapi';

/** `key` names the module in this browser's storage. */
export function openStore(web: Web, content: Content, env: Env, key: string): Lms {
  const address = launchedBy(web);
  const alone = new Standalone(env, key);
  return address === null ? alone : new Chosen(new Xapi(address, content, web, env), alone);
}
