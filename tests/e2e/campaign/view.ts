/** What a page's words say of saving, in the terms of the model. */

import type { Seen } from './hand';
import type { Held } from '../../../player/test/campaign/places';
import type { View } from '../../../player/test/campaign/stage';
import type { Setup } from '../../../player/test/campaign/steps';
import { shownOf } from './seen';

/** Words of the badge, and the kind of `SaveStatus` that they stand for. */
const SAVES: readonly (readonly [words: string, kind: string])[] = [['Saving', 'saving'], ['Saved', 'saved'], ['Partly saved', 'partly'], ['Not saved', 'unsaved'], ['Offline', 'lost'], ['Session ended', 'ended'], ['Review mode', 'readonly']];

export function viewOf(seen: Seen, { rules, place }: Setup, held: Held | null, met: boolean): View {
  const save = SAVES.find(([words]) => seen.save.startsWith(words))?.[1] ?? (place === 'none' ? 'standalone' : 'readonly');
  const tells = (words: string): boolean => seen.told.includes(words);
  return { shown: shownOf(seen, rules), save, writes: save !== 'readonly', credit: !tells('No credit.'), offers: tells('Some answers were not sent.'), spent: tells('Nothing is being sent to the course site.'), met, held };
}
