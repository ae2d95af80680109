/** The page that reads states: takes what is pasted, finds the package, says what the learner did. Nothing is sent. */

import { finding } from './findings';
import type { Fault } from './findings';
import { candidates, Library } from './library';
import type { Candidate } from './library';
import type { Known, Shelf } from './package';
import { leading, pasted } from './pasted';
import type { Pasted } from './pasted';
import { transcript } from './said';
import { textOf, told } from './told';
import type { Line } from './told';
import { sections, told as toldWhy } from './view';
import { speech } from './words';
import type { Language, Speech } from './words';

const one = <T extends HTMLElement>(selector: string): T => {
  const found = document.querySelector<T>(selector);
  if (found === null) throw new Error(`the page has ${selector}`);
  return found;
};

const known = JSON.parse(one('#known').textContent) as Known;
const form = one<HTMLFormElement>('#form');
const state = one<HTMLTextAreaElement>('#state');
const fault = one('#fault');
const result = one('#result');
const choice = one<HTMLSelectElement>('#choice');
const lines = one('#lines');
const title = one('#title');
const said = one('#said');
const plain = one<HTMLTextAreaElement>('#plain');
const button = one<HTMLButtonElement>('#language');
const library = new Library(document);
(window as Window & { filiereDecoder?: (shelf: Shelf) => void }).filiereDecoder = library.take;

let language: Language = new URLSearchParams(location.search).get('ui') === 'en' ? 'en' : 'fr';
let speaks: Speech = speech(known.words, language);
let given: Pasted | null = null;
let found: readonly Candidate[] = [];
let shown: () => void = () => undefined;

/** Says it, now and whenever the language changes. */
function show(render: () => void): void {
  shown = render;
  render();
}

function refuse(why: Fault): void {
  show(() => {
    result.hidden = true;
    fault.replaceChildren(...toldWhy(document, finding(why, speaks)));
    fault.hidden = false;
  });
}

function read(): void {
  given = pasted(state.value);
  const frame = leading(given);
  if (frame.kind !== 'whole') {
    refuse(frame);
    return;
  }
  found = candidates(known.packages, frame.hash, language);
  if (found.length === 0 || frame.version !== '1') refuse({ kind: 'strange', hash: frame.hash });
  else void along(0);
}

/** Along which of the packages that read it. */
async function along(at: number): Promise<void> {
  const candidate = found[at];
  const asked = given;
  if (candidate === undefined || asked === null) return;
  const bare = await library.open(candidate);
  if (asked !== given) return;
  if (bare === null) {
    refuse({ kind: 'missing', file: candidate.entry.file });
    return;
  }
  const what = transcript(bare, asked);
  if (what === 'damaged' || what === 'foreign') {
    refuse({ kind: 'content' });
    return;
  }
  show(() => { answer(told(what, speaks), at); });
  title.focus();
}

function answer(all: readonly Line[], at: number): void {
  fault.hidden = true;
  said.textContent = '';
  choice.replaceChildren(...found.map(({ entry: { title: name, version, language: of }, takesUp }) => new Option(speaks.say(takesUp ? 'CHOICE_EARLIER' : 'CHOICE', { title: name, version, language: of }))));
  choice.selectedIndex = at;
  one('#choices').hidden = found.length < 2;
  lines.replaceChildren(...sections(document, all));
  plain.value = textOf(all);
  result.hidden = false;
}

/** Where the browser does not let it, the text is shown and selected. */
async function copy(): Promise<void> {
  try {
    await navigator.clipboard.writeText(plain.value);
    said.textContent = speaks.say('COPIED');
  } catch {
    plain.hidden = false;
    plain.focus();
    plain.select();
    said.textContent = speaks.say('NOT_COPIED');
  }
}

function clear(): void {
  given = null;
  shown = (): void => undefined;
  plain.value = '';
  lines.replaceChildren();
  [fault, result, plain].forEach((part) => { part.hidden = true; });
  state.focus();
}

function speak(): void {
  document.documentElement.lang = `${language}-CA`;
  document.title = document.documentElement.dataset[language] ?? '';
  const [name, tongue] = language === 'fr' ? ['English', 'en-CA'] : ['Français', 'fr-CA'];
  button.textContent = name;
  button.lang = tongue;
  speaks = speech(known.words, language);
  shown();
}

button.addEventListener('click', () => {
  language = language === 'fr' ? 'en' : 'fr';
  const address = new URL(location.href);
  address.searchParams.set('ui', language);
  // Pages of a folder may not change their address everywhere.
  try { history.replaceState(null, '', address); } catch { /* The language holds all the same. */ }
  speak();
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  plain.hidden = true;
  read();
});
form.addEventListener('reset', clear);
choice.addEventListener('change', () => { void along(choice.selectedIndex); });
one('#copy').addEventListener('click', () => { void copy(); });
one('#print').addEventListener('click', () => { window.print(); });
form.hidden = false;
button.hidden = false;
speak();
