/** Sends queued statements in order and judges each answer; when to try again is not its business. */

import type { Reason, Trouble } from '../lms';
import type { Client, Reply } from './http';
import { isDefined } from './context';
import { bytes, outlives } from './http';
import type { JsonObject } from './json';
import { objectOf, textOf } from './json';
import type { Queue } from './queue';

/** One by one (some cmi5 systems read only these), or in arrays. */
export type Manner = 'each' | 'arrays';
type Verdict = 'stored' | 'bad' | 'failed' | 'denied';

const MOST = 50;
/** What browsers let outlive the page, less what may be under way and a State document. */
const LAST = 48000;
const SAID = 200;
const RESULTS = ['passed', 'failed', 'completed'];

export class Sender {
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
  ) {}

  /** Until nothing is left, or one request fails. */
  async drain(): Promise<'ok' | 'failed'> {
    this.stopped = null;
    this.doubtful = [];
    for (let rest = this.rest(); rest.length > 0; rest = this.rest()) {
      await this.send(rest.slice(0, this.manner === 'each' ? 1 : MOST));
      if (this.stopped !== null) return 'failed';
    }
    return 'ok';
  }

  /**
   * The page is going: what is not under way leaves in one request, since the order of several is
   * not sure any more. Nobody will read the answer: the queue keeps everything.
   */
  last(): void {
    const again = (statement: JsonObject): boolean => this.manner === 'each' && !isDefined(statement);
    // « terminated » might overtake what is under way, and shut it out: it goes again, with its id.
    const rest = this.rest().filter((statement) => !this.underWay.includes(statement) || again(statement));
    const fitting: JsonObject[] = [];
    let size = 2;
    for (const statement of rest) {
      size += bytes(JSON.stringify(statement)) + 1;
      if (size > LAST) break;
      fitting.push(statement);
    }
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
    if (list.length > 1 || this.manner === 'arrays') return this.client.ask({ method: 'POST', path: 'statements', body: JSON.stringify(list), last });
    return this.client.ask({ method: 'PUT', path: 'statements', query: { statementId: textOf(first?.['id']) }, body: JSON.stringify(first), last });
  }

  private rest(): readonly JsonObject[] {
    return this.queue.all().filter((statement) => !this.doubtful.includes(statement));
  }

  /** The token lives: what was refused before this was refused for what it says. */
  private stored(list: readonly JsonObject[]): void {
    this.queue.remove([...this.doubtful, ...list]);
    this.doubtful.forEach((statement) => { this.tell({ call: `statements ${verbIn(statement)}`, code: '403', text: '', kind: 'known' }); });
    this.doubtful = [];
  }

  /** cmi5 9.3: a result that another session told already is refused, which only our State could have known. */
  private mayBeKnown([statement]: readonly JsonObject[], { status }: Reply): boolean {
    return this.manner === 'each' && status === 403 && statement !== undefined && RESULTS.includes(verbIn(statement));
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

function verbIn(statement: JsonObject): string {
  return textOf(objectOf(statement['verb'])['id']).split('/').pop() ?? '';
}

/** 409: a statement of this id is there already; in an array nobody knows which. */
function judged({ status }: Reply, size: number): Verdict {
  if (status === 200 || status === 204 || (status === 409 && size === 1)) return 'stored';
  if (status === 400 || status === 413 || status === 409) return 'bad';
  return status === 401 || status === 403 ? 'denied' : 'failed';
}

export function troubleOf(call: string, reply: Reply): Trouble {
  const denied = reply.status === 401 || reply.status === 403;
  const reason: { reason?: Reason } = denied ? { reason: 'denied' } : {};
  const kind = denied ? 'denied' : reply.status === 0 ? 'lost' : 'failed';
  return { call, code: String(reply.status), text: reply.text.slice(0, SAID), kind, retryAfter: reply.retryAfter, ...reason };
}
