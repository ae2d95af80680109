/** Lines of a transcript as elements: parts with their titles, items, what belongs to each. */

import type { Finding } from './findings';
import type { Line } from './told';

/** In order; the language of the page is that of its words. */
export function sections(page: Document, lines: readonly Line[]): HTMLElement[] {
  const out: HTMLElement[] = [];
  for (const part of parts(lines)) {
    const section = page.createElement('section');
    const [first, ...rest] = part;
    if (first?.text.startsWith('\n') === true) section.append(element(page, 'h3', first.text.trim()));
    section.append(list(page, first?.text.startsWith('\n') === true ? rest : part));
    out.push(section);
  }
  return out;
}

/** A part begins at each line that begins with a line end. */
function parts(lines: readonly Line[]): Line[][] {
  return lines.reduce<Line[][]>((all, line) => (line.text.startsWith('\n') || all.length === 0 ? [...all, [line]] : [...all.slice(0, -1), [...(all[all.length - 1] ?? []), line]]), []);
}

function list(page: Document, lines: readonly Line[]): HTMLElement {
  const items = page.createElement('ul');
  for (const line of lines) {
    const deep = line.text.startsWith('    ');
    const last = items.lastElementChild;
    if (!deep || last === null) items.append(element(page, 'li', line.text.trim()));
    else last.append(detail(page, line));
  }
  return items;
}

function detail(page: Document, { text, verdict }: Line): HTMLElement {
  const out = element(page, 'p', text.trim());
  if (verdict !== undefined) out.className = `is-${verdict}`;
  return out;
}

/** The fault, the cure, and under which code the documentation tells more. */
export function told(page: Document, { code, message, cure }: Finding): HTMLElement[] {
  return [element(page, 'p', `${capital(message)} (${code}).`), element(page, 'p', `${capital(cure)}.`)];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function element(page: Document, name: string, text: string): HTMLElement {
  const out = page.createElement(name);
  out.textContent = text;
  return out;
}
