/** Numbers as they are typed. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readNumber, sayNumber, significantDigits } from '../src/core/numbers';
import type { Reading } from '../src/core/numbers';
import corpus from './vectors/numbers.json' with { type: 'json' };

interface Entry {
  readonly text: string;
  readonly ui?: 'fr' | 'en';
  readonly why?: string;
}

/** What was read, in the words of the corpus; 0 has no sign there. */
function read({ text, ui = 'fr' }: Entry): unknown {
  const found = readNumber(text, ui);
  if (typeof found === 'string') return found;
  const { least, most } = significantDigits(found);
  return { value: found.value + 0, digits: found.digits, exponent: found.exponent, unit: found.rest, figures: [least, most] };
}

/** Read by src/transcript/mark/number too. */
for (const entry of corpus as readonly Entry[]) {
  const { text, ui, why, ...fields } = entry;
  test(`« ${text} »${ui === undefined ? '' : ` in ${ui}`} is ${why ?? 'a number'}`, () => { assert.deepEqual(read(entry), why ?? fields); });
}

function given(text: string, ui: 'fr' | 'en' = 'fr'): Reading {
  const found = readNumber(text, ui);
  assert.ok(typeof found !== 'string', text);
  return found;
}

test('what was read is said in the typography of the interface', () => {
  const said = (text: string, ui: 'fr' | 'en'): string => sayNumber(given(text, ui), ui);
  assert.deepEqual(
    [said('2.7e3', 'fr'), said('2.7e-12', 'en'), said('12345.60', 'fr'), said('1234', 'fr'), said('-0012', 'en'), said('10^6', 'fr')],
    ['2,7\u00a0×\u00a010³', '2.7\u00a0×\u00a010⁻¹²', '12\u00a0345,60', '1234', '\u221212', '1\u00a0×\u00a010⁶'],
  );
});
