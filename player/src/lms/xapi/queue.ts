/** Holds statements until they are stored, through reloads and closed tabs; sends nothing itself. */

import type { Store } from '../../core/types';
import type { JsonObject } from './json';
import { isObject, listOf, objectOf, parsed, textOf } from './json';
import type { Verb } from './verbs';
import { verbIn } from './verbs';

export class Queue {
  private items: readonly JsonObject[] = [];
  /** Ids that need not be kept any more. */
  private readonly gone = new Set<string>();

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
    const { owner, statements } = this.kept();
    if (owner !== this.owner) return statements;
    this.items = statements.map((statement) => ({ ...statement, actor: this.actor }));
    return [];
  }

  all(): readonly JsonObject[] {
    return this.items;
  }

  /** Whether a statement of this verb waits. */
  holds(verb: Verb): boolean {
    return this.items.some((statement) => verbIn(statement) === verb);
  }

  add(statements: readonly JsonObject[]): void {
    this.items = [...this.items, ...statements];
    if (statements.length > 0) this.write();
  }

  remove(statements: readonly JsonObject[]): void {
    statements.forEach((statement) => this.gone.add(textOf(statement['id'])));
    this.items = this.items.filter((statement) => !this.gone.has(textOf(statement['id'])));
    this.write();
  }

  private kept(): { readonly owner: string; readonly statements: readonly JsonObject[] } {
    const found = objectOf(parsed(this.read()));
    return { owner: textOf(found['owner']), statements: listOf(found['statements']).filter(isObject) };
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
    const own = this.items.map((statement) => Object.fromEntries(Object.entries(statement).filter(([key]) => key !== 'actor')));
    const statements = [...this.others(), ...own];
    try {
      this.store?.setItem(this.key, statements.length === 0 ? '' : JSON.stringify({ owner: this.owner, statements }));
    } catch {
      // Blocked or full: the queue lives as long as the page.
    }
  }

  /** What another tab of the same launch keeps in the same place. */
  private others(): readonly JsonObject[] {
    const { owner, statements } = this.kept();
    const own = new Set(this.items.map((statement) => statement['id']));
    return owner === this.owner ? statements.filter((statement) => !own.has(statement['id'] ?? '') && !this.gone.has(textOf(statement['id']))) : [];
  }
}
