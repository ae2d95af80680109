/** What launchers put into an address, right or wrong, and what is made of it. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, withoutAuth } from '../src/lms/xapi/launch';
import type { Address } from '../src/lms/xapi/launch';

const PAGE = 'https://cours.exemple/paquet/index.html';
const E = encodeURIComponent;
const AGENT = { objectType: 'Agent', mbox: 'mailto:ana@exemple.ca' };
const ACTOR = `actor=${E(JSON.stringify(AGENT))}`;

const at = (query: string): Address | null => addressOf(`${PAGE}?${query}`);
const actorIn = (actor: unknown): unknown => at(`endpoint=https://l/x/&actor=${E(JSON.stringify(actor))}`)?.actor;

test('without an endpoint nothing was launched, whatever else the address says', () => {
  assert.deepEqual([PAGE, `${PAGE}#/page-1`, `${PAGE}?auth=x&${ACTOR}`, `${PAGE}?endpoint=&fetch=https://l/f`].map(addressOf), [null, null, null, null]);
});

test('a launch says all that it can, in any order, encoded', () => {
  const said = at(`grouping=${E('https://e/p')}&Accept-Language=fr-CA&activity_platform=${E('Le Cégep & fils')}&registration=6F7E3A0C-1d2b-4c3d-8e4f-5a6b7c8d9e0f&auth=${E('Basic YTpi+w==')}&activity_id=${E('https://e/a?b=c')}&${ACTOR}&endpoint=${E('https://l/x/')}`);
  const wanted: Address = { standard: 'tincan', endpoint: 'https://l/x/', auth: 'Basic YTpi+w==', fetch: '', actor: AGENT, registration: '6F7E3A0C-1d2b-4c3d-8e4f-5a6b7c8d9e0f', activity: 'https://e/a?b=c', platform: 'Le Cégep & fils', grouping: 'https://e/p' };
  assert.deepEqual(said, wanted);
});

test('fetch beside an endpoint is cmi5, whatever else is there', () => {
  const actor = { objectType: 'Agent', name: ['A'], account: { homePage: 'https://e', name: 'x' } };
  const said = at(`endpoint=${E('https://l/xapiproxy.php')}&fetch=${E('https://l/f?s=1')}&auth=x&activity_id=t&activityId=${E('https://e/a')}&registration=r-1&actor=${E(JSON.stringify(actor))}`);
  assert.deepEqual([said?.standard, said?.endpoint, said?.fetch, said?.activity, said?.actor], ['cmi5', 'https://l/xapiproxy.php/', 'https://l/f?s=1', 'https://e/a', actor]);
});

test('a credential has « Basic » once, given none, one or two, and its pluses', () => {
  const auths = ['YTpi', 'Basic YTpi', 'Basic Basic YTpi', 'basic  YTpi', 'Basic a+b/c==', ''].map((auth) => at(`endpoint=https://l/x&auth=${auth.replace(/ /gu, '%20')}&${ACTOR}`)?.auth);
  assert.deepEqual(auths, ['Basic YTpi', 'Basic YTpi', 'Basic YTpi', 'Basic YTpi', 'Basic a+b/c==', '']);
});

test('an actor keeps one identifier, of those that launchers send', () => {
  const account = { homePage: 'https://e', name: 'x' };
  const cases: [unknown, unknown][] = [
    [{ name: ['Ana'], mbox: ['mailto:a@e'] }, { objectType: 'Agent', name: 'Ana', mbox: 'mailto:a@e' }],
    [{ name: ['Ana'], account: [{ accountServiceHomePage: 'https://e', accountName: 'x' }] }, { objectType: 'Agent', name: 'Ana', account }],
    [{ mbox: 'a@e' }, { objectType: 'Agent', mbox: 'mailto:a@e' }],
    [{ mbox: 'mailto:a@e', account }, { objectType: 'Agent', account }],
    [{ mbox: 'mailto:a@e', account: { homePage: 'NO_PAGE', name: 'x' } }, { objectType: 'Agent', mbox: 'mailto:a@e' }],
    [{ mbox_sha1sum: ['ab'], openid: 'https://o' }, { objectType: 'Agent', mbox_sha1sum: 'ab' }],
    [{ objectType: 'Agent', openid: 'https://o', extra: 1 }, { objectType: 'Agent', openid: 'https://o' }],
    [{ objectType: 'Group', name: 'Équipe', account }, { objectType: 'Group', name: 'Équipe', account }],
    [{ objectType: 'Group', member: [{ mbox: ['a@e'] }, { name: 'Personne' }, 1] }, { objectType: 'Group', member: [{ objectType: 'Agent', mbox: 'mailto:a@e' }] }],
    [{ name: 'Ana' }, { objectType: 'Agent', name: 'Ana' }],
  ];
  assert.deepEqual(cases.map(([given]) => actorIn(given)), cases.map(([, wanted]) => wanted));
});

test('an actor that was not encoded is read, with & = # + and % in its name', () => {
  const account = { homePage: 'https://e', name: 'a&b=c#d+e 100% é' };
  const raw = JSON.stringify({ objectType: 'Agent', account });
  const browser = raw.replace(/"/gu, '%22').replace(/ /gu, '%20').replace(/é/gu, '%C3%A9');
  const first = `endpoint=${E('https://l/x/')}&fetch=${E('https://l/f')}&actor=`;
  const rest = '&registration=r-1&activityId=https://e/a';
  for (const query of [`${first}${raw}${rest}`, `${first}${browser.replace('100%', '100%25')}${rest}`, `actor=${raw}&${first.slice(0, -7)}${rest}`, `${first}${E(raw).replace(/%20/gu, '+')}${rest}`]) {
    const said = at(query);
    assert.deepEqual([said?.actor, said?.registration, said?.activity], [{ objectType: 'Agent', account }, 'r-1', 'https://e/a'], query);
  }
});

test('parameters of strangers are left alone', () => {
  const said = at(`lang=fr&endpoint=https://l/x/&token=3&${ACTOR}&registration=r-1&external=1`);
  assert.deepEqual([said?.endpoint, said?.actor, said?.registration], ['https://l/x/', AGENT, '']);
});

test('an actor that is no JSON is nobody', () => {
  assert.deepEqual(['', 'Ana', '%7B', '[]', 'null'].map((actor) => at(`endpoint=https://l/x/&fetch=f&actor=${actor}`)?.actor), [{}, {}, {}, {}, {}]);
});

test('the address without its credential says the same, and keeps the place in the module', () => {
  const { clean, auth } = withoutAuth(`${PAGE}?endpoint=${E('https://l/x/')}&auth=${E('Basic YTpi')}&${ACTOR}&registration=r-1#/page-2`);
  assert.deepEqual([auth, clean], ['Basic YTpi', `${PAGE}?endpoint=${E('https://l/x/')}&${ACTOR}&registration=r-1#/page-2`]);
  assert.deepEqual(withoutAuth(clean), { clean, auth: '' });
});
