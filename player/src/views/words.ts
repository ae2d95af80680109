/** The interface's words in the language of the module, and how it writes numbers and times. */

type Values = Readonly<Record<string, string | number>>;
export type Ui = 'fr' | 'en';

export type Table = Readonly<Record<string, string>>;

let ui: Ui = 'fr';
let table: Table = {};

/** Chooses the language and its words, as the package carries them, once, before the first view. */
export function speak(language: Ui, words: Table): void {
  ui = language;
  table = words;
}

export function t(key: string, values: Values = {}): string {
  const words = table[key] ?? key;
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

/** Two decimals at most. By hand: the browser's own formats take as long as a page to make. */
export function number(value: number): string {
  const [whole = '', part] = String(Number(value.toFixed(2))).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, ui === 'fr' ? '\u00a0' : ',');
  return part === undefined ? grouped : `${grouped}${ui === 'fr' ? ',' : '.'}${part}`;
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

/** « 1er mars 2026 », “March 1, 2026”; by hand as numbers are. */
export function day(at: number): string {
  const date = new Date(at);
  const month = t('months').split(' ')[date.getMonth()] ?? '';
  const [number, year] = [String(date.getDate()), String(date.getFullYear())];
  return ui === 'fr' ? `${number === '1' ? '1er' : number} ${month} ${year}` : `${month} ${number}, ${year}`;
}

/** « 3, 4 et 7 ». */
export function list(items: readonly string[]): string {
  const last = items[items.length - 1] ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${t('and')} ${last}`;
}
