/** Which elements this LMS has: asks each list once for its parts, and remembers what was not implemented. */

import type { Calls } from './calls';

/** An optional element that this LMS does not have: nobody needs to know. */
export const NOT_IMPLEMENTED = '401';

export class Parts {
  private readonly missing = new Set<string>();
  /** Parts of each list; null: unknown. */
  private readonly lists = new Map<string, readonly string[] | null>();

  constructor(private readonly calls: Calls) {}

  /** It was not implemented. */
  drop(element: string): void {
    this.missing.add(element);
  }

  lacks(element: string): boolean {
    const [, list = '', part = ''] = /^(cmi\.(?:interactions|objectives)\.)\d+\.(\w+)/u.exec(element) ?? [];
    return this.missing.has(element) || (list !== '' && this.of(list)?.includes(part) === false);
  }

  /** An answer without error that does not even name ids says nothing. */
  private of(list: string): readonly string[] | null {
    const known = this.lists.get(list);
    if (known !== undefined) return known;
    const names = this.calls.get(`${list}_children`);
    const missing = names === '' && this.calls.lastError() === NOT_IMPLEMENTED;
    const named = names.split(',').map((name) => name.trim());
    const parts = missing || named.includes('id') ? named : null;
    this.lists.set(list, parts);
    return parts;
  }
}
