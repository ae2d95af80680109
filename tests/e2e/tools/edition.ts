/** An edition of real modules, as `filiere release` leaves it. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PROGRAM } from './preview';

const WORKSPACE = 'target/e2e-edition';

/** Path of a file of the edition. */
export const fileOf = (path: string, workspace = WORKSPACE): string => resolve(workspace, 'dist', path);

/** Its address. */
export const at = (path: string, workspace = WORKSPACE): string => pathToFileURL(fileOf(path, workspace)).href;

/** Releases the modules of the tests and module A, then a second version of one that lost a question; tests that run together have a workspace each. */
export function releaseTwice(workspace = WORKSPACE): void {
  const change = (path: string, from: RegExp, to: string): void => { edit(`${workspace}/${path}`, from, to); };
  const release = (...more: readonly string[]): void => { run(workspace, ...more); };
  rmSync(workspace, { recursive: true, force: true });
  cpSync('tests/e2e/workspace', workspace, { recursive: true });
  cpSync('modules/hall-heroult', `${workspace}/modules/hall-heroult`, { recursive: true });
  // Addresses of examples are not released.
  change('filiere.yaml', /filiere\.example/gu, 'filiere-essai.ca');
  release();
  change('modules/every-question/module.yaml', /^version: .*$/mu, 'version: 2.2.0');
  change('modules/every-question/module.yaml', /^date: .*$/mu, 'date: 2026-12-01');
  change('modules/every-question/pages/02-practice.md', /^```\{question\} p-true\n(?:.*\n)*?```\n/mu, '');
  release('--allow-id-change');
}

function edit(file: string, from: RegExp, to: string): void {
  const text = readFileSync(file, 'utf8');
  assert.match(text, from, `${file} holds what is to be changed`);
  writeFileSync(file, text.replace(from, to));
}

function run(workspace: string, ...more: readonly string[]): void {
  const { status, stderr } = spawnSync(PROGRAM, ['-C', workspace, '--ui', 'en', 'release', ...more], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
}
