/** Entry of the player in SCORM 1.2 packages. */

import { guarded } from './core/guarded';
import { openChannel } from './lms/channel';
import { openLms } from './lms/open';
import { play } from './main';

// A record store merges what two tabs wrote; here one tab at a time may write.
void play(
  ({ env, key }) => openLms(window, env, key),
  (session, env) => guarded(session, { ...env, channel: (name) => openChannel(window, env.storage, name) }),
);
