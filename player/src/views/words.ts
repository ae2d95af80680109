/** The interface's words in the language of the module, and how it writes numbers and times. */

import en from '../strings/en.json';
import fr from '../strings/fr.json';

type Values = Readonly<Record<string, string | number>>;
export type Ui = 'fr' | 'en';

type Table = Readonly<Record<string, string>>;

const tables: Record<Ui, Table> = { fr, en };
let ui: Ui = 'fr';

/** Words that only one of the bundles needs. */
export function learn(more: Readonly<Record<Ui, Table>>): void {
  for (const language of ['fr', 'en'] as const) tables[language] = { ...tables[language], ...more[language] };
}

/** Chooses the language, once, before the first view. */
export function speak(language: Ui): void {
  ui = language;
  formats = null;
}

export function t(key: string, values: Values = {}): string {
  const words = tables[ui][key] ?? key;
  return words.replace(/\{([a-z]+)\}/gu, (place, name: string) => (name in values ? say(values[name]) : place));
}

/** `<key>.one` or `<key>.other`; zero is singular in French. */
export function tn(key: string, n: number, values: Values = {}): string {
  const one = ui === 'fr' ? Math.abs(n) < 2 : n === 1;
  return t(`${key}.${one ? 'one' : 'other'}`, { n, ...values });
}

function say(value: string | number | undefined): string {
  return typeof value === 'number' ? number(value) : value ?? '';
}

/** Made once: it costs as much as a page. */
let formats: Intl.NumberFormat | null = null;

export function number(value: number): string {
  // Both languages write these alike, and nearly all are such.
  if (Number.isInteger(value) && value >= 0 && value < 1000) return String(value);
  formats ??= new Intl.NumberFormat(`${ui}-CA`, { maximumFractionDigits: 2 });
  return formats.format(value);
}

/** Whole, rounded down: 59.6 must not read as a pass mark of 60 that was not reached. */
export function percent(value: number): string {
  const whole = number(Math.floor(value + 1e-9));
  return ui === 'fr' ? `${whole}\u00a0%` : `${whole}%`;
}

/** « 10 h 42 », “10:42”. */
export function clock(at: number): string {
  const time = new Date(at);
  const minutes = String(time.getMinutes()).padStart(2, '0');
  return ui === 'fr' ? `${String(time.getHours())}\u00a0h\u00a0${minutes}` : `${String(time.getHours())}:${minutes}`;
}

export function day(at: number): string {
  return new Intl.DateTimeFormat(`${ui}-CA`, { dateStyle: 'long' }).format(at);
}

/** « 3, 4 et 7 ». */
export function list(items: readonly string[]): string {
  const last = items[items.length - 1] ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${t('and')} ${last}`;
}
