/** Counts what a learner has read and tried. */

import type { PlayerData } from '../data';
import type { Memory } from './memory';
import type { PageState, Progress } from './types';

export function pageStates(data: PlayerData, memory: Memory): PageState[] {
  const tried = new Set(data.practice.filter((_, i) => isTried(memory, i)).map((question) => question.id));
  return data.pages.map((page, i) => {
    const opened = memory.opened[i] === true;
    return { opened, done: opened && page.questions.every((id) => tried.has(id)) };
  });
}

export function progressOf(data: PlayerData, memory: Memory, pages: readonly PageState[]): Progress {
  return {
    pagesDone: pages.filter((page) => page.done).length,
    pages: pages.length,
    tried: data.practice.filter((_, i) => isTried(memory, i)).length,
    questions: data.practice.length,
  };
}

/** Indices of pages that are not done. */
export function missingPages(pages: readonly PageState[]): number[] {
  return pages.flatMap((page, i) => (page.done ? [] : [i]));
}

function isTried(memory: Memory, i: number): boolean {
  return (memory.practice[i]?.tries ?? 0) > 0;
}
