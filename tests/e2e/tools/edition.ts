/** An edition of real modules, as `filiere release` leaves it. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PROGRAM } from './preview';

const WORKSPACE = 'target/e2e-edition';

/** Address of a file of the edition. */
export const at = (path: string): string => pathToFileURL(resolve(WORKSPACE, 'dist', path)).href;

/** Releases the modules of the tests and module A, then a second version of one that lost a question. */
export function releaseTwice(): void {
  rmSync(WORKSPACE, { recursive: true, force: true });
  cpSync('tests/e2e/workspace', WORKSPACE, { recursive: true });
  cpSync('modules/hall-heroult', `${WORKSPACE}/modules/hall-heroult`, { recursive: true });
  // Addresses of examples are not released.
  change('filiere.yaml', /filiere\.example/gu, 'filiere-essai.ca');
  release();
  change('modules/every-question/module.yaml', /^version: .*$/mu, 'version: 2.2.0');
  change('modules/every-question/module.yaml', /^date: .*$/mu, 'date: 2026-12-01');
  change('modules/every-question/pages/02-practice.md', /^```\{question\} p-true\n(?:.*\n)*?```\n/mu, '');
  release('--allow-id-change');
}

function change(path: string, from: RegExp, to: string): void {
  const file = `${WORKSPACE}/${path}`;
  const text = readFileSync(file, 'utf8');
  assert.match(text, from, `${path} holds what is to be changed`);
  writeFileSync(file, text.replace(from, to));
}

function release(...more: readonly string[]): void {
  const { status, stderr } = spawnSync(PROGRAM, ['-C', WORKSPACE, '--ui', 'en', 'release', ...more], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
}
