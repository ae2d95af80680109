/** No LMS: a place that shows the package and has no API; nothing can be called. */

import type { Profile } from '../profile';
import { STRICT } from './strict';

export const NONE: Profile = { ...STRICT, kind: 'none', leaves: () => false, grade: () => null };
