/** Runs axe-core in a frame, past the page's own content policy. */

import { readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';

const SOURCE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
/** WCAG 2.2 A and AA, and axe's best practices: no rule of theirs is left out. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
/** 2.5.3, which axe leaves off as it still tries it out. */
const MORE = { 'label-content-name-mismatch': { enabled: true } };
const SCHEMES = ['light', 'dark'] as const;

interface Found {
  id: string;
  nodes: { target: unknown[]; failureSummary?: string }[];
}

/** `scheme: rule: element: why`, none when all is well: every rule, as the page stands in the light and in the dark. */
export async function faults(sco: Frame): Promise<string[]> {
  if (!(await sco.evaluate(() => 'axe' in window))) await sco.evaluate(SOURCE);
  await sco.evaluate(lift);
  const found: string[] = [];
  for (const colorScheme of SCHEMES) {
    await sco.page().emulateMedia({ colorScheme });
    found.push(...(await run(sco)).map((fault) => `${colorScheme}: ${fault}`));
  }
  await sco.page().emulateMedia({ colorScheme: 'light' });
  await sco.evaluate(putBack);
  return found;
}

/** Axe walks hidden sections too, ten for the one that is shown: they leave the page while it looks. */
function lift(): void {
  const held: [Comment, Element][] = [];
  for (const section of document.querySelectorAll('.fi-page:not(.fi-now)')) {
    const place = document.createComment('');
    section.replaceWith(place);
    held.push([place, section]);
  }
  (window as unknown as { held: [Comment, Element][] }).held = held;
}

function putBack(): void {
  for (const [place, section] of (window as unknown as { held: [Comment, Element][] }).held) place.replaceWith(section);
}

async function run(sco: Frame): Promise<string[]> {
  const violations = await sco.evaluate(async ([values, rules]) => {
    const { axe } = window as unknown as { axe: { run(root: Document, options: object): Promise<{ violations: Found[] }> } };
    return (await axe.run(document, { runOnly: { type: 'tag', values }, rules, resultTypes: ['violations'] })).violations;
  }, [TAGS, MORE] as const);
  return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`));
}
