/** Marks that are just reached, or just missed: said the same way everywhere. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reaches } from '../src/core/grade';
import en from '../src/strings/en.json';
import fr from '../src/strings/fr.json';
import { percent, speak } from '../src/views/words';

test('a part that equals the mark reaches it, whatever binary fractions say', () => {
  const short = Array.from({ length: 101 }, (_, whole) => whole).filter((whole) => !reaches(whole / 100, whole));
  assert.deepEqual(short, []);
  assert.equal(reaches(0.5999, 60), false);
});

test('a score that misses the mark never reads as the mark', () => {
  speak('en', en);
  assert.deepEqual([59.6, 99.99, 60, 58, 0].map(percent), ['59%', '99%', '60%', '58%', '0%']);
  speak('fr', fr);
  assert.equal(percent(6.86), '6\u00a0%');
});
