/** The numbers that the judge of cmi5 sessions answers are those of the standard's own list. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const listed = JSON.parse(readFileSync('node_modules/@cmi5/requirements/requirements.json', 'utf8')) as Readonly<Record<string, unknown>>;
const table = readFileSync('src/lrs/cmi5/requirement.rs', 'utf8');
const answered = [...table.matchAll(/^ {4}[A-Z0-9_]+ = "([^"]+)";$/gmu)].map((found) => found[1] ?? '');

test('every requirement that the judge answers is in the list of the standard', () => {
  assert.deepEqual(answered.filter((id) => !(id in listed)), []);
});

test('the table of requirements is read whole', () => {
  assert.ok(answered.length >= 50, String(answered.length));
  assert.equal(answered.length, table.match(/"\d/gu)?.length);
});
