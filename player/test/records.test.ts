/** Where records of answers stand in the list that the LMS keeps. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextRecord } from '../src/core/reports';
import type { Session } from '../src/core/types';
import type { SimApi } from '../sim/types';
import { choice, made } from './fixtures';
import { launched, memoryStore, World } from './world';

const HELD: readonly [own: number, held: number | null, next: number, why: string][] = [
  [3, null, 3, 'the LMS cannot say'],
  [3, 3, 3, 'both agree'],
  [3, 2, 3, 'the LMS counts one too few'],
  [3, 0, 0, 'the LMS kept none'],
  [3, 1, 1, 'the LMS lost some'],
  [0, 5, 5, 'our own count was lost'],
];
for (const [own, held, next, why] of HELD) {
  test(`the next record leaves no gap and overwrites none: ${why}`, () => { assert.equal(nextRecord(own, held), next); });
}

test('a record follows those of the launch before, in an LMS that counts one too few', async () => {
  const store = memoryStore();
  const check = (session: Session): void => { session.dispatch({ type: 'check', target: { practice: 'a' } }); };
  const answer = (session: Session): void => { session.dispatch({ type: 'answer', target: { practice: 'a' }, answer: { kind: 'pick', at: 1 } }); };
  const module = made({ pages: [[choice('a')], []] });
  const short = (api: SimApi): object => ({ ...api, LMSGetValue: (name: unknown) => (name === 'cmi.interactions._count' ? String(Number(api.LMSGetValue(name)) - 1) : api.LMSGetValue(name)) });
  const first = await launched(module, { store });
  for (let n = 0; n < 2; n += 1) {
    answer(first.session);
    check(first.session);
    first.session.dispatch({ type: 'retry', practice: 'a' });
  }
  first.session.end('pagehide');
  const second = await launched(module, { store }, new World(), short);
  answer(second.session);
  check(second.session);
  second.session.end('pagehide');
  const ids = Object.entries(second.lms.stored()).filter(([name]) => /^cmi\.interactions\.\d+\.id$/u.test(name));
  assert.deepEqual(ids, [['cmi.interactions.0.id', 'a_0_p1'], ['cmi.interactions.1.id', 'a_0_p2'], ['cmi.interactions.2.id', 'a_0_p3']]);
});
