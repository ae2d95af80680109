/** A small generator for draws and shuffles: same seed, same order, on every engine and for ever. */

export interface Random {
  /** A whole number from 0 to n − 1, each as likely as any other. */
  below(n: number): number;
}

/**
 * A 32-bit counter advanced by 0x9e3779b9 and mixed by the MurmurHash3 finalizer (0x85ebca6b,
 * 0xc2b2ae35; shifts 16, 13, 16). Stored attempts depend on it: it can't change.
 */
export function random(seed: number): Random {
  let counter = seed >>> 0;
  const next = (): number => {
    counter = (counter + 0x9e3779b9) >>> 0;
    return mix(counter);
  };
  return {
    below(n) {
      // Values past the last whole multiple of n would favour small results.
      const limit = 0x1_0000_0000 - (0x1_0000_0000 % n);
      let value = next();
      while (value >= limit) value = next();
      return value % n;
    },
  };
}

function mix(value: number): number {
  let z = value;
  z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
  return (z ^ (z >>> 16)) >>> 0;
}

/** A seed from words, so that a question is always shown in the same order (FNV-1a, 32 bits). */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mix(hash >>> 0);
}

/** A new list in an order of chance (Fisher–Yates, from the end). */
export function shuffled<T>(list: readonly T[], from: Random): T[] {
  const out = list.slice();
  for (let i = out.length - 1; i > 0; i -= 1) {
    const j = from.below(i + 1);
    const a = out[i] as T;
    out[i] = out[j] as T;
    out[j] = a;
  }
  return out;
}
