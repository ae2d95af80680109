/** Editions of one module, each released and built by the program itself, as its authors would. */

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROGRAM } from './preview';
import { unzip } from './zip';

export type Files = ReadonlyMap<string, Buffer>;

/** A package for each standard. */
export interface Built {
  readonly scorm12: Files;
  readonly xapi: Files;
}

/** What authors do between two releases. */
export class Desk {
  constructor(private readonly root: string) {}

  edit(path: string, from: string, to: string): void {
    const text = readFileSync(this.at(path), 'utf8');
    if (!text.includes(from)) throw new Error(`${path} holds ${from}`);
    writeFileSync(this.at(path), text.replace(from, () => to));
  }

  write(path: string, text: string): void {
    writeFileSync(this.at(path), text);
  }

  move(from: string, to: string): void {
    renameSync(this.at(from), this.at(to));
  }

  private at(path: string): string {
    return join(this.root, 'modules/etats', path);
  }
}

/** One package an edition: the first is the workspace as it is, each other what its change makes of the one before. */
export function editions(changes: readonly ((desk: Desk) => void)[]): Built[] {
  const root = mkdtempSync(join(tmpdir(), 'filiere-'));
  cpSync('tests/e2e/editions', root, { recursive: true });
  const built = [released(root), ...changes.map((change, i) => {
    const desk = new Desk(root);
    desk.edit('module.yaml', `version: 1.${String(i)}.0`, `version: 1.${String(i + 1)}.0`);
    change(desk);
    return released(root);
  })];
  rmSync(root, { recursive: true });
  return built;
}

function released(root: string): Built {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  run(root, 'lock', '--allow-id-change');
  run(root, 'build', '--allow-id-change');
  const names = readdirSync(join(root, 'dist'));
  const of = (target: string): Files => unzip(join(root, 'dist', names.find((name) => name.endsWith(`-${target}.zip`)) ?? target));
  return { scorm12: of('scorm12'), xapi: of('xapi') };
}

function run(root: string, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync(PROGRAM, ['-C', root, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}
