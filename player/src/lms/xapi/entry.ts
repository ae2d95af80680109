/** Enters a launch: authorisation, launch data, preferences; what follows needs no difference of standard. */

import type { Env, Launch } from '../../core/types';
import type { Reason, Trouble } from '../lms';
import { isIdentified } from './agent';
import { templateOf } from './context';
import type { Ask, Reply, Web } from './http';
import { Client } from './http';
import type { JsonObject } from './json';
import { isObject, objectOf, parsed, textOf } from './json';
import type { Address } from './launch';
import { basic } from './launch';
import { freshMarks, TabMemory } from './marks';
import type { Marks } from './marks';
import { isPassing, troubleOf } from './sender';

export interface Entry {
  readonly client: Client;
  readonly mode: Launch['mode'];
  readonly template: JsonObject;
  /** 0 to 1, as the LMS gave it. */
  readonly mastery: number | null;
  readonly returnUrl: string | null;
  /** The learner's preference. */
  readonly muted: boolean;
  readonly marks: Marks;
  readonly tab: TabMemory;
}

/** Why the launch can't be used. */
export class Refused {
  constructor(readonly trouble: Trouble) {}
}

const TRIES = 3;
const PAUSE = 1000;
const LONG = 10000;

export async function enter(address: Address, web: Web, env: Env): Promise<Entry | Refused> {
  if (!isIdentified(address.actor)) return refusal('actor', { status: 0, text: '', etag: null, retryAfter: 0 }, 'launch');
  return address.standard === 'cmi5' ? enterCmi5(address, web, env) : enterTinCan(address, web, env);
}

/** A request at the start: nothing else can go on without it, so it is tried a few times. */
export async function insist(env: Env, ask: () => Promise<Reply>): Promise<Reply> {
  const since = env.now();
  for (let tries = 1; ; tries += 1) {
    const reply = await ask();
    // Whoever waits for long is not made to wait again: the module must open.
    const slow = env.now() - since > LONG;
    if (!isPassing(reply) || slow || tries === TRIES) return reply;
    await new Promise<void>((resolve) => { env.setTimer(resolve, Math.max(reply.retryAfter, PAUSE * tries)); });
  }
}

/** Whoever is refused learns why: a store that is there but silent refuses this origin. */
export async function refused(client: Client, call: string, reply: Reply): Promise<Refused> {
  const origin = reply.status === 0 && (await client.refusesOrigin());
  return refusal(call, reply, origin ? 'origin' : undefined);
}

function refusal(call: string, reply: Reply, reason?: Reason): Refused {
  return new Refused({ ...troubleOf(call, reply), ...(reason === undefined ? {} : { reason, kind: 'denied' }) });
}

function enterTinCan(address: Address, web: Web, env: Env): Entry {
  const client = new Client(web, env, address.endpoint, address.auth);
  return { client, mode: 'normal', template: {}, mastery: null, returnUrl: null, muted: false, marks: freshMarks(), tab: new TabMemory(null, '') };
}

async function enterCmi5(address: Address, web: Web, env: Env): Promise<Entry | Refused> {
  const tab = new TabMemory(web.session, `filiere:cmi5:${address.fetch}`);
  const known = tab.marks() ?? freshMarks();
  const token = known.token === '' ? await tokenOf(address, web, env) : known.token;
  if (token instanceof Refused) return token;
  const marks = { ...known, token };
  // Kept before anything else: the token is given out once.
  tab.write(JSON.stringify(marks));
  const client = new Client(web, env, address.endpoint, basic(token));
  const reply = await insist(env, () => client.ask(launchData(address)));
  const data = reply.status === 200 ? parsed(reply.text) : undefined;
  // The session of this tab is over, and its token with it: nothing was refused but a page loaded again.
  if (known.terminated && (reply.status === 401 || reply.status === 403)) return refusal('LMS.LaunchData', reply, 'spent');
  if (reply.status !== 200) return reply.status === 404 ? refusal('LMS.LaunchData', reply, 'launch') : refused(client, 'LMS.LaunchData', reply);
  if (!isObject(data) || !isObject(data['contextTemplate'])) return refusal('LMS.LaunchData', reply, 'launch');
  const muted = await wantsSilence(client, address);
  return { client, tab, marks, muted, ...given(data) };
}

/**
 * cmi5 11.0: preferences are asked for before any statement. Of the languages nothing follows: a
 * package is in one language, and half of the interface's words are written into its pages.
 */
async function wantsSilence(client: Client, address: Address): Promise<boolean> {
  const query = { agent: JSON.stringify(address.actor), profileId: 'cmi5LearnerPreferences' };
  const reply = await client.ask({ method: 'GET', path: 'agents/profile', query });
  return reply.status === 200 && textOf(objectOf(parsed(reply.text))['audioPreference']).toLowerCase() === 'off';
}

function given(data: JsonObject): Pick<Entry, 'mode' | 'template' | 'mastery' | 'returnUrl'> {
  const mode = textOf(data['launchMode']).toLowerCase();
  const mastery = Number(textOf(data['masteryScore']) || NaN);
  return {
    mode: mode === 'browse' || mode === 'review' ? mode : 'normal',
    template: templateOf(data['contextTemplate']),
    mastery: mastery >= 0 && mastery <= 1 ? mastery : null,
    returnUrl: textOf(data['returnURL']) || null,
  };
}

function launchData(address: Address): Ask {
  const query = { activityId: address.activity, agent: JSON.stringify(address.actor), registration: address.registration, stateId: 'LMS.LaunchData' };
  return { method: 'GET', path: 'activities/state', query };
}

/** cmi5 8.2: errors come with status 200, and the content type says nothing. */
async function tokenOf(address: Address, web: Web, env: Env): Promise<string | Refused> {
  const door = new Client(web, env, address.endpoint, '');
  const reply = await insist(env, () => door.knock(address.fetch));
  const found = objectOf(parsed(reply.text));
  const token = textOf(found['auth-token']);
  if (reply.status === 200 && token !== '') return token;
  if (found['error-code'] !== undefined) return refusal('fetch', { ...reply, status: 401, text: `${textOf(found['error-code'])} ${textOf(found['error-text'])}` }, 'spent');
  return refused(door, 'fetch', reply);
}
