/** Builds the committed bundles, checks that they are current, and bundles the TypeScript tests. */

import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { minify } from 'terser';

/** One classic script that every browser since 2020 reads, without a path of this machine in it. */
const script = { bundle: true, minify: true, format: 'iife', target: 'es2020', charset: 'utf8', legalComments: 'none' };

/** The words that the player says, as the compiler puts them into pages: those that pages alone show stay out. */
async function words(outfile) {
  const texts = await Promise.all(named('player/src', '.ts').map((name) => readFile(name, 'utf8')));
  const all = Object.entries(JSON.parse(await readFile(outfile.replace('dist/words.', 'src/strings/'), 'utf8')));
  const kept = all.filter(([key]) => isNamed(key, texts.join('\n')));
  return `${JSON.stringify(Object.fromEntries(kept))}\n`;
}

/** Whether a source names a word: whole, without its plural, or by a beginning that it completes. */
function isNamed(key, source) {
  const whole = [key, key.replace(/\.(?:one|other)$/u, '')].some((name) => source.includes(`'${name}'`));
  return whole || [...key.matchAll(/[.-]/gu)].map(({ index }) => key.slice(0, index + 1)).some((start) => source.includes(`\`${start}\${`) || source.includes(`'${start}'`));
}

const BUNDLES = [
  { ...script, entryPoints: ['player/src/main-scorm12.ts'], outfile: 'player/dist/scorm12.js' },
  { ...script, entryPoints: ['player/src/main-xapi.ts'], outfile: 'player/dist/xapi.js' },
  { ...script, entryPoints: ['player/sim/install.ts'], outfile: 'player/dist/sim.js' },
  { bundle: true, minify: true, target: 'es2020', charset: 'utf8', entryPoints: ['player/css/filiere.css'], outfile: 'player/dist/filiere.css' },
  { ...script, entryPoints: ['player/sim/preview.ts'], outfile: 'player/dist/preview.js' },
  { bundle: true, minify: true, target: 'es2020', charset: 'utf8', entryPoints: ['player/sim/preview.css'], outfile: 'player/dist/preview.css' },
  { ...script, entryPoints: ['player/catalogue/catalogue.ts'], outfile: 'player/dist/catalogue.js' },
  { bundle: true, minify: true, target: 'es2020', charset: 'utf8', entryPoints: ['player/catalogue/catalogue.css'], outfile: 'player/dist/catalogue.css' },
  { ...script, entryPoints: ['player/decoder/decoder.ts'], outfile: 'player/dist/decoder.js' },
  { bundle: true, minify: true, target: 'es2020', charset: 'utf8', entryPoints: ['player/decoder/decoder.css'], outfile: 'player/dist/decoder.css' },
  { ...script, entryPoints: ['player/trial/main-scorm12.ts'], outfile: 'player/dist/trial-scorm12.js' },
  { ...script, entryPoints: ['player/trial/main-xapi.ts'], outfile: 'player/dist/trial-xapi.js' },
  { bundle: true, minify: true, target: 'es2020', charset: 'utf8', entryPoints: ['player/trial/trial.css'], outfile: 'player/dist/trial.css' },
  { outfile: 'player/dist/words.fr.json' },
  { outfile: 'player/dist/words.en.json' },
];

/** Files below `folder` whose name ends so, sorted. */
function named(folder, end) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(end));
  return names.sort().map((name) => `${folder}/${name}`);
}

/** Tests keep their packages outside, so that axe and Playwright run as published. */
async function tests(from, to) {
  await rm(to, { recursive: true, force: true });
  const entryPoints = named(from, '.test.ts');
  await build({ bundle: true, format: 'esm', platform: 'node', target: 'node20', packages: 'external', sourcemap: 'inline', logLevel: 'warning', entryPoints, outdir: to, outbase: from, outExtension: { '.js': '.mjs' } });
}

/** Journeys against simulated LMSs, as one program. */
function campaign() {
  const folder = process.argv.includes('--chromium') ? 'tests/e2e' : 'player/test';
  return program(`${folder}/campaign/main.ts`, 'target/node/campaign.mjs');
}

/** Its arguments are those after the task. */
async function program(entry, outfile) {
  await build({ bundle: true, format: 'esm', platform: 'node', target: 'node20', packages: 'external', sourcemap: 'inline', logLevel: 'warning', entryPoints: [entry], outfile });
  const { status } = spawnSync(process.execPath, ['--enable-source-maps', outfile, ...process.argv.slice(3)], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}

/** A bundle as it is committed; scripts once more made smaller, which wins one part in forty. */
async function made(bundle) {
  if (bundle.entryPoints === undefined) return words(bundle.outfile);
  const [{ text }] = (await build({ ...bundle, write: false, logLevel: 'warning' })).outputFiles;
  return bundle.format === undefined ? text : `${(await minify(text, { ecma: 2020 })).code}\n`;
}

async function current(bundle) {
  const kept = await readFile(bundle.outfile, 'utf8').catch(() => '');
  if (kept === await made(bundle)) return true;
  console.error(`${bundle.outfile} is not what its sources give: run make player and commit it`);
  return false;
}

const TASKS = {
  bundles: () => Promise.all(BUNDLES.map(async (bundle) => writeFile(bundle.outfile, await made(bundle)))),
  current: async () => {
    const fine = await Promise.all(BUNDLES.map(current));
    if (fine.includes(false)) process.exitCode = 1;
  },
  tests: async () => {
    await tests('player/test', 'target/node/player');
    await tests('tests/e2e', 'target/node/e2e');
  },
  campaign,
  figures: () => program('tests/figures/main.ts', 'target/node/figures.mjs'),
};

const task = TASKS[process.argv[2]];
if (task === undefined) throw new Error(`usage: node player/build.mjs ${Object.keys(TASKS).join('|')}`);
await task();
