/** Every simulated LMS. */

import type { Profile } from '../profile';
import type { Kind } from '../types';
import { MOODLE } from './moodle';
import { NONE } from './none';
import { STRICT } from './strict';

export const PROFILES: Readonly<Record<Kind, Profile>> = {
  strict: STRICT,
  moodle: MOODLE,
  ilias: STRICT,
  openedx: STRICT,
  chamilo: STRICT,
  none: NONE,
};
