/** Decodes the graded questions of a package; encoded, not secret: it keeps keys out of casual sight. */

import type { GradedQuestion } from '../data';

/** Base64 of UTF-8 JSON; empty without assessment. */
export function decodeGraded(text: string): GradedQuestion[] {
  if (text === '') return [];
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes)) as GradedQuestion[];
}
