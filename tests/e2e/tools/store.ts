/** Our strict record store, as its command starts it, and what tests ask of it. */

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { PROGRAM } from './preview';

export type Thing = Record<string, unknown>;

export interface Launched {
  readonly query: string;
  readonly registration: string;
  readonly activityId: string;
}

export interface Logged {
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

export interface Store {
  launch(wanted: Thing): Promise<Launched>;
  statements(): Promise<Thing[]>;
  log(): Promise<Logged[]>;
  faults(list: readonly Thing[]): Promise<void>;
  stop(): void;
}

export async function openStore(...more: string[]): Promise<Store> {
  const child = spawn(PROGRAM, ['lrs', '--port', '0', ...more], { stdio: ['pipe', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    const { admin } = JSON.parse(line) as { admin: string };
    const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
      const reply = await fetch(admin + path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
      const text = await reply.text();
      if (!reply.ok) throw new Error(`${method} ${path}: ${String(reply.status)} ${text}`);
      return text === '' ? null : (JSON.parse(text) as unknown);
    };
    return {
      launch: async (wanted) => (await ask('POST', 'launch', wanted)) as Launched,
      statements: async () => (await ask('GET', 'statements')) as Thing[],
      log: async () => (await ask('GET', 'log')) as Logged[],
      faults: async (list) => { await ask('POST', 'faults', list); },
      stop: () => { child.stdin.end(); },
    };
  }
  throw new Error('the record store says its address');
}
