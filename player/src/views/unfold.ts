/** Lays a long section out a part at a time, so that what is asked in between is answered at once. */

import { all } from './dom';
import { breath } from './later';

/** Elements of a part: more take too long on a slow computer. */
const PART = 45;

let turn = 0;

/** Shows the beginning of a section, and in the tasks that follow what is further down; all at once unless `parts`. */
export async function unfold(section: HTMLElement, parts: boolean): Promise<void> {
  turn += 1;
  const mine = turn;
  // What an earlier turn left folded.
  show(all(document, '.fi-late'));
  const late = parts ? partsOf(section) : [];
  late.flat().forEach((block) => { block.classList.add('fi-late'); });
  await breath();
  // Read, so that each is laid out now and not with all the others in the next frame.
  while (mine === turn && section.offsetHeight >= 0 && late.length > 0) {
    show(late.shift() ?? []);
    await breath();
  }
}

function show(blocks: readonly HTMLElement[]): void {
  blocks.forEach((block) => { block.classList.remove('fi-late'); });
}

/** All blocks but the first ones, in parts of about the same cost. */
function partsOf(section: HTMLElement): HTMLElement[][] {
  const parts: HTMLElement[][] = [];
  let size = 0;
  for (const block of all(section, '.fi-prose > *')) {
    size += block.getElementsByTagName('*').length + 1;
    (parts[Math.floor(size / PART)] ??= []).push(block);
  }
  // Without the numbers that a large block passed over.
  return Object.values(parts).slice(1);
}
