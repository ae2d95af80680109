/** How this package and released versions before it pack a state, each with the ids that its places stand for. */

import type { EarlierSchema, PlayerData, Slot } from '../../data';
import { drawn } from '../draw';
import type { Pools } from '../draw';
import type { AttemptMemory } from '../memory';

export interface Version extends Pools {
  readonly hash: string;
  /** Ids. */
  readonly pages: readonly string[];
  readonly practice: readonly Slot[];
  /** Ids of objectives with a self-assessment. */
  readonly ratings: readonly string[];
  readonly shuffle: boolean;
}

export function thisVersion(data: PlayerData): Version {
  const { hash, practice, draws, objectives } = data.state;
  const pages = data.pages.slice(0, data.state.pages).map((page) => page.id);
  const ratings = data.objectives.slice(0, objectives).map((objective) => objective.id);
  return { hash, pages, practice, draws, ratings, shuffle: data.assessment?.shuffleQuestions === true };
}

/** The version that packed states with this hash; null when it is not known. */
export function versionOf(data: PlayerData, hash: string): Version | null {
  if (hash === data.state.hash) return thisVersion(data);
  const earlier = data.state.earlier?.find((one) => one.hash === hash);
  return earlier === undefined ? null : whole(thisVersion(data), earlier);
}

/** Fills in what an earlier version had in common with this one. */
function whole(now: Version, earlier: EarlierSchema): Version {
  const known = new Map<string, Slot>();
  [...now.practice, ...now.draws.flatMap((draw) => draw.pool), ...(earlier.slots ?? [])].forEach((slot) => { known.set(slot.q, slot); });
  const slots = (ids: readonly string[]): Slot[] => ids.flatMap((id) => known.get(id) ?? []);
  const ids = (list: readonly Slot[]): string[] => list.map((slot) => slot.q);
  const draws = earlier.draws ?? now.draws.map(({ take, pool }) => ({ take, pool: ids(pool) }));
  return {
    hash: earlier.hash,
    pages: earlier.pages ?? now.pages,
    practice: slots(earlier.practice ?? ids(now.practice)),
    draws: draws.map(({ take, pool }) => ({ take, pool: slots(pool) })),
    ratings: earlier.objectives ?? now.ratings,
    shuffle: earlier.shuffle ?? now.shuffle,
  };
}

/** Slots of an attempt of `version`, in the order shown: of what `drew` drew, the questions that `version` has. */
export function drawnIn(version: Version, drew: Version, seed: number): Slot[] {
  const pool = version.draws.flatMap((draw) => draw.pool);
  return drawn(drew, drew.shuffle, seed).flatMap((slot) => pool.find((one) => one.q === slot.q) ?? []);
}

/** Slots of an attempt as this package packs it. */
export function attemptDraw(data: PlayerData, attempt: Pick<AttemptMemory, 'seed' | 'from'>): Slot[] {
  const { seed, from } = attempt;
  if (from === undefined) return drawn(data.state, data.assessment?.shuffleQuestions === true, seed);
  const drew = versionOf(data, from);
  return drew === null ? [] : drawnIn(thisVersion(data), drew, seed);
}
