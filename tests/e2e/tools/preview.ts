/** The preview of this repository's own module, as its command opens it. */

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';

export interface Preview {
  readonly address: string;
  stop(): void;
}

/** The program that was built last: the release when there is one. */
const PROGRAM = ['target/release/filiere', 'target/debug/filiere'].find((path) => existsSync(path)) ?? 'filiere';

export async function openPreview(): Promise<Preview> {
  const child = spawn(PROGRAM, ['preview'], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /http:\/\/127\.0\.0\.1:\d+\/\S*/u.exec(line)?.[0];
    if (address !== undefined) return { address, stop: () => { child.kill(); } };
  }
  throw new Error('the preview says its address');
}
