/** Enlarges figures in a dialog: buttons for the size, scrolling for the place, no dragging needed. */

import { all, button, el, find } from './dom';
import { openDialog } from './dialog';
import { t } from './words';

const MOST = 4;

export function zoomable(): void {
  for (const picture of all<HTMLImageElement>(document, 'img[data-zoom]')) {
    const opener = button(t('zoom.open'), () => { enlarge(picture); }, { sign: 'zoom' });
    opener.classList.add('fi-zoom', 'fi-no-print');
    opener.setAttribute('aria-label', t('zoom.open-of', { alt: captionOf(picture) }));
    const figure = picture.closest('figure');
    (figure === null ? null : find(figure, 'figcaption'))?.prepend(opener);
  }
}

function captionOf(picture: HTMLImageElement): string {
  const figure = picture.closest('figure');
  const label = figure === null ? null : find(figure, 'figcaption b');
  return label?.textContent?.replace(/\.$/u, '') ?? picture.alt;
}

function enlarge(picture: HTMLImageElement): void {
  const copy = el('img', { src: picture.getAttribute('src') ?? '', alt: picture.alt, width: picture.getAttribute('width') ?? '', height: picture.getAttribute('height') ?? '' });
  const view = el('div', { class: 'fi-view', tabindex: '0', role: 'region', 'aria-label': captionOf(picture) }, copy);
  const said = el('span', { class: 'fi-vh', role: 'status' });
  let size = 1;
  const set = (to: number): void => {
    size = Math.min(MOST, Math.max(1, to));
    copy.style.setProperty('--zoom', String(size));
    said.textContent = t('zoom.said', { size: `${String(size * 100)}\u00a0%` });
  };
  const smaller = button(t('zoom.smaller'), () => { set(size - 0.5); }, { sign: 'less' });
  const larger = button(t('zoom.larger'), () => { set(size + 0.5); }, { sign: 'more' });
  for (const tool of [smaller, larger]) tool.classList.add('fi-dialog-tool');
  openDialog(captionOf(picture), [view, said], [smaller, larger], true);
}
