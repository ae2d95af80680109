/** A record store that judges, launched by Tin Can or cmi5, as a place of journeys. */

import { openStore } from '../../src/lms/xapi/open';
import type { Lms } from '../../src/lms/lms';
import type { Web, WebInit, WebReply } from '../../src/lms/xapi/http';
import { cmi5Launch, Lrs, tincanLaunch, verbOf } from '../lrs';
import type { Thing } from '../lrs';
import type { Made } from '../fixtures';
import { memoryStore } from '../world';
import type { Clock } from './clock';
import type { Page } from './page';
import { maySayTwice } from './known';
import type { Held, Place } from './places';
import type { Fault, Setup } from './steps';

export class RecordStore implements Place {
  private readonly lrs = new Lrs();
  private launches = 0;
  private tab = memoryStore();
  private trouble = { failing: 0, offline: false, expired: false, lost: false, slow: 0 };

  constructor(
    private readonly setup: Setup,
    private readonly clock: Clock,
    private readonly content: Made,
  ) {
    this.lrs.fault = async () => {
      if (this.trouble.slow > 0) await new Promise<void>((resolve) => { this.clock.setTimer(resolve, this.trouble.slow); });
      if (this.trouble.offline || this.trouble.lost) return null;
      if (this.trouble.expired) return { status: 401 };
      if (this.trouble.failing === 0) return undefined;
      this.trouble.failing -= 1;
      return { status: 503 };
    };
  }

  open(page: Page, reload: boolean): Lms {
    if (!reload) [this.launches, this.tab] = [this.launches + 1, memoryStore()];
    // A store that can't be read at the launch is joined with what it has later: other tests tell of that.
    this.trouble = { ...this.trouble, failing: 0, offline: false, expired: false, lost: false };
    return openStore(this.web(page), this.content, page, 'essai');
  }

  refuses(): void {
    // Nothing here is synchronous.
  }

  close(): void {
    // The page does nothing any more: see `web`.
  }

  fault(fault: Fault): void {
    if (fault.fault === 'fail') this.trouble.failing = fault.times;
    if (fault.fault === 'offline' || fault.fault === 'online') this.trouble.offline = fault.fault === 'offline';
    if (fault.fault === 'expire') this.trouble.expired = true;
    if (fault.fault === 'lose') this.trouble.lost = true;
    if (fault.fault === 'slow') this.trouble.slow = fault.ms;
    if (fault.fault === 'jump') this.clock.jump(fault.ms);
  }

  ping(): Promise<string> {
    return this.trouble.offline ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve('filiere-ok');
  }

  heal(): void {
    this.trouble = { ...this.trouble, failing: 0, offline: false, slow: 0 };
  }

  isOver(): boolean {
    return this.trouble.expired || this.trouble.lost;
  }

  held(): Held {
    const [, document] = [...this.lrs.documents].find(([key]) => key.endsWith('\nsuspendData')) ?? [];
    const kept = JSON.parse(document?.text ?? '{"state":""}') as { state: string };
    return heldBy(this.lrs.statements, kept.state);
  }

  attempt(): number {
    return 1;
  }

  /** Statements and documents that a store should not have been asked to take. */
  refusals(): readonly string[] {
    const asked = this.lrs.requests.filter(({ status, body }) => status !== 403 || !maySayTwice(this.setup, body));
    return asked.flatMap(({ method, path, status, body }) => wrongRequest(method, path, status, body));
  }

  private web(page: Page): Web {
    const { mode, mastery, place, blocked } = this.setup;
    const launchMode = { normal: 'Normal', review: 'Review', browse: 'Browse' }[mode];
    const data = { launchMode, ...(mastery === null ? {} : { masteryScore: mastery / 100 }) };
    const address = place === 'cmi5' ? cmi5Launch(this.lrs, `s${String(this.launches)}`, { data }) : tincanLaunch();
    const web = { ...this.lrs.tab(address, this.tab), ...(blocked ? { session: null } : {}) };
    const never = new Promise<WebReply>(() => undefined);
    // A dead page sends nothing, and hears nothing of what it sent.
    const fetch = async (url: string, init: WebInit): Promise<WebReply> => {
      if (!page.alive) return never;
      try {
        const reply = await web.fetch(url, init);
        return page.alive ? reply : await never;
      } catch (error) {
        if (page.alive) throw error;
        return never;
      }
    };
    return { ...web, fetch };
  }
}

/** What a store has: « completed » is all that it knows of a status. */
export function heldBy(statements: readonly Thing[], state: string): Held {
  const done = statements.some((statement) => verbOf(statement) === 'completed');
  const records = statements.filter((statement) => verbOf(statement) === 'answered').map(answerIn);
  return { state, status: done ? 'done' : '', score: null, records };
}

/** In words, when a store should not have been asked. */
export function wrongRequest(method: string, path: string, status: number, why: string): string[] {
  return status === 400 || status === 403 ? [`${method} ${path}: ${String(status)} ${why.slice(0, 300)}`] : [];
}

/** « question response ». */
function answerIn(statement: Thing): string {
  const id = String((statement['object'] as Thing)['id']).split('/q/')[1] ?? '';
  const { response = '' } = statement['result'] as { response?: string };
  return `${id} ${response}`;
}
