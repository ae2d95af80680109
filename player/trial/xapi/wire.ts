/** Sends requests to a record store as they are and keeps every answer; it judges none. */

import type { Ask, Web, WebInit } from '../../src/lms/xapi/http';
import type { Line } from '../scorm12/api';

export interface Answer {
  /** 0: none came. */
  readonly status: number;
  readonly text: string;
  /** Empty: there is none, or it is not shown to this origin. */
  readonly etag: string;
}

export class Wire {
  readonly log: Line[] = [];
  version = '1.0.3';

  constructor(private readonly web: Web, readonly endpoint: string, private readonly auth: string) {}

  ask({ method, path, query = {}, body, headers, last }: Ask): Promise<Answer> {
    const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
    const url = this.endpoint + path + (pairs.length === 0 ? '' : `?${pairs.join('&')}`);
    const own = { 'X-Experience-API-Version': this.version, ...(this.auth === '' ? {} : { Authorization: this.auth }), ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers };
    const about = query['stateId'] ?? query['statementId'] ?? query['profileId'] ?? '';
    return this.send(`${method} ${path} ${about}`.trim(), url, { method, headers: own, cache: 'no-store', ...(body === undefined ? {} : { body }), ...(last === true ? { keepalive: true } : {}) });
  }

  /** At an address that is not the store's. */
  knock(url: string): Promise<Answer> {
    return this.send('POST fetch', url, { method: 'POST', cache: 'no-store' });
  }

  /** Whether the store is there though it refuses this origin. */
  async isThere(): Promise<boolean> {
    return this.web.fetch(`${this.endpoint}about`, { method: 'GET', mode: 'no-cors', cache: 'no-store' }).then(() => true, () => false);
  }

  private async send(call: string, url: string, init: WebInit): Promise<Answer> {
    try {
      const reply = await this.web.fetch(url, init);
      const text = await reply.text();
      const etag = reply.headers.get('ETag') ?? '';
      this.log.push({ call, answer: etag === '' ? '' : `ETag ${etag}`, code: String(reply.status) });
      return { status: reply.status, text, etag };
    } catch {
      this.log.push({ call, answer: '', code: '0' });
      return { status: 0, text: '', etag: '' };
    }
  }
}

export function isDone({ status }: Answer): boolean {
  return status >= 200 && status < 300;
}
