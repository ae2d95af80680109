/** The panel beside a previewed module: what the simulated LMS was told; it calls nothing itself. */

import type { Call } from './types';

/** Calls shown: the last ones, newest first. */
const SHOWN = 200;
/** Characters of a value that are shown. */
const LONG = 80;

/** The element of that id, which the page has. */
export function byId<T extends HTMLElement>(id: string, type: new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`the page has no #${id}`);
  return element;
}

/** A word of the page's language. */
export function word(name: string): string {
  return byId('words', HTMLElement).dataset[name] ?? name;
}

/** Puts values in place of `{name}`. */
export function fill(text: string, values: Readonly<Record<string, number | string>>): string {
  return text.replace(/\{(\w+)\}/gu, (_, name: string) => String(values[name] ?? ''));
}

function cell(tag: 'td' | 'th', text: string): HTMLElement {
  const element = document.createElement(tag);
  if (element instanceof HTMLTableCellElement && tag === 'th') element.scope = 'row';
  element.textContent = text;
  return element;
}

function row(head: string, cells: readonly HTMLElement[]): HTMLTableRowElement {
  const element = document.createElement('tr');
  element.append(cell('th', head), ...cells);
  return element;
}

function short(text: string): string {
  return text.length > LONG ? `${text.slice(0, LONG)}… (${text.length})` : text;
}

/** How much of what may be kept is used. */
export function showState(used: number, max: number): void {
  const bar = byId('state', HTMLProgressElement);
  bar.max = max;
  bar.value = used;
  byId('state-text', HTMLElement).textContent = fill(word('of'), { n: used, max });
}

/** The data model as it stands. */
export function showValues(values: Readonly<Record<string, string>>): void {
  const rows = Object.entries(values).map(([name, value]) => row(name.replace(/^cmi\./u, ''), [cell('td', short(value))]));
  byId('values', HTMLElement).replaceChildren(...rows);
}

function answer(call: Call): HTMLElement {
  const element = cell('td', call.verdict === 'ok' ? short(String(call.value)) : '');
  if (call.verdict !== 'ok') {
    const mark = document.createElement('strong');
    mark.className = call.verdict;
    mark.textContent = word(call.verdict === 'lost' ? 'unstored' : call.verdict);
    element.append(mark, ` ${call.why}`);
  }
  return element;
}

/** What was called, newest first. */
export function showCalls(calls: readonly Call[]): void {
  const faults = calls.filter((call) => call.verdict !== 'ok').length;
  byId('calls-text', HTMLElement).textContent = fill(word('ok'), { n: calls.length, faults });
  const rows = calls.slice(-SHOWN).reverse().map((call) => {
    const words = `${call.method}(${call.args.map((arg) => JSON.stringify(short(arg))).join(', ')})`;
    return row(String(call.n), [cell('td', words), answer(call)]);
  });
  byId('calls', HTMLElement).replaceChildren(...rows);
}
