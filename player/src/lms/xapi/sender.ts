/** Sends queued statements in order and judges each answer; when to try again is not its business. */

import type { Reason, Trouble } from '../lms';
import type { Client, Reply } from './http';
import { bytes, outlives } from './http';
import type { JsonObject } from './json';
import { textOf } from './json';
import type { Queue } from './queue';
import { verbIn } from './verbs';

/**
 * In arrays; one by one, since some cmi5 systems read only these, but for what leaves with its page in an
 * order that a session must keep; or always apart.
 */
export type Manner = 'arrays' | 'each' | 'apart';
type Verdict = 'stored' | 'bad' | 'failed' | 'denied';

const MOST = 50;
/** What browsers let outlive the page, less what may be under way and a State document. */
const LAST = 48000;
const SAID = 200;
const ONCE = ['initialized', 'passed', 'failed', 'completed'];

export class Sender {
  /** Ids that were sent, and of which nobody said that they came. */
  private readonly uncertain: Set<string>;
  /** The page is going: nothing more is sent after its last request. */
  private gone = false;
  /** Statements of a request that goes on without the page. */
  private underWay: readonly JsonObject[] = [];
  private stopped: Verdict | null = null;
  /** Refused one by one: they may be known already, or the token may be dead; what comes after them tells. */
  private doubtful: readonly JsonObject[] = [];

  constructor(
    private readonly client: Client,
    private readonly queue: Queue,
    private readonly manner: Manner,
    private readonly tell: (trouble: Trouble) => void,
  ) {
    // An earlier page may have sent what it left.
    this.uncertain = new Set(queue.all().map(idOf));
  }

  /** Whether all that was ever sent has come. */
  isSure(): boolean {
    return !this.rest().some((statement) => this.uncertain.has(idOf(statement)));
  }

  /** Until nothing is left, or one request fails. */
  async drain(): Promise<'ok' | 'failed'> {
    this.stopped = null;
    this.doubtful = [];
    for (let rest = this.rest(); rest.length > 0; rest = this.rest()) {
      await this.send(rest.slice(0, this.manner === 'arrays' ? MOST : 1));
      if (this.stopped !== null || this.gone) return 'failed';
    }
    return 'ok';
  }

  /**
   * The page is going: what was never sent leaves in one request, since the order of several is not
   * sure any more. What may have come already goes by itself: a session that is told it twice may
   * refuse all that comes with it. Nobody will read the answers: the queue keeps everything.
   */
  last(): void {
    this.gone = true;
    const rest = this.rest().filter((statement) => !this.underWay.includes(statement));
    const again = this.manner === 'apart' ? besides(rest) : rest.filter((statement) => this.manner === 'each' && this.uncertain.has(idOf(statement)));
    let left = LAST;
    const fits = (statement: JsonObject): boolean => (left -= bytes(JSON.stringify(statement)) + 1) > 0;
    again.filter(fits).forEach((statement) => { void this.request([statement], true); });
    // Nothing may come before the beginning of its session: what is left waits for the next one.
    const unbegun = this.manner === 'each' && [...again, ...this.underWay].some((statement) => verbIn(statement) === 'initialized');
    const fresh = unbegun || this.manner === 'apart' ? [] : rest.filter((statement) => !again.includes(statement));
    const upTo = fresh.findIndex((statement) => !fits(statement));
    const fitting = upTo < 0 ? fresh : fresh.slice(0, upTo);
    if (fitting.length > 0) void this.request(fitting, true);
  }

  /** A refused array is halved until the bad one stands alone, and only that one is given up. */
  private async send(list: readonly JsonObject[]): Promise<void> {
    if (this.stopped !== null) return;
    this.underWay = outlives(JSON.stringify(list)) ? list : [];
    const reply = await this.request(list);
    this.underWay = [];
    const verdict = judged(reply, list.length);
    if (verdict === 'stored') this.stored(list);
    else if (verdict === 'denied' && this.mayBeKnown(list, reply)) this.doubtful = [...this.doubtful, ...list];
    else if (verdict !== 'bad') this.stop(verdict, reply);
    else if (list.length === 1) this.giveUp(list, reply);
    else {
      const half = Math.ceil(list.length / 2);
      await this.send(list.slice(0, half));
      await this.send(list.slice(half));
    }
  }

  private request(list: readonly JsonObject[], last = false): Promise<Reply> {
    const [first] = list;
    list.forEach((statement) => this.uncertain.add(idOf(statement)));
    if (list.length > 1 || this.manner === 'arrays') return this.client.ask({ method: 'POST', path: 'statements', body: JSON.stringify(list), last });
    return this.client.ask({ method: 'PUT', path: 'statements', query: { statementId: idOf(first ?? {}) }, body: JSON.stringify(first), last });
  }

  private rest(): readonly JsonObject[] {
    return this.queue.all().filter((statement) => !this.doubtful.includes(statement));
  }

  /** The token lives: what was refused before was refused for what it says. Whether there was any. */
  isKnown(): boolean {
    const were = this.doubtful.length > 0;
    if (were) this.stored([]);
    return were;
  }

  private stored(list: readonly JsonObject[]): void {
    this.queue.remove([...this.doubtful, ...list]);
    this.doubtful.forEach((statement) => { this.tell({ call: `statements ${verbIn(statement)}`, code: '403', text: '', kind: 'known' }); });
    this.doubtful = [];
  }

  /** cmi5 9.3: what may be said once and was is refused, though nobody here heard that it came. */
  private mayBeKnown([statement]: readonly JsonObject[], { status }: Reply): boolean {
    return this.manner !== 'arrays' && status === 403 && statement !== undefined && ONCE.includes(verbIn(statement));
  }

  private stop(verdict: 'failed' | 'denied', reply: Reply): void {
    this.stopped = verdict;
    this.tell(troubleOf('statements', reply));
  }

  private giveUp(list: readonly JsonObject[], reply: Reply): void {
    this.queue.remove(list);
    this.tell({ ...troubleOf('statements', reply), kind: 'refused' });
  }
}

/** Of requests beside each other the last may come first: the end goes alone, or waits while more is told. */
function besides(rest: readonly JsonObject[]): readonly JsonObject[] {
  const told = rest.filter((statement) => verbIn(statement) !== 'suspended');
  return told.length > 1 ? told.filter((statement) => verbIn(statement) !== 'terminated') : told;
}

function idOf(statement: JsonObject): string {
  return textOf(statement['id']);
}

/** 409: a statement of this id is there already; in an array nobody knows which. */
function judged({ status }: Reply, size: number): Verdict {
  if (status === 200 || status === 204 || (status === 409 && size === 1)) return 'stored';
  if (status === 400 || status === 413 || status === 409) return 'bad';
  return status === 401 || status === 403 ? 'denied' : 'failed';
}

/** No answer, or one that another try may better. */
export function isPassing({ status }: Reply): boolean {
  return status === 0 || status === 408 || status === 429 || status >= 500;
}

export function troubleOf(call: string, reply: Reply): Trouble {
  const denied = reply.status === 401 || reply.status === 403;
  const reason: { reason?: Reason } = denied ? { reason: 'denied' } : {};
  const kind = denied ? 'denied' : reply.status === 0 ? 'lost' : 'failed';
  return { call, code: String(reply.status), text: reply.text.slice(0, SAID), kind, retryAfter: reply.retryAfter, ...reason };
}
