/** Where the learner is: the part of the address after `#`, which is also the id of a section. */

import type { PlayerData } from '../data';

/** Slugs start with a letter, so no page can have this id. */
export const ASSESSMENT = '@assessment';

export interface Place {
  /** Id of the section, without its slash. */
  readonly section: string;
  /** Index in the state, or null for a section that the state does not know (glossary, references). */
  readonly page: number | null;
  /** Id of an element inside the section, or null. */
  readonly target: string | null;
}

/** The place that `#/page` or `#/page/part` names, or null. */
export function placeOf(hash: string, data: PlayerData): Place | null {
  const id = decode(hash.replace(/^#/u, ''));
  const section = id.split('/')[1] ?? '';
  const node = section === '' ? null : document.getElementById(`/${section}`);
  if (!id.startsWith('/') || node === null) return null;
  const page = data.pages.findIndex((known) => known.id === section);
  const target = id === `/${section}` ? null : id;
  return { section, page: section === ASSESSMENT ? data.pages.length : page < 0 ? null : page, target };
}

export function hashOf(page: number, data: PlayerData): string {
  return `#/${data.pages[page]?.id ?? ASSESSMENT}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
