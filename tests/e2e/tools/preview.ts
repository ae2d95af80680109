/** The preview of a workspace, as its command opens it. */

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';

export interface Preview {
  readonly address: string;
  stop(): void;
}

/** The program that was built last: the release when there is one. */
export const PROGRAM = ['target/release/filiere', 'target/debug/filiere'].find((path) => existsSync(path)) ?? 'filiere';

/** By default of this repository's own modules. */
export async function openPreview(root = '.'): Promise<Preview> {
  const child = spawn(PROGRAM, ['-C', root, 'preview'], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /http:\/\/127\.0\.0\.1:\d+\/\S*/u.exec(line)?.[0];
    if (address !== undefined) return { address, stop: () => { child.kill(); } };
  }
  throw new Error('the preview says its address');
}
