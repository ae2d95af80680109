/** Holds statements until they are stored, through reloads and closed tabs; sends nothing itself. */

import type { Store } from '../../core/types';
import type { JsonObject } from './json';
import { isObject, listOf, parsed, textOf } from './json';

export class Queue {
  private items: readonly JsonObject[] = [];

  constructor(
    private readonly store: Store | null,
    /** Tells stores, registrations, activities and learners apart. */
    private readonly key: string,
    /** A session whose statements none other may send; empty: any may. */
    private readonly owner: string,
    private readonly actor: JsonObject,
  ) {}

  /** Takes up what is kept; returns the statements of another session, which are given up. */
  load(): readonly JsonObject[] {
    const kept = parsed(this.read());
    const found = isObject(kept) ? listOf(kept['statements']).filter(isObject) : [];
    if (found.length > 0 && isObject(kept) && textOf(kept['owner']) !== this.owner) return found;
    this.items = found.map((statement) => ({ ...statement, actor: this.actor }));
    return [];
  }

  all(): readonly JsonObject[] {
    return this.items;
  }

  add(statements: readonly JsonObject[]): void {
    this.items = [...this.items, ...statements];
    if (statements.length > 0) this.write();
  }

  remove(statements: readonly JsonObject[]): void {
    const gone = new Set(statements.map((statement) => statement['id']));
    this.items = this.items.filter((statement) => !gone.has(statement['id']));
    this.write();
  }

  private read(): string {
    try {
      return this.store?.getItem(this.key) ?? '';
    } catch {
      return '';
    }
  }

  /** Without the learner's name: whoever may send it knows it from the launch. */
  private write(): void {
    const statements = this.items.map((statement) => Object.fromEntries(Object.entries(statement).filter(([key]) => key !== 'actor')));
    try {
      this.store?.setItem(this.key, statements.length === 0 ? '' : JSON.stringify({ owner: this.owner, statements }));
    } catch {
      // Blocked or full: the queue lives as long as the page.
    }
  }
}
