/** The committed bundles as a browser receives them. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

const BUNDLES = ['scorm12.js', 'xapi.js', 'filiere.css', 'sim.js'];

test('no bundle names a path of the machine that built it', () => {
  const found = BUNDLES.filter((name) => readFileSync(`player/dist/${name}`, 'utf8').includes(process.cwd()));
  assert.deepEqual(found, []);
});

for (const target of ['scorm12', 'xapi']) {
  test(`the player of ${target} weighs at most 60 KB gzipped with its stylesheet and its words`, () => {
    const weight = [`${target}.js`, 'filiere.css', 'words.fr.json'].map((name) => gzipSync(readFileSync(`player/dist/${name}`)).length);
    assert.ok(weight.reduce((sum, one) => sum + one, 0) <= 60 * 1024, weight.join(' + '));
  });
}
