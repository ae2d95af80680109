/** Marks blanks, each against its accepted answers, with the tolerance its author chose. */

import type { FillInKey } from '../../data';
import type { Answer, Mark, Verdict } from '../types';
import { blank, byParts } from './result';

type Blank = FillInKey['blanks'][number];

export function markFillIn(key: FillInKey, answer: Answer): Mark {
  const texts = answer.kind === 'text' ? answer.text : [];
  const parts = key.blanks.map((place, i) => markBlank(place, texts[i] ?? ''));
  return parts.every((part) => part === 'blank') ? blank(parts.length) : byParts(parts);
}

function markBlank(place: Blank, text: string): Verdict {
  const given = normal(text, place);
  if (given === '') return 'blank';
  return place.answers.some((accepted) => normal(accepted, place) === given) ? 'right' : 'wrong';
}

/** Spaces, apostrophes and hyphens of all kinds are one; case and accents when the author says so. */
function normal(text: string, place: Blank): string {
  let out = text.normalize('NFC').replace(/[\s\u00a0\u2007\u2009\u202f]+/gu, ' ').trim();
  out = out.replace(/[\u2019\u02bc]/gu, "'").replace(/[\u2010\u2011\u2212]/gu, '-');
  if (place.ignoreCase) out = out.toLowerCase();
  if (place.ignoreAccents) out = out.normalize('NFD').replace(/\p{M}+/gu, '').replace(/œ/gu, 'oe').replace(/Œ/gu, 'OE').replace(/æ/gu, 'ae').replace(/Æ/gu, 'AE');
  return out;
}
