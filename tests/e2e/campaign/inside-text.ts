/** The script that runs in every page of a journey, as text. */

import { buildSync } from 'esbuild';

export function insideText(): string {
  return buildSync({ entryPoints: ['tests/e2e/campaign/inside.ts'], bundle: true, write: false, format: 'iife', target: 'es2020' }).outputFiles[0]?.text ?? '';
}
