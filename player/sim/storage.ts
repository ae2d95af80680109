/** Storages as browsers give them: one that keeps, none, and those that fail in their ways. */

import type { Store } from './types';

/** absent: there is none. throws: reading and writing are refused. full: writing is. forgets: nothing is kept, in silence. */
export type Keeping = 'keeps' | 'absent' | 'throws' | 'full' | 'forgets';

/** `kept` outlives the page. */
export function storageOf(keeping: Keeping, kept: Map<string, string> = new Map()): Store | null {
  return STORES[keeping](kept);
}

const refuse = (name: string) => (): never => {
  throw new DOMException('the browser lets this page keep nothing', name);
};

const STORES: Readonly<Record<Keeping, (kept: Map<string, string>) => Store | null>> = {
  keeps: (kept) => ({ getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => { kept.set(key, value); } }),
  absent: () => null,
  throws: () => ({ getItem: refuse('SecurityError'), setItem: refuse('SecurityError') }),
  full: (kept) => ({ getItem: (key) => kept.get(key) ?? null, setItem: refuse('QuotaExceededError') }),
  forgets: () => ({ getItem: () => null, setItem: () => undefined }),
};
