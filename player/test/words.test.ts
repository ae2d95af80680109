/** The tables of words: same keys in both languages, each used, and truly translated. */

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import en from '../src/strings/en.json';
import fr from '../src/strings/fr.json';

const french: Readonly<Record<string, string>> = fr;
const english: Readonly<Record<string, string>> = en;

/** Proper names, numbers and words that both languages write alike. */
const ALIKE = /^(?:question\.|points\.|print\.(?:module|page|date)|page\.(?:minutes|title)|nav\.button|note\.label|callout\.(?:note)|code\.label|figure\.label|verdict\.(?:points|label)|square\.words|cover\.(?:pages|minutes|hours)|about\.(?:module|mode|version|version-of|lms\.scorm12|mode\.normal)|notice\.label|intro\.questions|summary\.(?:question|action)|sheet\.version|equation|hint)/u;

/** Templates of a learner's package; documents beside it have words of their own. */
const PAGES = /^(?!catalogue|sheet|teacher).*\.hbs$/u;

function sources(): string {
  const files = (folder: string, end: RegExp): string[] => readdirSync(folder, { recursive: true }).map(String).filter((name) => end.test(name)).map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
  return [...files('player/src', /\.ts$/u), ...files('templates', PAGES), ...files('src/render', /\.rs$/u)].join('\n');
}

/** Keys written whole, and beginnings of keys that end in a value. */
function used(text: string): (key: string) => boolean {
  const starts = [...text.matchAll(/[`'"]([a-z]+(?:[.-][a-z]+)*\.)(?:\$\{|\{)/gu)].map((found) => found[1] ?? '');
  return (key) => {
    const base = key.replace(/\.(?:one|other)$/u, '');
    return [key, base].some((name) => [`'${name}'`, `"${name}"`, `[${name}]`].some((form) => text.includes(form))) || starts.some((start) => key.startsWith(start));
  };
}

test('both languages have the same keys in the same order', () => {
  assert.deepEqual(Object.keys(english), Object.keys(french));
});

test('every key is used', () => {
  const isUsed = used(sources());
  assert.deepEqual(Object.keys(french).filter((key) => !isUsed(key)), []);
});

test('every key that the player asks for exists', () => {
  const text = sources();
  const asked = [...text.matchAll(/\bt\('([a-z0-9.-]+)'/gu), ...text.matchAll(/words\.\[([a-z0-9.-]+)\]/gu)].map((found) => found[1] ?? '');
  const counted = [...text.matchAll(/\btn\('([a-z0-9.-]+)'/gu)].flatMap((found) => [`${found[1] ?? ''}.one`, `${found[1] ?? ''}.other`]);
  assert.deepEqual([...asked, ...counted].filter((key) => !(key in french)), []);
});

test('English is not French left behind', () => {
  const same = Object.keys(french).filter((key) => french[key] === english[key] && !ALIKE.test(key));
  assert.deepEqual(same, []);
});
