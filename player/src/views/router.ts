/** Shows one section at a time, keeps title, address and focus with it; Back and Forward work. */

import type { PlayerData } from '../data';
import { all, find, focusOn } from './dom';
import { hashOf, placeOf } from './place';
import type { Place } from './place';
import { t } from './words';

export interface Router {
  /** The place now. */
  place(): Place;
  /** Goes to a page, as a link would. */
  go(page: number): void;
  /** Shows the first place, without taking the focus. */
  start(page: number): void;
}

export function createRouter(data: PlayerData, moved: (place: Place) => void): Router {
  let now: Place = { section: data.pages[0]?.id ?? '', page: 0, target: null };
  const show = (place: Place, focus: boolean): void => {
    const same = place.section === now.section && focus;
    now = place;
    reveal(place, data);
    moved(place);
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
    start: (page) => {
      const asked = placeOf(location.hash, data);
      if (asked === null) history.replaceState(null, '', hashOf(page, data));
      show(asked ?? placeOf(hashOf(page, data), data) ?? now, false);
      if (asked?.target !== null && asked !== null) land(asked, false);
    },
  };
}

function reveal(place: Place, data: PlayerData): void {
  for (const section of all(document, '.fi-page')) section.classList.toggle('fi-now', section.id === `/${place.section}`);
  document.documentElement.classList.toggle('fi-first', place.page === 0);
  const title = document.getElementById(`/${place.section}/title`)?.textContent ?? '';
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
  const section = document.getElementById(`/${place.section}`);
  const heading = section === null ? null : find(section, '.fi-title');
  heading?.focus({ preventScroll: true });
}
