/** Reads and writes the learner's State document under optimistic concurrency; merges nothing. */

import type { Trouble } from '../lms';
import type { Work } from './copy';
import type { Client, Reply } from './http';
import { outlives } from './http';
import type { JsonObject } from './json';
import { isObject, parsed, textOf } from './json';
import { troubleOf } from './sender';

export interface Kept extends Work {
  /** Said once for the whole registration. */
  readonly passed: boolean;
  readonly completed: boolean;
  /** Ids of results that were said, and of which nobody had heard that they came. */
  readonly waiting?: JsonObject;
  /** The best grade that was told, 0 to 1; null: none. */
  readonly best: number | null;
  /** What pages that were going sent beside it, since they could not tell what it holds. */
  readonly late?: readonly Late[];
}

/** A state by one page load, and what the store surely had before. */
export interface Late extends Omit<Work, 'location'> {
  readonly base: string;
}

export const NOTHING_KEPT: Kept = { state: '', location: '', by: '', passed: false, completed: false, best: null };

type Written = 'ok' | 'failed' | 'conflict';

export class StateDocument {
  /** unread: the first request failed, so nobody knows whether there is one. */
  private there: 'unread' | 'no' | 'yes' = 'unread';
  private etag: string | null = null;
  /** The last write was refused for good: this browser alone has it. */
  vain = false;
  /** The store does not show its ETags to other origins. */
  private hidden = false;
  /** And takes only what joins the document. */
  private joins = false;
  private written = '';
  /** What our own write under way holds; empty: none is. */
  private underWay = '';

  constructor(
    private readonly client: Client,
    private readonly query: Readonly<Record<string, string>>,
    private readonly tell: (trouble: Trouble) => void,
  ) {}

  fetch(): Promise<Reply> {
    return this.client.ask({ method: 'GET', path: 'activities/state', query: this.query });
  }

  /** null: could not be read. */
  async read(): Promise<Kept | null> {
    return this.take(await this.fetch());
  }

  /** Judges an answer to `fetch`. */
  take(reply: Reply): Kept | null {
    if (reply.status !== 200 && reply.status !== 204 && reply.status !== 404) {
      this.tell(troubleOf('state', reply));
      return null;
    }
    const kept = reply.status === 200 ? keptOf(reply.text) : null;
    // Some systems answer 200 with something else when they have none: a first write finds out.
    this.there = kept === null ? 'no' : 'yes';
    this.etag = reply.etag;
    this.hidden = reply.status === 200 && reply.etag === null;
    if (kept !== null) this.written = textFor(kept);
    return kept ?? NOTHING_KEPT;
  }

  /** conflict: another tab wrote since; `read` gives what. */
  async write(kept: Kept): Promise<Written> {
    const body = textFor(kept);
    if (this.there === 'unread') return 'conflict';
    if (this.there === 'yes' && body === this.written) return 'ok';
    const reply = await this.put(body);
    if (reply.status === 409 || reply.status === 412) return this.refused(body, reply);
    if (!isTaken(reply)) {
      this.tell(troubleOf('state', reply));
      return 'failed';
    }
    return this.took(body, reply);
  }

  /**
   * Without waiting: the page is going. Whether there was nothing left to write. While our own write is
   * under way no tag is known, and another tab may have written: then ours joins the document beside
   * what it holds, whichever of the two comes first, for the next reader to put together.
   */
  last(kept: Kept, base: string): boolean {
    const body = textFor(kept);
    if (this.underWay === '' && body === this.written) return true;
    const leaves = this.underWay === body && outlives(body);
    const unsure = this.underWay !== '' || (this.there === 'yes' && this.etag === null);
    if (!leaves && unsure && !this.hidden) void this.send(besideFor(kept, base), true, true);
    else if (!leaves) void this.send(body, true);
    return false;
  }

  private async put(body: string): Promise<Reply> {
    this.underWay = body;
    const reply = await this.send(body);
    this.underWay = '';
    return reply;
  }

  /** Over what was read, and nothing else; a store without tags may know no joining either. */
  private send(body: string, last = false, blind = this.joins): Promise<Reply> {
    const ask = { path: 'activities/state', query: this.query, body, last };
    return this.client.ask(blind ? { ...ask, method: 'POST' } : { ...ask, method: 'PUT', headers: this.condition() });
  }

  private condition(): Record<string, string> {
    if (this.hidden && this.underWay !== '') return {};
    if (this.there !== 'yes') return { 'If-None-Match': '*' };
    return this.etag === null ? {} : { 'If-Match': this.etag };
  }

  /** A store that hides its ETags and insists on them takes what joins; if not even that, it is said and let be. */
  private async refused(body: string, reply: Reply): Promise<Written> {
    if (!this.hidden || this.there !== 'yes') return 'conflict';
    if (this.joins) return this.lost(reply);
    this.joins = true;
    const again = await this.put(body);
    return isTaken(again) ? this.took(body, again) : this.lost(again);
  }

  private lost(reply: Reply): Written {
    this.vain = true;
    this.tell({ ...troubleOf('state', reply), kind: 'refused' });
    return 'ok';
  }

  /** Few stores send the new ETag with the answer; then it is asked for. */
  private async took(body: string, reply: Reply): Promise<Written> {
    if (this.vain) this.tell({ ...troubleOf('state', reply), kind: 'known' });
    this.vain = false;
    this.there = 'yes';
    this.written = body;
    this.etag = reply.etag;
    if (reply.etag !== null || this.hidden) return 'ok';
    const found = await this.fetch();
    const kept = found.status === 200 ? keptOf(found.text) : null;
    // Spaces may have come in, and the order of the fields may be another.
    const same = kept !== null && textFor(kept) === body;
    // Anything else is another tab's, or nobody's: read again before the next write.
    if (!same) this.there = 'unread';
    this.etag = found.etag;
    this.hidden = same && found.etag === null;
    return 'ok';
  }
}

function isTaken({ status }: Reply): boolean {
  return status === 200 || status === 204;
}

function textFor(kept: Kept): string {
  return JSON.stringify({ v: 1, ...kept });
}

/** What is true stays so. */
function besideFor(kept: Kept, base: string): string {
  return JSON.stringify({ ...Object.fromEntries(Object.entries(kept).filter(([, value]) => value === true)), [kept.by]: [base, kept.state] });
}

function lateIn(found: JsonObject): Late[] {
  return Object.entries(found).flatMap(([by, value]) => (Array.isArray(value) && value.length === 2 ? [{ by, base: textOf(value[0]), state: textOf(value[1]) }] : []));
}

/** null: not ours. */
export function keptOf(text: string): Kept | null {
  const found: unknown = parsed(text);
  return isObject(found) && (typeof found['state'] === 'string' || lateIn(found).length > 0) ? keptIn(found) : null;
}

function keptIn(found: JsonObject): Kept {
  const { best, waiting } = found;
  const late = lateIn(found);
  return {
    state: textOf(found['state']),
    location: textOf(found['location']),
    by: textOf(found['by']),
    passed: found['passed'] === true,
    completed: found['completed'] === true,
    best: typeof best === 'number' ? best : null,
    ...(isObject(waiting) ? { waiting } : {}),
    ...(late.length === 0 ? {} : { late }),
  };
}
