/** Prints the figures that the project answers for, beside what each may be at most. */

import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { packageAt, packages } from '../e2e/tools/journeys';
import { callsIn, LMSS } from './calls';
import { built, large } from './states';
import type { Package } from './states';
import { RUNS, times } from './times';

type Row = readonly [what: string, found: number | string, most: number | ''];

const WORKSPACES = ['.', 'tests/e2e/workspace'];

function states(): Row[] {
  const known = [...WORKSPACES.flatMap(built), large()];
  const row = ({ file, state, state_limit }: Package): Row => [`characters of state: ${nameOf(file)}`, state, state_limit];
  return known.map(row);
}

function nameOf(file: string): string {
  const name = (file.split('/').pop() ?? '').replace(/-\d+\.\d+\.\d+-.*$/u, '');
  return name === 'grand' ? '400 questions, generated' : name;
}

async function calls(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const lms of LMSS) {
    const { launch, resumed, minute, commits } = await callsIn(lms);
    rows.push([`API calls at launch: ${lms}`, launch, 12], [`  when resumed`, resumed, 12], [`  a minute of work`, minute.toFixed(1), ''], [`  commits among them`, commits.toFixed(1), '']);
  }
  return rows;
}

function sizes(): Row[] {
  const size = (name: string): number => gzipSync(readFileSync(`player/dist/${name}`)).length;
  return ['scorm12', 'xapi'].map((target): Row => [`bytes of the player, gzipped with CSS and words: ${target}`, size(`${target}.js`) + size('filiere.css') + size('words.fr.json'), 60 * 1024]);
}

async function waits(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [id, path] of packages()) {
    const { launch, turn, check, submit, feedback } = await times(packageAt(path));
    rows.push([`longest task at 4× slower, ms, median of ${String(RUNS)}: ${id}, launch`, launch, 50], ['  page turn', turn, 50], ['  check', check, 50], ['  submit', submit, 50], ['  input to feedback', feedback, 100]);
  }
  return rows;
}

const rows = [...states(), ...await calls(), ...sizes(), ...(process.argv.includes('--no-browser') ? [] : await waits())];
const width = Math.max(...rows.map(([what]) => what.length));
for (const [what, found, most] of rows) {
  const over = most !== '' && Number(found) > most ? '  ← over' : '';
  console.log(`${what.padEnd(width)}  ${String(found).padStart(6)}${most === '' ? '' : `  of ${String(most)}`}${over}`);
}
