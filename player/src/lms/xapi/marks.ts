/** What must outlive a reload of the page but not its tab: the token, and what a session has said. */

import type { Store } from '../../core/types';
import { isObject, parsed, textOf } from './json';

export interface Marks {
  readonly token: string;
  /** Milliseconds of the learner's time before this page was loaded. */
  readonly spent: number;
  readonly initialized: boolean;
  readonly passed: boolean;
  readonly failed: boolean;
  readonly completed: boolean;
  readonly terminated: boolean;
  /** The last grade below the pass mark; null: none in this session, or passed since. */
  readonly unmet: number | null;
}

const FLAGS = ['initialized', 'passed', 'failed', 'completed', 'terminated'] as const;

export function freshMarks(): Marks {
  return { token: '', spent: 0, initialized: false, passed: false, failed: false, completed: false, terminated: false, unmet: null };
}

/** A text or one mark each; storage may be blocked by a throw or by silence. */
export class TabMemory {
  constructor(
    private readonly store: Store | null,
    private readonly key: string,
  ) {}

  read(): string {
    try {
      return this.store?.getItem(this.key) ?? '';
    } catch {
      return '';
    }
  }

  write(text: string): void {
    try {
      this.store?.setItem(this.key, text);
    } catch {
      // Then a reload starts over, as it does where the store is missing.
    }
  }

  /** null: this tab knows nothing of such a session. */
  marks(): Marks | null {
    const found = parsed(this.read());
    if (!isObject(found)) return null;
    const { spent, unmet } = found;
    const flags = FLAGS.map((flag) => [flag, found[flag] === true]);
    return {
      ...freshMarks(),
      ...(Object.fromEntries(flags) as Partial<Marks>),
      token: textOf(found['token']),
      spent: typeof spent === 'number' ? spent : 0,
      unmet: typeof unmet === 'number' ? unmet : null,
    };
  }
}
