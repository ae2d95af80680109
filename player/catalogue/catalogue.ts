/** The catalogue's search and its second language: what it hides is always in the page, and prints. */

import { fold } from './fold';

type Language = 'fr' | 'en';

const FILTERS = ['discipline', 'programme', 'level', 'kind', 'duration', 'language'] as const;

const one = <T extends HTMLElement>(selector: string): T => {
  const found = document.querySelector<T>(selector);
  if (found === null) throw new Error(`the catalogue has ${selector}`);
  return found;
};
const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];

const form = one<HTMLFormElement>('#search');
const words = one<HTMLInputElement>('#words');
const fresh = one<HTMLInputElement>('#fresh');
const count = one('#count');
const button = one<HTMLButtonElement>('#language');
const modules = all('.module').map((row) => ({ row, text: fold(`${row.dataset['words'] ?? ''} ${row.querySelector('.about')?.textContent ?? ''}`) }));
const choices = FILTERS.map((name) => ({ name, list: document.querySelector<HTMLSelectElement>(`[data-filter="${name}"]`) }));

let language: Language = new URLSearchParams(location.search).get('ui') === 'en' ? 'en' : 'fr';

function isWanted({ row, text }: { row: HTMLElement; text: string }): boolean {
  const asked = fold(words.value).split(' ').filter((word) => word !== '');
  if (!asked.every((word) => text.includes(word))) return false;
  if (fresh.checked && row.dataset['fresh'] !== 'true') return false;
  return choices.every(({ name, list }) => list === null || list.value === '' || (row.dataset[name] ?? '').split(' ').includes(list.value));
}

function show(): void {
  const wanted = modules.filter((module) => {
    module.row.hidden = !isWanted(module);
    return !module.row.hidden;
  });
  const said = count.dataset[wanted.length === 0 ? (language === 'fr' ? 'noneFr' : 'noneEn') : language] ?? '';
  count.textContent = said.replace('{0}', String(wanted.length)).replace('{1}', String(modules.length));
}

/** Each text of a list keeps its French beside it once it was said in English. */
function speak(): void {
  document.documentElement.lang = `${language}-CA`;
  for (const option of all('[data-en]:not(#count)')) {
    option.dataset['fr'] ??= option.textContent;
    option.textContent = option.dataset[language] ?? '';
  }
  const [name, tongue] = language === 'fr' ? ['English', 'en-CA'] : ['Français', 'fr-CA'];
  button.textContent = name;
  button.lang = tongue;
  show();
}

button.addEventListener('click', () => {
  language = language === 'fr' ? 'en' : 'fr';
  const address = new URL(location.href);
  address.searchParams.set('ui', language);
  // Pages of a folder may not change their address everywhere.
  try { history.replaceState(null, '', address); } catch { /* The language holds all the same. */ }
  speak();
});
form.addEventListener('input', show);
form.addEventListener('submit', (event) => { event.preventDefault(); });
form.hidden = false;
button.hidden = false;
speak();
