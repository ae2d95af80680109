/** Takes up what the LMS gave back at the start, or starts clean and says why. */

import type { PlayerData } from '../data';
import { decode } from './codec/codec';
import { freshMemory } from './memory';
import type { Memory } from './memory';
import { latched } from './status';
import type { Launch, Notice } from './types';

/** Place of the assessment in `lesson_location`; no page can be called so. */
export const ASSESSMENT = '_assessment';

export interface Loaded {
  readonly memory: Memory;
  readonly sequence: number;
  readonly notices: readonly Notice[];
}

export function load(data: PlayerData, launch: Launch): Loaded {
  const loaded = taken(data, launch);
  return launch.closed === true ? { ...loaded, notices: [...loaded.notices, { kind: 'closed', detail: '' }] } : loaded;
}

function taken(data: PlayerData, launch: Launch): Loaded {
  const found = decode(data, launch.state);
  const sequence = 'sequence' in found ? found.sequence : 0;
  if (found.kind === 'ok') {
    const memory = settled(data, launch, found.memory);
    return { memory, sequence, notices: [...resumed(memory), ...updated(found.lost)] };
  }
  const memory = settled(data, launch, atLocation(data, launch, freshMemory(data)));
  const notices: Notice[] = found.kind === 'empty' ? [] : [{ kind: found.kind, detail: found.kind === 'foreign' ? found.hash : '' }];
  return { memory, sequence, notices };
}

export function locationOf(data: PlayerData, memory: Memory): string {
  return data.pages[memory.here]?.id ?? ASSESSMENT;
}

/** What the LMS already says stays said, whatever happened to the state. */
function settled(data: PlayerData, launch: Launch, memory: Memory): Memory {
  const prior = launch.priorStatus === 'none' || launch.priorStatus === 'browsed' ? 'incomplete' : launch.priorStatus;
  const here = memory.here < data.pages.length || data.assessment !== null ? memory.here : 0;
  return { ...memory, here, latch: latched(memory.latch, prior) };
}

/** Without a state, the page is still known. */
function atLocation(data: PlayerData, launch: Launch, memory: Memory): Memory {
  const at = data.pages.findIndex((page) => page.id === launch.location);
  return at < 0 ? memory : { ...memory, here: at, opened: memory.opened.map((opened, i) => opened || i === at) };
}

function resumed(memory: Memory): Notice[] {
  return hasWork(memory) ? [{ kind: 'resumed', detail: '' }] : [];
}

/** Told only when something of the learner's own could not be taken over. */
function updated(lost: number | null): Notice[] {
  return lost === null || lost === 0 ? [] : [{ kind: 'updated', detail: String(lost) }];
}

function hasWork(memory: Memory): boolean {
  return memory.here > 0 || memory.opened.filter(Boolean).length > 1 || memory.attempt !== null || memory.practice.some((kept) => kept.tries > 0);
}
