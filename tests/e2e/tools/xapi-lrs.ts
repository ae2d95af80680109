/** The LRS of `filiere lrs`, and the door that it keeps open for tests. */

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Page } from 'playwright-core';
import { PROGRAM } from './preview';

export type Thing = Readonly<Record<string, unknown>>;

/** A request that the LRS answered. */
export interface Line {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly version: string | null;
  readonly status: number;
  readonly message?: string;
  readonly requirement?: string | null;
  readonly fault?: string;
}

export interface Launched {
  readonly endpoint: string;
  readonly registration: string | null;
  readonly activityId: string | null;
  readonly actor: Thing;
  /** Ready for the address. */
  readonly query: string;
}

export interface Verdict {
  readonly satisfied: boolean;
  readonly completed: boolean;
  readonly passed: boolean;
  readonly sessions: readonly { readonly mode: string; readonly end: string | null; readonly verbs: readonly string[] }[];
  readonly problems: readonly { readonly requirement: string | null; readonly message: string }[];
}

/** What cmi5.xml asks of a module, as an LMS reads it. */
export type Asked = Readonly<{ moveOn: string; masteryScore?: number }>;

export function askedBy(manifest: string): Asked {
  const moveOn = /moveOn="([^"]+)"/u.exec(manifest)?.[1];
  if (moveOn === undefined) throw new Error('cmi5.xml says when to move on');
  const mastery = /masteryScore="([^"]+)"/u.exec(manifest)?.[1];
  return { moveOn, ...(mastery === undefined ? {} : { masteryScore: Number(mastery) }) };
}

/** Waits until nothing is on its way: only then does a session of cmi5 end with its page. */
export async function still(page: Page): Promise<void> {
  await page.waitForFunction(() => !(document.querySelector('.fi-save')?.textContent ?? '…').endsWith('…'));
}

interface Addresses {
  readonly endpoint: string;
  readonly admin: string;
  readonly auth: string;
}

export class Lrs {
  private constructor(readonly at: Addresses, private readonly version: string, readonly stop: () => void) {}

  static async start(...options: readonly string[]): Promise<Lrs> {
    const child = spawn(PROGRAM, ['lrs', '--port', '0', ...options], { stdio: ['pipe', 'pipe', 'inherit'] });
    for await (const line of createInterface({ input: child.stdout })) {
      return new Lrs(JSON.parse(line) as Addresses, options.includes('2.0.0') ? '2.0.0' : '1.0.3', () => { child.stdin.end(); });
    }
    throw new Error('the LRS says its addresses');
  }

  launch(wanted: Thing): Promise<Launched> {
    return this.ask('POST', 'launch', wanted);
  }

  log(): Promise<Line[]> {
    return this.ask('GET', 'log');
  }

  /** All that was asked, once nothing has been for a while. */
  async silence(): Promise<Line[]> {
    let known: Line[] = [];
    let count = -1;
    return until(async () => {
      if (known.length === count) return known;
      count = known.length;
      await new Promise((resolve) => { setTimeout(resolve, 200); });
      known = await this.log();
      return null;
    }, 'it falls silent');
  }

  /** In the order of their storing, those of the LMS too. */
  statements(): Promise<Thing[]> {
    return this.ask('GET', 'statements');
  }

  verdict(registration: string): Promise<Verdict> {
    return this.ask('GET', `verdict?registration=${registration}`);
  }

  async fault(...faults: readonly Thing[]): Promise<void> {
    await this.ask('POST', 'faults', faults);
  }

  async calm(): Promise<void> {
    await this.ask('DELETE', 'faults');
  }

  async reset(): Promise<void> {
    await this.ask('POST', 'reset');
  }

  /** A State document of a launch, read by the owner; null: there is none. */
  async document(launched: Launched, activityId: string, stateId: string): Promise<Thing | null> {
    const query = new URLSearchParams({ activityId, agent: JSON.stringify(launched.actor), stateId, ...(launched.registration === null ? {} : { registration: launched.registration }) });
    const reply = await fetch(`${this.at.endpoint}activities/state?${query.toString()}`, { headers: { Authorization: this.at.auth, 'X-Experience-API-Version': this.version } });
    return reply.status === 404 ? null : (await reply.json()) as Thing;
  }

  private async ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    // A connection that was kept may be closed at the very moment it is used again.
    const send = (): Promise<Response> => fetch(this.at.admin + path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }) });
    const reply = await send().catch(send);
    const text = await reply.text();
    if (!reply.ok) throw new Error(`${method} ${path}: ${String(reply.status)} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }
}

/** Waits until `found` gives something. */
export async function until<T>(found: () => Promise<T | null | false>, what: string, limit = 15000): Promise<T> {
  const start = Date.now();
  for (;;) {
    const value = await found();
    if (value !== null && value !== false) return value;
    if (Date.now() - start > limit) throw new Error(`never: ${what}`);
    await new Promise((resolve) => { setTimeout(resolve, 40); });
  }
}
