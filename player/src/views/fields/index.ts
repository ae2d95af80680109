/** The fields of each type of question. */

import type { Question } from '../../data';
import { choiceFields } from './choice';
import type { Make } from './fields';
import { matchingFields } from './matching';
import { sequencingFields } from './sequencing';
import { fillInFields, numericFields } from './text';

export const FIELDS: Readonly<Record<Question['type'], Make>> = {
  'choice': choiceFields,
  'true-false': choiceFields,
  'numeric': numericFields,
  'fill-in': fillInFields,
  'matching': matchingFields,
  'sequencing': sequencingFields,
};
