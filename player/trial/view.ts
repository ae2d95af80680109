/** Shows findings as tables and hands the report over; it examines nothing. */

import type { Finding, Verdict } from './findings';
import { reportOf, said } from './report';
import type { Section } from './report';
import type { Line } from './scorm12/api';
import type { Words } from './words/words';

/** All that was found. */
export interface Outcome {
  readonly head: readonly (readonly [string, string])[];
  readonly sections: readonly Section[];
  readonly log: readonly Line[];
  /** What to do now. */
  readonly next: string;
}

const VERDICTS: readonly Verdict[] = ['good', 'watch', 'bad'];

export function show(outcome: Outcome, words: Words): void {
  const place = one('findings');
  place.replaceChildren(...outcome.sections.flatMap((section, at) => tableOf(section, at, words)));
  const count = (verdict: Verdict): number => outcome.sections.flatMap(({ findings }) => findings).filter((finding) => finding.verdict === verdict).length;
  one('status').textContent = outcome.next;
  one('summary').replaceChildren(...VERDICTS.map((verdict) => element('li', `tr-${verdict}`, `${words.marks[verdict]} ${words.counts[verdict]}${words.colon} ${String(count(verdict))}`)));
  const text = one<HTMLTextAreaElement>('text');
  text.value = reportOf(outcome.head, outcome.sections, outcome.log, words);
  one('report').hidden = false;
  const button = one<HTMLButtonElement>('copy');
  button.onclick = () => { void copy(text, words); };
}

/** The clipboard where the platform allows it, else the text selected for the keyboard. */
async function copy(text: HTMLTextAreaElement, words: Words): Promise<void> {
  const message = one('copied');
  message.textContent = '';
  const done = await clipboard(text.value);
  if (!done) {
    one<HTMLDetailsElement>('details').open = true;
    text.focus();
    text.select();
  }
  message.textContent = done ? words.copied : words.selected;
}

async function clipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Roles are written out: in a narrow window rows stand as blocks and would lose them. */
function tableOf(section: Section, at: number, words: Words): HTMLElement[] {
  const heading = element('h2', '', section.title);
  heading.id = `part-${String(at)}`;
  const table = element('table', 'tr-table');
  table.setAttribute('role', 'table');
  table.setAttribute('aria-labelledby', heading.id);
  const head = row([words.examined, words.seen, words.learners].map((name) => cell('th', 'columnheader', name)));
  const body = element('tbody');
  body.setAttribute('role', 'rowgroup');
  body.append(...section.findings.map((finding) => findingRow(finding, words)));
  const top = element('thead');
  top.setAttribute('role', 'rowgroup');
  top.append(head);
  table.append(top, body);
  return [heading, table];
}

function findingRow(finding: Finding, words: Words): HTMLElement {
  const { title, asked, answered, means, verdict } = said(finding, words);
  const name = cell('th', 'rowheader', title);
  name.append(element('span', `tr-verdict tr-${finding.verdict}`, `${words.marks[finding.verdict]} ${verdict}`));
  const seen = cell('td', 'cell', '');
  seen.append(element('span', 'tr-asked', asked), element('span', 'tr-answered', answered));
  return row([name, seen, cell('td', 'cell', means)]);
}

function row(cells: readonly HTMLElement[]): HTMLElement {
  const line = element('tr');
  line.setAttribute('role', 'row');
  line.append(...cells);
  return line;
}

function cell(tag: 'th' | 'td', role: string, text: string): HTMLElement {
  const made = element(tag, '', text);
  made.setAttribute('role', role);
  if (tag === 'th') made.setAttribute('scope', role === 'columnheader' ? 'col' : 'row');
  return made;
}

function element(tag: string, name = '', text = ''): HTMLElement {
  const made = document.createElement(tag);
  if (name !== '') made.className = name;
  if (text !== '') made.textContent = text;
  return made;
}

export function one<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has #${id}`);
  return found as T;
}
