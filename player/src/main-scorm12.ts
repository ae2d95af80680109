/** Entry of the player in SCORM 1.2 packages. */

import { openLms } from './lms/open';
import { play } from './main';

void play(({ env, key }) => openLms(window, env, key));
