/** Every simulated LMS. */

import type { Profile } from '../profile';
import type { Kind } from '../types';
import { CHAMILO } from './chamilo';
import { ILIAS } from './ilias';
import { MOODLE } from './moodle';
import { NONE } from './none';
import { OPENEDX } from './openedx';
import { STRICT } from './strict';

export const PROFILES: Readonly<Record<Kind, Profile>> = {
  strict: STRICT,
  moodle: MOODLE,
  ilias: ILIAS,
  openedx: OPENEDX,
  chamilo: CHAMILO,
  none: NONE,
};

export const KINDS = Object.keys(PROFILES) as readonly Kind[];
