/** The opening above the first page: what the module holds, in a few facts. */

import type { PlayerData } from '../data';
import { cell } from './assessment/parts';
import { el, find } from './dom';
import { number, percent, t } from './words';

export function cover(data: PlayerData): void {
  const { assessment, objectives, pages, practice } = data;
  const asked = assessment?.draws.reduce((sum, draw) => sum + draw.take, 0) ?? 0;
  const facts = [
    cell(t('nav.button'), number(pages.length)),
    ...(objectives.length === 0 ? [] : [cell(t('cover.objectives'), number(objectives.length))]),
    ...(practice.length === 0 ? [] : [cell(t('cover.practice'), number(practice.length))]),
    ...(assessment === null ? [] : [cell(t('cover.assessment'), number(asked), t('cover.pass', { pass: percent(assessment.pass) }))]),
  ];
  find(document, '.fi-cover')?.append(el('dl', { class: 'fi-block' }, ...facts));
}
