/** Holds statements until they are stored, through reloads and closed tabs; sends nothing itself. */

import type { Store } from '../../core/types';
import type { JsonObject } from './json';
import { isObject, listOf, objectOf, parsed, textOf } from './json';
import type { Verb } from './verbs';
import { verbIn } from './verbs';

export class Queue {
  private items: readonly JsonObject[] = [];
  /** Of sessions that are over. */
  private past: readonly JsonObject[] = [];
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

  /** Takes up what is kept: as its own, or as left by another session. */
  load(): void {
    const { owner, statements, left } = this.kept();
    const own = owner === this.owner;
    this.past = own ? left : [...left, ...statements];
    this.items = own ? statements.map((statement) => ({ ...statement, actor: this.actor })) : [];
    if (this.past.length > 0) this.write(this.past);
  }

  /** What other sessions could not send, and no other tab took care of since. */
  left(): readonly JsonObject[] {
    const there = new Set(this.kept().left.map(({ id }) => id));
    return this.past.filter(({ id }) => there.has(id));
  }

  /** For the next session to say. */
  leave(statements: readonly JsonObject[]): void {
    const left = [...this.left(), ...statements.map(nameless)];
    this.past = left;
    if (statements.length > 0) this.write(left);
  }

  /** It came, is given up, or is said anew. */
  settle(statement: JsonObject, anew: JsonObject | null): void {
    this.past = this.past.filter((one) => one !== statement);
    if (anew !== null) this.items = [...this.items, anew];
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
    statements.forEach((statement) => this.gone.add(textOf(statement['id'])));
    this.items = this.items.filter((statement) => !this.gone.has(textOf(statement['id'])));
    this.write();
  }

  private kept(): { readonly owner: string; readonly statements: readonly JsonObject[]; readonly left: readonly JsonObject[] } {
    const found = objectOf(parsed(this.read()));
    return { owner: textOf(found['owner']), statements: listOf(found['statements']).filter(isObject), left: listOf(found['left']).filter(isObject) };
  }

  private read(): string {
    try {
      return this.store?.getItem(this.key) ?? '';
    } catch {
      return '';
    }
  }

  private write(left = this.left()): void {
    const statements = [...this.others(), ...this.items.map(nameless)];
    try {
      this.store?.setItem(this.key, statements.length + left.length === 0 ? '' : JSON.stringify({ owner: this.owner, statements, left }));
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

/** Without the learner's name: whoever may send it knows it from the launch. */
function nameless(statement: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(statement).filter(([key]) => key !== 'actor'));
}
