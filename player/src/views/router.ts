/** Shows one section at a time, keeps title, address and focus with it; Back and Forward work. */

import type { PlayerData } from '../data';
import { all, byId, find, focusOn } from './dom';
import { hashOf, placeOf } from './place';
import type { Place } from './place';
import { unfold } from './unfold';
import { t } from './words';

export interface Router {
  /** The place now. */
  place(): Place;
  /** Goes to a page, as a link would. */
  go(page: number): void;
  /** Shows the first place, without taking the focus. */
  start(): void;
}

/** What follows a move: before the section shows, then once all of it is laid out. */
export interface Moves {
  readonly moved: (place: Place) => void;
  readonly shown: (section: HTMLElement) => void;
}

/** Begins where the address says, else at `page`. */
export function createRouter(data: PlayerData, page: number, { moved, shown }: Moves): Router {
  const asked = placeOf(location.hash, data);
  if (asked === null) history.replaceState(null, '', hashOf(page, data));
  let now: Place = asked ?? placeOf(hashOf(page, data), data) ?? { section: '', page: 0, target: null };
  const show = (place: Place, focus: boolean): void => {
    const same = place.section === now.section && focus;
    now = place;
    moved(place);
    reveal(place, data, shown);
    if (focus) land(place, same);
  };
  window.addEventListener('hashchange', () => {
    const place = placeOf(location.hash, data);
    if (place !== null) show(place, true);
  });
  return {
    place: () => now,
    go: (page) => {
      const hash = hashOf(page, data);
      if (location.hash === hash) window.dispatchEvent(new HashChangeEvent('hashchange'));
      else location.hash = hash;
    },
    start: () => {
      show(now, false);
      if (now.target !== null) land(now, false);
    },
  };
}

function reveal(place: Place, data: PlayerData, shown: Moves['shown']): void {
  const section = byId(`/${place.section}`);
  // A part far down must be there to go to.
  void unfold(section, place.target === null).then(() => { shown(section); });
  for (const each of all(document, '.fi-page')) each.classList.toggle('fi-now', each === section);
  document.documentElement.classList.toggle('fi-first', place.page === 0);
  const title = find(section, '.fi-title')?.textContent ?? '';
  document.title = t('page.title', { page: title, module: data.module.title });
}

/** A new page begins at its heading; a part of it at that part. */
function land(place: Place, same: boolean): void {
  const part = place.target === null ? null : document.getElementById(place.target);
  if (part !== null) {
    part.closest('details')?.setAttribute('open', '');
    focusOn(part);
    part.scrollIntoView({ block: 'start' });
    return;
  }
  if (!same) window.scrollTo(0, 0);
  find(byId(`/${place.section}`), '.fi-title')?.focus({ preventScroll: true });
}
