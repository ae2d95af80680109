/** Without an LMS: keeps the state in this browser when it lets us, and reports to nobody. */

import type { Env, Launch, Store } from '../core/types';
import type { Batch, Lms, Outcome, Trouble } from './lms';

interface Kept {
  readonly state: string;
  readonly location: string;
}

export class Standalone implements Lms {
  private kept: Kept = { state: '', location: '' };
  private store: Store | null = null;
  private listener: (trouble: Trouble) => void = () => undefined;

  constructor(
    env: Env,
    /** Tells modules and their versions' learners apart in one browser. */
    private readonly key: string,
    private readonly offered: Store | null = env.storage,
  ) {}

  start(): Promise<Launch> {
    this.kept = this.read();
    return Promise.resolve({
      kind: 'standalone',
      mode: 'normal',
      credit: true,
      learner: null,
      pass: null,
      state: this.kept.state,
      location: this.kept.location,
      place: this.key,
      priorStatus: 'none',
      caps: { interactions: false, objectives: false, keeps: this.store !== null, single: true },
    });
  }

  recorded(): number | null {
    return null;
  }

  put(batch: Batch): void {
    this.kept = { ...this.kept, state: batch.state ?? this.kept.state, location: batch.location ?? this.kept.location };
  }

  flush(): Promise<Outcome> {
    return Promise.resolve(this.write());
  }

  end(): Outcome {
    return this.write();
  }

  quit(): Promise<Outcome> {
    return Promise.resolve(this.write());
  }

  onTrouble(listener: (trouble: Trouble) => void): void {
    this.listener = listener;
  }

  /** Storage is blocked in some frames, by a throw or by silence. */
  private read(): Kept {
    try {
      const text = this.offered?.getItem(this.key) ?? '';
      this.offered?.setItem(this.key, text);
      this.store = this.offered;
      return parse(text);
    } catch {
      return { state: '', location: '' };
    }
  }

  private write(): Outcome {
    try {
      this.store?.setItem(this.key, JSON.stringify(this.kept));
      return 'ok';
    } catch (error) {
      this.listener({ call: 'localStorage', code: 'throw', text: error instanceof Error ? error.message : '', kind: 'failed' });
      return 'failed';
    }
  }
}

function parse(text: string): Kept {
  const value: unknown = text === '' ? null : safely(text);
  const record = typeof value === 'object' && value !== null ? (value as Partial<Record<keyof Kept, unknown>>) : {};
  // With what a launch by a record store wrote beside them.
  return { ...record, state: textOf(record.state), location: textOf(record.location) };
}

function safely(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
