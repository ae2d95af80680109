/** Characters of state, and bytes of the tables of earlier versions, as the program says them. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROGRAM } from '../e2e/tools/preview';

export interface Package {
  readonly file: string;
  readonly bytes: number;
  readonly state: number;
  readonly state_limit: number;
  readonly earlier_states: number;
  readonly earlier_bytes: number;
}

/** The SCORM 1.2 packages of a workspace; nothing is left behind. */
export function built(root: string): Package[] {
  const out = mkdtempSync(join(tmpdir(), 'filiere-'));
  const { status, stdout, stderr } = spawnSync(PROGRAM, ['-C', root, 'build', '-o', out, '--format', 'json'], { encoding: 'utf8' });
  rmSync(out, { recursive: true });
  if (status !== 0) throw new Error(stderr + stdout);
  const lines = stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line) as { package?: Package });
  return lines.flatMap((line) => (line.package?.file.endsWith('-scorm12.zip') === true ? [line.package] : []));
}

/** How many of each type the generated module has, for 400. */
const MIX: readonly (readonly [number, (id: string) => string])[] = [
  [240, (id) => `type: choice\nprompt: |\n  Laquelle convient à ${id}?\noptions: |\n  - [x] La première.\n  - [ ] La deuxième.\n  - [ ] La troisième.\n  - [ ] La quatrième.\nfeedback: |\n  Relisez.`],
  [60, (id) => `type: true-false\nprompt: |\n  ${id} est vrai.\nanswer: true\nfeedback: |\n  Relisez.`],
  [40, (id) => `type: matching\nprompt: |\n  Associez ${id}.\npairs: |\n  - un -> I\n  - deux -> II\n  - trois -> III\n  - quatre -> IV\n  - -> V\nfeedback: |\n  Relisez.`],
  [20, (id) => `type: sequencing\nprompt: |\n  Ordonnez ${id}.\nitems: |\n  1. un\n  2. deux\n  3. trois\n  4. quatre\n  5. cinq\nfeedback: |\n  Relisez.`],
  [40, (id) => `type: numeric\nprompt: |\n  Combien pour ${id}?\nanswer: { value: 4, tolerance: 1 % }\nfeedback: |\n  Relisez.`],
];

/** A module of 400 questions on 40 pages, all of them practice: the dearest kind. */
export function large(): Package {
  const root = mkdtempSync(join(tmpdir(), 'filiere-'));
  const module = join(root, 'modules/grand');
  mkdirSync(join(module, 'pages'), { recursive: true });
  writeFileSync(join(root, 'filiere.yaml'), 'filiere: 1\npublisher: { name: Essai, organization: Essai, url: "https://essai.ca/" }\niri: "https://essai.ca/"\nlanguage: fr-CA\nlicence: CC-BY-4.0\n');
  writeFileSync(join(module, 'module.yaml'), 'id: grand\nversion: 1.0.0\ndate: 2026-11-22\ntitle: Grand\ndescription: |\n  Quatre cents questions.\nkind: theory\nduration: 10 h\ncompletion: pages\n');
  const blocks = MIX.flatMap(([count, make], type) => Array.from({ length: count }, (_, i) => `\`\`\`{question} q${String(type)}-${String(i)}\n${make(`q${String(type)}-${String(i)}`)}\n\`\`\`\n`));
  for (let page = 0; page < 40; page += 1) {
    const text = `# Page ${String(page + 1)}\n\n${blocks.filter((_, i) => i % 40 === page).join('\n')}`;
    writeFileSync(join(module, `pages/${String(page).padStart(2, '0')}-page-${String(page)}.md`), text);
  }
  const [found] = built(root);
  rmSync(root, { recursive: true });
  if (found === undefined) throw new Error('the generated module is built');
  return found;
}
