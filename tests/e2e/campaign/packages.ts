/** Modules of the campaign as an author would write them, built by the compiler: one for each set of rules. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PlayerData } from '../../../player/src/data';
import { chanceOf } from '../../../player/test/campaign/chance';
import { rulesOf } from '../../../player/test/campaign/generate';
import type { Rules } from '../../../player/test/campaign/steps';
import { PROGRAM } from '../tools/preview';
import { unzip } from '../tools/zip';
import { ASSESSMENT, BANK, MODULE, NAMES, PAGES, WORKSPACE } from './source';

const MODULES = 24;
/** Of this run alone. */
const ROOT = `target/campaign-${String(process.pid)}`;

/** Rules that chance gives, the same at each run. */
export const RULES: readonly Rules[] = Array.from({ length: MODULES }, (_, i) => rulesOf(chanceOf(1000 + i)));

export type Files = ReadonlyMap<string, Buffer>;

/** Every package by « target rules ». */
export function packages(): (target: 'scorm12' | 'xapi', rules: Rules) => Files {
  const clear = (): void => { rmSync(ROOT, { recursive: true, force: true }); };
  clear();
  process.once('exit', clear);
  write('filiere.yaml', WORKSPACE);
  RULES.forEach(author);
  const { status, stderr, stdout } = spawnSync(PROGRAM, ['-C', ROOT, 'build', '-o', join(ROOT, 'dist')], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the campaign's modules are not built: ${stderr}${stdout}`);
  const files = new Map<string, Files>();
  const names = readdirSync(join(ROOT, 'dist')).filter((name) => name.endsWith('.zip'));
  return (target, rules) => {
    const id = nameOf(RULES.indexOf(rules));
    const name = names.find((one) => one.startsWith(`${id}-`) && one.includes(`-${target}`));
    if (name === undefined) throw new Error(`no package of ${id} for ${target} among ${names.join()}`);
    const known = files.get(name) ?? unzip(join(ROOT, 'dist', name));
    files.set(name, known);
    return known;
  };
}

/** What the player reads of it. */
export function dataIn(files: Files): PlayerData {
  const block = /id="filiere-data"[^>]*>(.*?)<\/script>/su.exec(files.get('index.html')?.toString() ?? '')?.[1];
  return JSON.parse(block ?? 'null') as PlayerData;
}

function nameOf(at: number): string {
  return `campaign-${String(at).padStart(2, '0')}`;
}

function author(rules: Rules, at: number): void {
  const folder = `modules/${nameOf(at)}`;
  write(`${folder}/module.yaml`, MODULE.replace('{id}', nameOf(at)) + (rules.assessment ? assessment(rules) : ''));
  PAGES.forEach((text, i) => { write(`${folder}/pages/${NAMES[i] ?? ''}.md`, text.replace('{objectives}', rules.ratings ? '```{objectives}\n```\n' : '')); });
  if (rules.assessment) write(`${folder}/questions/bank.yaml`, BANK);
}

function assessment(rules: Rules): string {
  const { pass, attempts, grading, feedback, corrections, shuffle, afterPages, take, completion } = rules;
  const words: Readonly<Record<string, string>> = {
    pass: String(pass),
    attempts: attempts === null ? 'unlimited' : String(attempts),
    grading,
    feedback,
    corrections,
    shuffle: shuffle ? '[questions, options]' : '[]',
    open: afterPages ? 'after-pages' : 'always',
    take: String(take),
    completion,
  };
  return ASSESSMENT.replace(/\{(\w+)\}/gu, (_, name: string) => words[name] ?? '');
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(ROOT, path)), { recursive: true });
  writeFileSync(join(ROOT, path), text);
}
