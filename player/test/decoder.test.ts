/** The page that reads states says, letter for letter, what `filiere decode` says. */

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { finding } from '../decoder/findings';
import { candidates } from '../decoder/library';
import type { Bare, Entry } from '../decoder/package';
import { framed, pasted } from '../decoder/pasted';
import { transcript } from '../decoder/said';
import { textOf, told } from '../decoder/told';
import { speech } from '../decoder/words';
import type { Language, Words } from '../decoder/words';

const FOLDER = 'tests/it/transcript';
const read = (name: string): unknown => JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8'));
/** tests/it/transcript/page.rs writes it. */
const held = read('decoder.json') as { words: Words; packages: [Bare, Bare]; told: ([string, string] | null)[][]; joined: { text: string; told: [string, string] }[] };
const { states } = read('states.json') as { states: { text: string }[] };
const LANGUAGES = ['fr', 'en'] as const;

function said(text: string, at: number, language: Language): string | null {
  const what = transcript(held.packages[at] as Bare, pasted(text));
  return typeof what === 'string' ? null : textOf(told(what, speech(held.words, language)));
}

const sum = (text: string): string => createHash('sha256').update(text).digest('hex');
const text = (at: number): string => states[at]?.text ?? '';

for (const [name, at, along] of [['attempt-under-way', 3, 0], ['same-version', 100, 1], ['earlier-version', 3, 1], ['earlier-version-with-losses', 8, 1]] as const) {
  test(`${name} is told as the command tells it`, () => {
    for (const language of LANGUAGES) assert.equal(said(text(at), along, language), readFileSync(`${FOLDER}/said/${name}.${language}.txt`, 'utf8'));
  });
}

test('every state of the player is told as the command tells it, along both packages, in both languages', () => {
  assert.equal(states.length, 120);
  states.forEach((state, i) => {
    for (const along of [0, 1]) {
      const texts = LANGUAGES.map((language) => said(state.text, along, language));
      assert.deepEqual(texts.map((one) => (one === null ? null : sum(one))), held.told[i]?.[along] ?? [null, null], `state ${String(i)} along ${String(along)}: ${texts.join('\n')}`);
    }
  });
});

test('states that lie side by side are joined as the command joins them', () => {
  assert.ok(held.joined.length > 100);
  for (const { text: given, told: sums } of held.joined) {
    const texts = LANGUAGES.map((language) => said(given, 1, language) ?? '');
    assert.deepEqual(texts.map(sum), sums, `${given}\n${texts.join('\n')}`);
  }
});

test('what nothing can be read from is refused in the words of the command', () => {
  const state = text(100);
  const cases = [['empty', ''], ['shape', 'bonjour'], ['changed', `${state.slice(0, 30)}A${state.slice(31)}`], ['cut', state.slice(0, -9)], ['cut-by-the-platform', state.padEnd(4096, 'x')]] as const;
  for (const language of LANGUAGES) {
    const command = readFileSync(`${FOLDER}/said/refused.${language}.txt`, 'utf8');
    for (const [name, given] of cases) {
      const frame = framed(pasted(given).state);
      assert.notEqual(frame.kind, 'whole', name);
      if (frame.kind === 'whole') continue;
      const { code, message, cure } = finding(frame, speech(held.words, language));
      const [, part = ''] = command.split(`# ${name}\n`);
      assert.ok(part.startsWith(`${language === 'fr' ? 'erreur' : 'error'}[${code}]: ${message}\n`) && (part.split('\n')[1] ?? '').endsWith(`: ${cure}`), `${name}: ${message}; ${cure}\n${part}`);
    }
  }
});

test('what comes along with a copy is left out', () => {
  const state = text(100);
  const [start, end] = [state.slice(0, 20), state.slice(20)];
  const rows = [`cmi.suspend_data\t${state}\t2026-11-23`, `"cmi.suspend_data","${state}"`, `cmi.suspend_data = ${state}`, `<td>${state}</td>`, JSON.stringify([{ element: 'cmi.suspend_data', value: state }]), JSON.stringify(state)];
  for (const form of [...rows, state, `"${state}"`, `  « ${state} »\n`, `${start}\r\n${end}\n`, `\`${state}\``, `\ufeff${state}`]) assert.deepEqual(pasted(form), { state, more: [], document: null }, form);
  const document = { v: 1, state, location: 'etats', by: 'x', passed: true, completed: false, best: 0.855 };
  assert.deepEqual(pasted(JSON.stringify(document)), { state, more: [], document: { passed: true, completed: false, best: 0.855, beside: 0 } });
  assert.deepEqual(pasted(JSON.stringify({ passed: true, '5f2c': ['', state] })), { state, more: [], document: { passed: true, completed: false, best: null, beside: 1 } });
});

test('of the packages that read a state, those that write it come first, then the language of the page, then the newest', () => {
  const entry = (version: string, language: string, hash: string, earlier: readonly string[] = []): Entry => ({ file: 'decode/m.js', title: 'M', version, language, hash, earlier });
  const all = [entry('1.9.0', 'fr-CA', 'aaaaaa'), entry('1.10.0', 'en-CA', 'aaaaaa'), entry('1.10.0', 'fr-CA', 'aaaaaa'), entry('2.0.0', 'fr-CA', 'bbbbbb', ['aaaaaa'])];
  const order = (hash: string, language: Language): string[] => candidates(all, hash, language).map(({ entry: { version, language: of }, at }) => `${String(at)} ${version} ${of}`);
  assert.deepEqual(order('aaaaaa', 'fr'), ['2 1.10.0 fr-CA', '0 1.9.0 fr-CA', '1 1.10.0 en-CA', '3 2.0.0 fr-CA']);
  assert.deepEqual(order('aaaaaa', 'en')[0], '1 1.10.0 en-CA');
  assert.deepEqual([order('bbbbbb', 'fr'), order('cccccc', 'fr')], [['3 2.0.0 fr-CA'], []]);
});
