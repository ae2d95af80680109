/** A learner's hand and eye inside a page: uses its links, fields and buttons, and says what they show. */

import { realTime, task } from './inside-clock';

/** What the fields of a question hold. */
export interface Fields {
  /** Values that are ticked. */
  readonly ticked: readonly string[];
  /** Texts and choices, in their order. */
  readonly fields: readonly string[];
  /** Items from first to last. */
  readonly order: readonly number[];
}

export interface SeenForm extends Fields {
  readonly id: string;
  /** Checked: it can't be edited. */
  readonly done: boolean;
}

export interface Seen {
  /** Id of the section in front. */
  readonly here: string;
  /** Sections that the list calls « to see ». */
  readonly unseen: readonly string[];
  readonly forms: readonly SeenForm[];
  readonly ratings: readonly string[];
  readonly save: string;
  /** First words of the banners. */
  readonly told: readonly string[];
  readonly screen: 'none' | 'intro' | 'running' | 'summary' | 'result';
  readonly at: number;
  readonly squares: readonly { readonly answered: boolean; readonly flagged: boolean }[];
  /** The question in front during an attempt. */
  readonly asked: SeenForm | null;
}

export type Deed =
  | { readonly do: 'go'; readonly section: string }
  | { readonly do: 'fill'; readonly id: string; readonly with: Fields }
  /** The button that begins with these words, in a form or in the whole page. */
  | { readonly do: 'press'; readonly words: string; readonly id?: string }
  | { readonly do: 'rate'; readonly at: number; readonly value: string }
  | { readonly do: 'square'; readonly at: number }
  | { readonly do: 'flag'; readonly on: boolean }
  /** Looks through the questions of an attempt. */
  | { readonly do: 'ids' };

/** Milliseconds after which the browser does not follow a link any more. */
const FOLLOWED = 20000;

const all = <T extends Element>(root: ParentNode, selector: string): T[] => Array.from(root.querySelectorAll<T>(selector));

function formOf(id: string): HTMLFormElement | null {
  return document.querySelector<HTMLFormElement>(`form[data-question="${id}"]`);
}

/** Does it as far as the page lets it; `ids` tells the questions of the attempt. */
export async function perform(deed: Deed): Promise<readonly string[]> {
  if (deed.do === 'go') await go(deed.section);
  if (deed.do === 'fill') fill(formOf(deed.id), deed.with);
  if (deed.do === 'press') button(deed.words, deed.id === undefined ? document : formOf(deed.id))?.click();
  if (deed.do === 'square') all<HTMLElement>(document, '.fi-qnav button')[deed.at]?.click();
  if (deed.do === 'rate') rate(deed.at, deed.value);
  if (deed.do === 'flag') flag(deed.on);
  return deed.do === 'ids' ? ids() : [];
}

/** The page follows its address once the browser has told it, however busy that is. */
async function go(section: string): Promise<void> {
  const link = document.querySelector<HTMLElement>(`#fi-nav a[href="#/${section}"]`);
  if (link === null) return;
  link.click();
  for (const began = realTime(); here() !== section && realTime() - began < FOLLOWED;) await task();
}

function here(): string {
  return document.querySelector('.fi-now')?.id.slice(1) ?? '';
}

function button(words: string, root: ParentNode | null): HTMLButtonElement | null {
  if (root === null) return null;
  return all<HTMLButtonElement>(root, 'button').find((one) => !one.hidden && one.textContent.trim().startsWith(words)) ?? null;
}

function fill(form: HTMLFormElement | null, wanted: Fields): void {
  if (form === null || form.classList.contains('is-done')) return;
  for (const input of all<HTMLInputElement>(form, 'input[type="radio"], input[type="checkbox"]')) if (input.checked !== wanted.ticked.includes(input.value) && (input.type === 'checkbox' || !input.checked)) input.click();
  const fields = texts(form);
  if (wanted.fields.length > 0) fields.forEach((field, i) => { write(field, wanted.fields[i] ?? ''); });
  if (wanted.order.length > 0) arrange(form, wanted.order);
}

function texts(form: Element): (HTMLInputElement | HTMLSelectElement)[] {
  return all<HTMLInputElement | HTMLSelectElement>(form, 'select, input[type="text"]');
}

function write(field: HTMLInputElement | HTMLSelectElement, value: string): void {
  if (field.value === value) return;
  field.value = value;
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
}

/** An order that stands already is touched, so that it counts. */
function arrange(form: Element, order: readonly number[]): void {
  const up = (item: number): void => { form.querySelector<HTMLElement>(`li[data-item="${String(item)}"] [data-by="-1"]`)?.click(); };
  if (items(form).join() === order.join()) up(order[1] ?? 0);
  order.forEach((item, place) => { for (let n = 0; n < 40 && items(form).indexOf(item) > place; n += 1) up(item); });
}

function items(form: Element): number[] {
  return all(form, 'li[data-item]').map((row) => Number(row.getAttribute('data-item')));
}

function rate(at: number, value: string): void {
  const list = all<HTMLSelectElement>(document, '.fi-rate select')[at];
  if (list !== undefined) write(list, value);
}

function flag(on: boolean): void {
  const sign = document.querySelector<HTMLElement>('.fi-step [aria-pressed]');
  if (sign !== null && (sign.getAttribute('aria-pressed') === 'true') !== on) sign.click();
}

/** Looks at each question of the attempt, and comes back to the first. */
function ids(): string[] {
  const found = all(document, '.fi-qnav button').map((_, i) => {
    all<HTMLElement>(document, '.fi-qnav button')[i]?.click();
    return document.querySelector('#fi-assessment form')?.getAttribute('data-question') ?? '';
  });
  all<HTMLElement>(document, '.fi-qnav button')[0]?.click();
  return found;
}

/** null until the player has taken the page over. */
export function look(): Seen | null {
  if (document.querySelector('.fi-save') === null) return null;
  const asked = document.querySelector<HTMLFormElement>('#fi-assessment form');
  const squares = all(document, '.fi-qnav button');
  return {
    here: here(),
    unseen: all(document, '#fi-nav a').filter((link) => link.querySelector('.fi-st')?.textContent.trim() === 'to see').map((link) => link.getAttribute('href')?.slice(2) ?? ''),
    forms: all<HTMLFormElement>(document, '.fi-page:not([id="/@assessment"]) form[data-question]').map(seen),
    ratings: all<HTMLSelectElement>(document, '.fi-rate select').map((list) => list.value),
    save: document.querySelector('.fi-save')?.textContent.trim() ?? '',
    told: all(document, '.fi-notice strong').map((words) => words.textContent),
    screen: screen(),
    at: squares.findIndex((square) => square.getAttribute('aria-current') === 'step'),
    squares: squares.map((square) => ({ answered: square.classList.contains('is-answered'), flagged: square.querySelector('.fi-flag') !== null })),
    asked: asked === null || squares.length === 0 ? null : seen(asked),
  };
}

function seen(form: HTMLFormElement): SeenForm {
  const ticked = all<HTMLInputElement>(form, 'input[type="radio"], input[type="checkbox"]').filter((input) => input.checked).map((input) => input.value);
  return { id: form.dataset['question'] ?? '', done: form.classList.contains('is-done'), ticked, fields: texts(form).map((field) => field.value), order: items(form) };
}

function screen(): Seen['screen'] {
  const box = document.getElementById('fi-assessment');
  if (box === null) return 'none';
  if (box.querySelector('.fi-qnav') !== null) return 'running';
  if (box.querySelector('.fi-score') !== null) return 'result';
  return button('Back to the questions', box) === null ? 'intro' : 'summary';
}
