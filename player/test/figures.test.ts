/** Figures that are promises, whatever changes. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callsIn, LMSS } from '../../tests/figures/calls';

for (const lms of LMSS) {
  test(`${lms}: at most twelve calls at launch, and four commits a minute of work`, async () => {
    const { launch, resumed, commits } = await callsIn(lms);
    assert.ok(launch <= 12 && resumed <= 12, `${String(launch)}, ${String(resumed)}`);
    assert.ok(commits > 0.5 && commits <= 4, String(commits));
  });
}
