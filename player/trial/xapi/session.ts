/** One launch of the trial in a platform of Tin Can or cmi5, from its address to its last words. */

import type { Store as Memory } from '../../src/core/types';
import { isIdentified } from '../../src/lms/xapi/agent';
import { templateOf } from '../../src/lms/xapi/context';
import type { Web } from '../../src/lms/xapi/http';
import { objectOf, parsed, textOf } from '../../src/lms/xapi/json';
import type { JsonObject } from '../../src/lms/xapi/json';
import { addressOf, basic, hostOf } from '../../src/lms/xapi/launch';
import type { Address } from '../../src/lms/xapi/launch';
import type { Facts } from '../facts';
import type { Trial } from '../scorm12/session';
import { documents, earlier, keep, result, session, word } from './examine';
import { stages } from './judge';
import { Store } from './store';
import { isDone, Wire } from './wire';

/** What a trial takes from its page. */
export interface Around {
  readonly web: Web;
  /** The compiled activity, where the launch names none. */
  readonly activity: string;
  readonly language: string;
  /** Outlives the page, where it is not blocked. */
  readonly storage: Memory | null;
  now(): number;
  uuid(): string;
}

interface Data {
  readonly mode: string;
  readonly template: JsonObject;
  readonly mastery: number | null;
  readonly fact: string;
}

const LEFT = 'filiere:essai:xapi:';
const QUIET = { hidden: (): void => undefined, gone: (): void => undefined };

export async function begin(around: Around): Promise<Trial> {
  const address = addressOf(around.web.address);
  if (address === null) return { launch: 1, stages: stages({}), log: [], ...QUIET };
  const person = `${isIdentified(address.actor) ? '1' : '0'}${address.registration === '' ? '0' : '1'}`;
  const door = await tokenOf(address, around);
  const wire = new Wire(around.web, address.endpoint, door.auth);
  const opened: Facts = { standard: address.standard, token: door.fact, person, host: hostOf(address.endpoint), reach: await reachOf(wire, around.web) };
  const data = opened['reach'] === 'origin' || opened['reach'] === 'no' || door.auth === '' ? null : await dataOf(wire, address);
  const facts: Facts = data === null || address.standard === 'tincan' ? opened : { ...opened, data: data.fact };
  if (data === null || data.mode === 'no') return { launch: 1, stages: stages(facts), log: wire.log, ...QUIET };
  const { now, uuid, language } = around;
  const store = new Store(wire, { address, activity: address.activity || around.activity, template: data.template, mastery: data.mastery, language, now, uuid });
  return examined(store, wire, facts, data, { ...around, address });
}

async function examined(store: Store, wire: Wire, opened: Facts, data: Data, { address, storage, uuid }: Around & { readonly address: Address }): Promise<Trial> {
  const before = await earlier(store);
  const launch = Number(before['launch'] ?? 0) + 1;
  const key = LEFT + address.registration;
  const went = storage?.getItem(key) ?? '';
  const end = uuid();
  const first = launch === 1 ? { ...opened, ...(await documents(store)) } : {};
  const begun = await session(store);
  const told = launch === 1 ? begun : launch === 2 ? { result: data.mode === 'Normal' ? (await result(store, address.standard === 'cmi5', data.mastery))['result'] ?? '' : 'looking' } : {};
  const facts: Facts = { ...before, ...first, ...told, ...(launch === 1 ? {} : { went }), launch: String(launch), end };
  const stored = await keep(store, launch === 1 ? { ...facts, stored: 'yes' } : facts);
  storage?.setItem(key, '');
  return { launch, stages: stages(launch === 1 ? { ...facts, stored } : facts), log: wire.log, ...leaving(store, launch, end, (letter) => { storage?.setItem(key, letter); }) };
}

/** Each way out is tried once, and the session ends with the page. */
function leaving(store: Store, launch: number, end: string, note: (letter: string) => void): Pick<Trial, 'hidden' | 'gone'> {
  let said = '';
  return {
    hidden: () => {
      if (said !== '') return;
      said = 'h';
      note(said);
      word(store, 'h', launch);
    },
    gone: () => {
      if (said.includes('p')) return;
      said += 'p';
      note(said);
      word(store, 'p', launch);
      void store.say('terminated', true, end);
    },
  };
}

/** cmi5 gives its token out once: a page that is loaded again finds it in its tab. */
async function tokenOf(address: Address, { web }: Around): Promise<{ readonly auth: string; readonly fact: string }> {
  if (address.standard === 'tincan') return { auth: address.auth, fact: 'none' };
  const key = `filiere:essai:token:${address.fetch}`;
  const known = web.session?.getItem(key) ?? '';
  if (known !== '') return { auth: known, fact: 'kept' };
  const reply = await new Wire(web, address.endpoint, '').knock(address.fetch);
  const token = basic(textOf(objectOf(parsed(reply.text))['auth-token']));
  if (token === '') return { auth: '', fact: `no/${String(reply.status)}` };
  web.session?.setItem(key, token);
  return { auth: token, fact: 'yes' };
}

async function reachOf(wire: Wire, { address }: Web): Promise<string> {
  const about = await wire.ask({ method: 'GET', path: 'about' });
  if (about.status === 0) return (await wire.isThere()) ? 'origin' : 'no';
  const versions = objectOf(parsed(about.text))['version'];
  if (Array.isArray(versions) && versions.length > 0 && !versions.some((one) => textOf(one).startsWith('1.0'))) wire.version = '2.0.0';
  return new URL(wire.endpoint).origin === new URL(address).origin ? 'same' : 'other';
}

/** cmi5: launch data, then preferences, which are asked for before any statement. */
async function dataOf(wire: Wire, address: Address): Promise<Data> {
  if (address.standard === 'tincan') return { mode: 'Normal', template: {}, mastery: null, fact: '' };
  const agent = JSON.stringify(address.actor);
  const query = { activityId: address.activity, agent, registration: address.registration, stateId: 'LMS.LaunchData' };
  const reply = await wire.ask({ method: 'GET', path: 'activities/state', query });
  await wire.ask({ method: 'GET', path: 'agents/profile', query: { agent, profileId: 'cmi5LearnerPreferences' } });
  const data = objectOf(parsed(reply.text));
  if (!isDone(reply) || data['contextTemplate'] === undefined) return { mode: 'no', template: {}, mastery: null, fact: `no/${String(reply.status)}` };
  const mastery = Number(textOf(data['masteryScore']) || NaN);
  const mode = textOf(data['launchMode']) || 'Normal';
  return { mode, template: templateOf(data['contextTemplate']), mastery: Number.isFinite(mastery) ? mastery : null, fact: `${mode}/${textOf(data['masteryScore']) || '—'}` };
}
