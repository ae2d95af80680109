/** Chance of the campaign's own: another generator than the player's. */

export interface Chance {
  /** A whole number below `n`. */
  below(n: number): number;
  /** True once in `n`. */
  once(n: number): boolean;
  pick<T>(list: readonly T[]): T;
}

/** Mulberry32: 32 bits of state, good enough to choose. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (n: number): number => next() % n;
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  return { below, pick, once: (n) => below(n) === 0 };
}
