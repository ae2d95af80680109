/** The bar: list button, save badge, progress in words and drawn. */

import { isUntracked } from '../core/notices';
import type { Launch, SaveStatus, State } from '../core/types';
import { byId, el, find, icon } from './dom';
import { clock, t, tn } from './words';

type Kind = 'saved' | 'partly' | 'saving' | 'unsaved' | 'lost' | 'review' | 'preview' | 'held' | 'ended' | 'elsewhere';

const SIGNS: Readonly<Record<Kind, readonly [string, string]>> = {
  saved: ['saved', ''],
  partly: ['failed', 'is-bad'],
  saving: ['saving', ''],
  unsaved: ['failed', 'is-bad'],
  lost: ['offline', 'is-off'],
  review: ['review', ''],
  preview: ['info', ''],
  held: ['review', ''],
  ended: ['saved', ''],
  elsewhere: ['lock', ''],
};

export class Bar {
  private readonly badge = el('p', { class: 'fi-save' });
  private readonly said = el('p', { class: 'fi-vh', role: 'status' });
  private readonly gauge = el('p');
  private readonly line: HTMLProgressElement;
  private readonly ruler = el('div', { class: 'fi-ruler' });
  private told: Kind = 'saved';

  constructor(private readonly launch: Launch, menu: HTMLElement, pages: number, way: HTMLElement | null) {
    this.line = el('progress', { max: String(pages), 'aria-label': t('progress.label') });
    const bar = byId('fi-bar');
    const inner = find(bar, '.fi-bar-in') ?? bar;
    inner.prepend(menu);
    inner.append(this.badge, this.said);
    if (way !== null) inner.append(way);
    this.ruler.append(this.line);
    this.ruler.style.setProperty('--n', String(Math.max(1, pages)));
    bar.append(el('div', { class: 'fi-gauge' }, this.ruler, this.gauge));
  }

  update(state: State, save: SaveStatus): void {
    const { progress } = state;
    this.line.value = progress.pagesDone;
    const pages = tn('progress.pages', progress.pages, { done: progress.pagesDone });
    const questions = progress.questions === 0 ? '' : `, ${tn('progress.questions', progress.questions, { done: progress.tried })}`;
    this.gauge.textContent = pages + questions;
    this.show(this.kind(save, state), save);
  }

  private show(kind: Kind, save: SaveStatus): void {
    const [sign, className] = SIGNS[kind];
    const words = kind === 'saved' && save.at !== null ? t('save.saved-at', { time: clock(save.at) }) : t(`save.${kind}`);
    this.badge.className = `fi-save ${className}`.trim();
    this.badge.replaceChildren(icon(sign), el('span', {}, words));
    // One announcement a change of kind: « saving » comes and goes too often to be said.
    if (kind === 'saving' || kind === this.told) return;
    this.told = kind;
    this.said.textContent = t(`save.${kind}`);
  }

  private kind(save: SaveStatus, state: State): Kind {
    if (save.kind === 'standalone') return state.notices.some(isUntracked) ? 'unsaved' : 'preview';
    // Somebody answers, and refuses.
    if (save.kind === 'lost' && save.reason !== null) return 'unsaved';
    if (save.kind === 'readonly' && this.launch.mode === 'normal') return 'held';
    if (save.kind === 'readonly') return this.launch.mode === 'browse' ? 'preview' : 'review';
    return save.kind;
  }
}
