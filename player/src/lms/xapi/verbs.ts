/** The verbs in use, with their words; `en` holds the bare verb, which some systems read as a key. */

import type { JsonObject } from './json';
import { objectOf, textOf } from './json';

const FRENCH = {
  initialized: 'a ouvert',
  resumed: 'a repris',
  experienced: 'a consulté',
  progressed: 'a avancé dans',
  answered: 'a répondu à',
  passed: 'a réussi',
  failed: 'a échoué à',
  completed: 'a terminé',
  suspended: 'a interrompu',
  terminated: 'a quitté',
} as const;

export type Verb = keyof typeof FRENCH;

export function verbOf(name: Verb): JsonObject {
  return { id: `http://adlnet.gov/expapi/verbs/${name}`, display: { en: name, 'fr-CA': FRENCH[name] } };
}

/** The last part of the verb's address. */
export function verbIn(statement: JsonObject): string {
  return textOf(objectOf(statement['verb'])['id']).split('/').pop() ?? '';
}
