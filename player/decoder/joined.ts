/** The states that were pasted, as one (src/transcript/joined.rs): what pages left beside a State document, documents of an export. */

import { decode } from '../src/core/codec/codec';
import { merged } from '../src/core/merge';
import { freshMemory } from '../src/core/memory';
import type { Memory } from '../src/core/memory';
import type { PlayerData } from '../src/data';
import { lostIn } from './lost';
import type { Beside, Pasted } from './pasted';

/** A state that was read, or several. */
export interface Read {
  readonly schema: string;
  readonly sequence: number;
  readonly memory: Memory;
  /** null: this very version wrote it. */
  readonly lost: readonly string[] | null;
  readonly joined: number;
}

/** What cannot be read gives way. */
export function joined(data: PlayerData, { state, more }: Pasted): Read | 'damaged' | 'foreign' {
  return more.reduce<Read | 'damaged' | 'foreign'>((whole, one) => {
    const mine = read(data, one.state);
    if (typeof mine === 'string') return whole;
    return typeof whole === 'string' ? mine : together(data, one.began, mine, whole);
  }, read(data, state));
}

function read(data: PlayerData, text: string): Read | 'damaged' | 'foreign' {
  const found = decode(data, text);
  if (found.kind !== 'ok') return found.kind === 'foreign' ? 'foreign' : 'damaged';
  const { memory, sequence } = found;
  return { schema: text.split('.')[1] ?? '', sequence, memory, lost: found.lost === null ? null : lostIn(data, text), joined: 1 };
}

function together(data: PlayerData, began: Beside['began'], mine: Read, theirs: Read): Read {
  if (began === 'after') return { ...mine, joined: theirs.joined };
  if (began !== 'unknown') {
    const base = decode(data, began.from);
    return both(data, base.kind === 'ok' ? base.memory : freshMemory(data), mine, theirs);
  }
  // Nobody knows from where: the later one went on from the other.
  return mine.sequence >= theirs.sequence ? both(data, theirs.memory, mine, theirs) : both(data, mine.memory, theirs, mine);
}

function both(data: PlayerData, base: Memory, mine: Read, theirs: Read): Read {
  const lost = mine.lost === null && theirs.lost === null ? null : [...new Set([...(theirs.lost ?? []), ...(mine.lost ?? [])])];
  return { schema: mine.schema, sequence: Math.max(mine.sequence, theirs.sequence), memory: merged(data, base, mine.memory, theirs.memory), lost, joined: mine.joined + theirs.joined };
}
