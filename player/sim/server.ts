/** What an LMS has truly stored, by element and by commit, whatever its API answered. */

import type { Profile } from './profile';
import type { Settings, SimOptions, Value } from './types';

/** What a page sends at once. */
export interface Sent {
  readonly call: 'commit' | 'finish' | 'set' | 'auto';
  readonly elements: readonly (readonly [name: string, value: Value])[];
}

/** One arrival. */
export interface Commit {
  /** From 1, over all launches. */
  readonly n: number;
  readonly at: number;
  readonly call: Sent['call'];
  readonly by: 'request' | 'beacon';
  readonly elements: Readonly<Record<string, Value>>;
  /** Elements that the server did not take, and why. */
  readonly dropped: Readonly<Record<string, string>>;
}

type Entries = [string, Value][];

export class Server {
  /** In the order of arrival, of this server object. */
  readonly commits: Commit[] = [];
  /** What pages sent and never arrived. */
  readonly missed: Sent[] = [];
  private memory: Map<string, Value> = new Map();
  private attempts = 1;

  constructor(
    private readonly profile: Profile,
    private readonly options: SimOptions,
    private readonly settings: Settings,
  ) {}

  /** The attempt that is open, by element. */
  values(): Map<string, Value> {
    const { store, key } = this.options;
    if (store === null) return new Map(this.memory);
    const text = store.getItem(key) ?? '';
    return new Map(text === '' ? [] : (JSON.parse(text) as Entries));
  }

  /** The same, in order of name. */
  stored(): Record<string, string> {
    return sorted(this.values());
  }

  /** Every value that an element had, with the number of its commit. */
  history(name: string): [commit: number, value: Value][] {
    return this.commits.flatMap(({ n, elements, dropped }) => (name in elements && !(name in dropped) ? [[n, elements[name] ?? ''] as [number, Value]] : []));
  }

  /** Points in the gradebook, of 100. */
  grade(): number | null {
    return this.profile.grade(this.values());
  }

  /** From 1. */
  attempt(): number {
    return this.attempts;
  }

  /** An attempt with nothing in it, when the LMS gives one. */
  opens(asked: boolean): void {
    if (!asked && this.profile.renews?.(this.values(), this.settings) !== true) return;
    this.attempts += 1;
    this.keep(new Map());
  }

  /** Takes what arrived; why elements were dropped. */
  receive(sent: Sent, by: Commit['by'], at: number): Commit {
    const stored = this.profile.transport.sends === 'all' ? new Map<string, Value>() : this.values();
    const dropped: Record<string, string> = {};
    for (const [name, value] of sent.elements) {
      const why = this.profile.accept?.({ name, value, stored, settings: this.settings }) ?? null;
      if (why === null) stored.set(name, value);
      else dropped[name] = why;
    }
    this.profile.settle?.(stored, this.settings, sent.call);
    this.keep(stored);
    const commit: Commit = { n: this.commits.length + 1, at, call: sent.call, by, elements: Object.fromEntries(sent.elements), dropped };
    this.commits.push(commit);
    return commit;
  }

  private keep(values: Map<string, Value>): void {
    const { store, key } = this.options;
    if (store === null) this.memory = values;
    else store.setItem(key, JSON.stringify(Array.from(values)));
  }
}

/** Values as text, in order of name. */
export function sorted(values: ReadonlyMap<string, Value>): Record<string, string> {
  return Object.fromEntries(Array.from(values, ([name, value]) => [name, String(value)] as const).sort(([a], [b]) => (a < b ? -1 : 1)));
}
