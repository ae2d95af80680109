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

/** `rule: element: why`, none when all is well. */
export async function faults(sco: Frame): Promise<string[]> {
  if (!(await sco.evaluate(() => 'axe' in window))) await sco.evaluate(SOURCE);
  const violations = await sco.evaluate(async (tags) => {
    const { axe } = window as unknown as { axe: { run(root: Document, options: object): Promise<{ violations: Found[] }> } };
    return (await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })).violations;
  }, TAGS);
  return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`));
}
