/** Sends requests to a record store: headers, version, time limits; judges no answer but the version's. */

import type { Env, Store } from '../../core/types';

export interface Web {
  /** The page's address at the launch. */
  readonly address: string;
  fetch(url: string, init: WebInit): Promise<WebReply>;
  /** Lives as long as the tab; null: blocked. */
  readonly session: Store | null;
  replaceAddress(address: string): void;
}

export interface WebInit {
  readonly method: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly keepalive?: boolean;
  readonly mode?: 'cors' | 'no-cors';
  readonly cache?: 'no-store';
  readonly signal?: AbortSignal;
}

export interface WebReply {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}

export interface Reply {
  /** 0: none came. */
  readonly status: number;
  readonly text: string;
  /** null: there is none, or the store does not show it to other origins. */
  readonly etag: string | null;
  /** Milliseconds. */
  readonly retryAfter: number;
}

export interface Ask {
  readonly method: 'GET' | 'PUT' | 'POST';
  /** Below the endpoint. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The page is going: whatever its size, it must get through. */
  readonly last?: boolean;
}

const PATIENCE = 20000;
const VERSIONS = ['1.0.3', '2.0.0'] as const;
/** Browsers let 64 KiB of requests outlive their page, all together: what is under way gets this. */
const OUTLIVES = 12000;
/** Milliseconds of a clock that is ahead. */
const MINDED = 60000;
const NOTHING: Reply = { status: 0, text: '', etag: null, retryAfter: 0 };

export class Client {
  private version: (typeof VERSIONS)[number] = VERSIONS[0];
  /** Milliseconds that this computer's clock is ahead of the store's; 0: less than anyone minds, or unknown. */
  ahead = 0;
  /** An answer that is not a refusal settles the version. */
  private settled = false;

  constructor(
    private readonly web: Web,
    private readonly env: Env,
    private readonly endpoint: string,
    private readonly auth: string,
  ) {}

  async ask(ask: Ask): Promise<Reply> {
    const reply = await this.send(ask);
    if (this.settled || reply.status !== 400) {
      this.settled ||= reply.status >= 200 && reply.status < 500;
      return reply;
    }
    // A store of the other version only says « bad request »: once, in its own version.
    this.version = VERSIONS[1];
    const again = await this.send(ask);
    this.settled = again.status >= 200 && again.status < 500 && again.status !== 400;
    if (!this.settled) this.version = VERSIONS[0];
    return again;
  }

  /** Asks for the token of a session, at an address of its own: no headers of the store's. */
  knock(url: string): Promise<Reply> {
    return this.read(url, { method: 'POST', cache: 'no-store' });
  }

  /** Whether the store is there though a request of this page never got through. */
  async refusesOrigin(): Promise<boolean> {
    const init: WebInit = { method: 'GET', mode: 'no-cors', cache: 'no-store' };
    return (await this.patient(`${this.endpoint}about`, init)) !== null;
  }

  private send(ask: Ask): Promise<Reply> {
    return this.read(this.url(ask), this.init(ask));
  }

  private async read(url: string, init: WebInit): Promise<Reply> {
    const reply = await this.patient(url, init);
    if (reply === null) return NOTHING;
    const text = await reply.text().catch(() => '');
    this.compare(reply.headers.get('Date') ?? reply.headers.get('X-Experience-API-Consistent-Through'));
    return { status: reply.status, text, etag: reply.headers.get('ETag'), retryAfter: this.wait(reply.headers.get('Retry-After')) };
  }

  private url({ path, query = {} }: Ask): string {
    const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
    return this.endpoint + path + (pairs.length === 0 ? '' : `?${pairs.join('&')}`);
  }

  private init(ask: Ask): WebInit {
    const headers: Record<string, string> = { 'X-Experience-API-Version': this.version, ...ask.headers };
    if (this.auth !== '') headers['Authorization'] = this.auth;
    if (ask.body === undefined) return { method: ask.method, headers, cache: 'no-store' };
    headers['Content-Type'] = 'application/json';
    return { method: ask.method, headers, body: ask.body, keepalive: ask.last === true || outlives(ask.body) };
  }

  /** null: no answer, or too late. */
  private async patient(url: string, init: WebInit): Promise<WebReply | null> {
    const limit = new AbortController();
    const timer = this.env.setTimer(() => { limit.abort(); }, PATIENCE);
    try {
      return await this.web.fetch(url, { ...init, signal: limit.signal });
    } catch {
      return null;
    } finally {
      this.env.clearTimer(timer);
    }
  }

  /** A store refuses what says that it happened in its future. */
  private compare(time: string | null): void {
    const ahead = this.env.now() - Date.parse(time ?? '');
    if (Number.isFinite(ahead)) this.ahead = ahead > MINDED ? ahead : 0;
  }

  /** Seconds, or a date. */
  private wait(header: string | null): number {
    if (header === null) return 0;
    const seconds = Number(header);
    const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - this.env.now();
    return Number.isFinite(wait) ? Math.max(0, wait) : 0;
  }
}

/** Whether a request goes on when its page is gone. */
export function outlives(body: string): boolean {
  return bytes(body) <= OUTLIVES;
}

export function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
