/** Runs axe-core in a frame, past the page's own content policy. */

import { readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';

const SOURCE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
/** WCAG 2.2 A and AA, and axe's best practices. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Found {
  id: string;
  nodes: { target: unknown[]; failureSummary?: string }[];
}

/** `rule: element: why`, none when all is well, in both colour schemes; only contrast depends on the scheme. */
export async function faults(sco: Frame): Promise<string[]> {
  if (!(await sco.evaluate(() => 'axe' in window))) await sco.evaluate(SOURCE);
  const light = await run(sco, { type: 'tag', values: TAGS });
  await sco.page().emulateMedia({ colorScheme: 'dark' });
  const dark = await run(sco, { type: 'rule', values: ['color-contrast'] });
  await sco.page().emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark.map((fault) => `dark: ${fault}`)];
}

async function run(sco: Frame, runOnly: object): Promise<string[]> {
  const violations = await sco.evaluate(async (only) => {
    const { axe } = window as unknown as { axe: { run(root: Document, options: object): Promise<{ violations: Found[] }> } };
    return (await axe.run(document, { runOnly: only, resultTypes: ['violations'] })).violations;
  }, runOnly);
  return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`));
}
