/** Entry of the player in xAPI packages. */

import { openStore } from './lms/xapi/open';
import { play } from './main';

void play(({ web, content, env, key }) => openStore(web, content, env, key));
