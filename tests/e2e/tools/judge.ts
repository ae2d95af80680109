/** Our LRS with its cmi5 judge, as its command starts it. */

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** What a session was, and every rule that it broke. */
export interface Verdict {
  readonly satisfied: boolean;
  readonly sessions: readonly { readonly verbs: readonly string[] }[];
  readonly problems: readonly { readonly requirement: string | null; readonly message: string }[];
}

export interface Launched {
  readonly query: string;
  readonly registration: string;
}

export interface Judge {
  launch(wanted: object): Promise<Launched>;
  verdict(registration: string): Promise<Verdict>;
  stop(): void;
}

/** The program that was built last: the release when there is one. */
const PROGRAM = ['target/release/filiere', 'target/debug/filiere'].find((path) => existsSync(path)) ?? 'filiere';

export async function openJudge(): Promise<Judge> {
  const child = spawn(PROGRAM, ['lrs', '--port', '0'], { stdio: ['pipe', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    const { admin } = JSON.parse(line) as { admin: string };
    return {
      launch: async (wanted) => (await fetch(`${admin}launch`, { method: 'POST', body: JSON.stringify({ mode: 'cmi5', ...wanted }) })).json() as Promise<Launched>,
      verdict: async (registration) => (await fetch(`${admin}verdict?registration=${registration}`)).json() as Promise<Verdict>,
      stop: () => { child.stdin.end(); },
    };
  }
  throw new Error('the LRS says its address');
}
