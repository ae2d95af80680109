/** Tells whoever listens that something changed; what one of them does wrong disturbs nobody else. */

import type { Env } from './types';

export class Listeners {
  private readonly all = new Set<() => void>();

  constructor(private readonly env: Env) {}

  add(listener: () => void): () => void {
    this.all.add(listener);
    return () => { this.all.delete(listener); };
  }

  tell(): void {
    this.all.forEach((listener) => {
      try {
        listener();
      } catch (error) {
        // Storing goes on; the page's console hears of it.
        this.env.setTimer(() => { throw error; }, 0);
      }
    });
  }
}
