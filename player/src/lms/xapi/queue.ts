/** Holds statements until they are stored, through reloads and closed tabs; sends nothing itself. */

import type { Store } from '../../core/types';
import type { JsonObject } from './json';
import { isObject, listOf, parsed, textOf } from './json';
import type { Verb } from './verbs';
import { verbIn } from './verbs';

export class Queue {
  private items: readonly JsonObject[] = [];
  /** Of other sessions. */
  private past: readonly JsonObject[] = [];
  /** Ids that need not be kept any more. */
  private readonly gone = new Set<unknown>();

  constructor(
    private readonly store: Store | null,
    /** Tells stores, registrations, activities and learners apart. */
    private readonly key: string,
    /** A session whose statements none other may send; empty: any may. */
    private readonly owner: string,
    private readonly actor: JsonObject,
  ) {}

  /** Takes up what is kept: as its own, or as left by another session, which may be open still. */
  load(): void {
    const kept = this.kept();
    this.items = kept.filter(({ actor }) => actor === this.owner).map((statement) => ({ ...statement, actor: this.actor }));
    this.past = kept.filter(({ actor }) => actor !== this.owner);
  }

  /** What other sessions could not send, and nobody took care of since. */
  left(): readonly JsonObject[] {
    const there = idsOf(this.kept());
    return this.past.filter(({ id }) => there.has(id));
  }

  /** For the next session to say; whether this browser keeps them till then. */
  leave(statements: readonly JsonObject[]): boolean {
    return this.write(statements.map((statement) => ({ ...statement, actor: '' })));
  }

  /** It came, is given up, or is said anew. */
  settle(statement: JsonObject, anew: JsonObject | null): void {
    this.past = this.past.filter((one) => one !== statement);
    if (anew === null) this.gone.add(statement['id']);
    else this.items = [...this.items, anew];
    this.write();
  }

  all(): readonly JsonObject[] {
    return this.items;
  }

  /** Whether a statement of this verb waits. */
  holds(verb: Verb): boolean {
    return this.items.some((statement) => verbIn(statement) === verb);
  }

  /** Ids of the statements of these verbs that wait. */
  waiting(verbs: readonly string[]): Readonly<Record<string, string>> {
    return Object.fromEntries(this.items.filter((statement) => verbs.includes(verbIn(statement))).map((statement) => [verbIn(statement), textOf(statement['id'])]));
  }

  add(statements: readonly JsonObject[]): void {
    this.items = [...this.items, ...statements];
    if (statements.length > 0) this.write();
  }

  remove(statements: readonly JsonObject[]): void {
    statements.forEach(({ id }) => this.gone.add(id));
    this.items = this.items.filter(({ id }) => !this.gone.has(id));
    this.write();
  }

  /** All that waits in this browser, whoever is to send it. */
  private kept(): readonly JsonObject[] {
    return listOf(parsed(this.read())).filter(isObject);
  }

  private read(): string {
    try {
      return this.store?.getItem(this.key) ?? '';
    } catch {
      return '';
    }
  }

  /** Beside what other pages keep in the same place: who wrote last must not be the only one. */
  private write(more: readonly JsonObject[] = []): boolean {
    const own = idsOf(this.items);
    const others = this.kept().filter(({ id }) => !own.has(id) && !this.gone.has(id));
    // The name of whoever may send it stands for the learner's, which the launch tells.
    const all = [...others, ...this.items.map((statement) => ({ ...statement, actor: this.owner })), ...more];
    try {
      this.store?.setItem(this.key, all.length === 0 ? '' : JSON.stringify(all));
      return this.store !== null;
    } catch {
      // Blocked or full: the queue lives as long as the page.
      return false;
    }
  }
}

function idsOf(statements: readonly JsonObject[]): Set<unknown> {
  return new Set(statements.map(({ id }) => id));
}
