/** Findings as plain text that a support desk reads; names of persons are in none of them. */

import type { Finding, Id } from './findings';
import type { Line } from './scorm12/api';
import type { Words } from './words/words';

/** A part of the report: findings under a heading. */
export interface Section {
  readonly title: string;
  readonly findings: readonly Finding[];
}

export interface Said {
  readonly title: string;
  readonly asked: string;
  readonly answered: string;
  readonly means: string;
  readonly verdict: string;
}

/** A finding in words. */
export function said({ id, outcome, verdict, values }: Finding, words: Words): Said {
  const { title, asked, said } = words.findings[id] as (typeof words.findings)[Id];
  const [answered = '', means = ''] = (said as Readonly<Record<string, readonly [string, string]>>)[outcome] ?? [];
  const fill = (text: string): string => text.replace(/\{(\d)\}/gu, (_, place: string) => worded(values[Number(place)] ?? '', words));
  return { title: fill(title), asked: fill(asked), answered: fill(answered), means: fill(means), verdict: words.verdicts[verdict] };
}

/** The few values that are words of ours, and long numbers as each language writes them. */
function worded(value: string, words: Words): string {
  if (/^\d{4,}$/u.test(value)) return value.replace(/\B(?=(?:\d{3})+$)/gu, words.thousands);
  return words.values[value] ?? value;
}

export function reportOf(head: readonly (readonly [string, string])[], sections: readonly Section[], log: readonly Line[], words: Words): string {
  const lines = [words.report, '='.repeat(words.report.length), ...head.map(([name, value]) => `${name}${words.colon} ${value}`)];
  for (const section of sections) {
    lines.push('', section.title, '-'.repeat(section.title.length));
    for (const finding of section.findings) {
      const { title, asked, answered, means, verdict } = said(finding, words);
      lines.push(`${words.marks[finding.verdict]} ${title}${words.colon} ${verdict}`, `    ${words.asked}${words.colon} ${asked}`, `    ${words.answered}${words.colon} ${answered}`, `    ${words.means}${words.colon} ${means}`);
    }
  }
  if (log.length > 0) lines.push('', words.log, '-'.repeat(words.log.length), ...log.map(({ call, answer, code }) => `${call} → ${JSON.stringify(answer)} [${code}]`));
  return `${lines.join('\n')}\n`;
}
