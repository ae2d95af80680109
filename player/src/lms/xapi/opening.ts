/** Puts the parts of an entered launch together: what was said and kept, rules, queue, State document. */

import { check } from '../../core/codec/codec';
import type { Env } from '../../core/types';
import type { GradedQuestion, PlayerData } from '../../data';
import type { Trouble } from '../lms';
import { Activities } from './activities';
import type { Common } from './context';
import { profileOf, programmesOf, reference, sessionOf } from './context';
import { Copy } from './copy';
import { NOTHING_KEPT, StateDocument } from './document';
import type { Kept } from './document';
import { enter, insist, Refused, refused } from './entry';
import type { Entry } from './entry';
import type { Web } from './http';
import { Keeper } from './keeper';
import type { Address } from './launch';
import { cameOf } from './left';
import { Queue } from './queue';
import { Cmi5, Looking, TinCan } from './rules';
import type { Rules, Said } from './rules';
import type { Manner } from './sender';
import { Sender } from './sender';
import { Statements } from './statements';
import { verbIn } from './verbs';

export interface Content {
  readonly data: PlayerData;
  readonly graded: readonly GradedQuestion[];
}

export interface Surroundings {
  readonly env: Env;
  readonly web: Web;
  readonly tell: (trouble: Trouble) => void;
}

export interface Opened {
  readonly entry: Entry;
  readonly activities: Activities;
  readonly said: Said;
  readonly rules: Rules;
  readonly statements: Statements;
  readonly queue: Queue;
  readonly sender: Sender;
  readonly keeper: Keeper;
  /** What the launch begins with. */
  readonly kept: Kept;
}

export async function open(address: Address, content: Content, around: Surroundings): Promise<Opened | Refused> {
  const { env, web, tell } = around;
  const entry = await enter(address, web, env);
  if (entry instanceof Refused) return entry;
  const activity = address.activity || content.data.module.iri;
  const agent = JSON.stringify(address.actor);
  const query = { activityId: activity, agent, stateId: 'suspendData', ...(address.registration === '' ? {} : { registration: address.registration }) };
  const document = new StateDocument(entry.client, query, tell);
  const found = await readState(document, entry, env);
  if (found instanceof Refused) return found;
  const owner = address.standard === 'cmi5' ? sessionOf(entry.template) || address.fetch : '';
  const place = placeOf(address, content.data);
  const kept = content.data.journal === 'off' ? null : env.storage;
  const queue = new Queue(kept, `filiere:queue:${place}`, owner, address.actor);
  const read = await withLeft(found ?? NOTHING_KEPT, queue, entry);
  const told = { ...read, passed: read.passed || queue.holds('passed'), completed: read.completed || queue.holds('completed') };
  const marks = { ...entry.marks, initialized: entry.marks.initialized || queue.holds('initialized') };
  const said: Said = { marks, kept: told, spent: () => entry.marks.spent };
  const by = env.seed().toString(36);
  const copy = new Copy(entry.mode === 'normal' ? kept : null, copyKey(address, content.data), () => env.now(), by, content.data);
  const keeper = new Keeper({ data: content.data, document, copy, queue, said, by });
  const begun = { ...told, ...keeper.begin(found && read) };
  const activities = new Activities(content.data, content.graded, activity);
  const statements = new Statements(env, address.actor, commonOf(address, content.data, entry), entry.mastery, () => entry.client.ahead);
  const sender = new Sender(entry.client, queue, mannerOf(address, entry), tell);
  return { entry, activities, said, rules: rulesOf(address, entry, activities, said), statements, queue, sender, keeper, kept: begun };
}

function rulesOf(address: Address, entry: Entry, activities: Activities, said: Said): Rules {
  if (address.standard === 'tincan') return new TinCan(activities, said);
  return entry.mode === 'normal' ? new Cmi5(activities, said) : new Looking(activities, said);
}

/** A store out of reach may come back: then the first write finds out what is there. */
async function readState(document: StateDocument, entry: Entry, env: Env): Promise<Kept | null | Refused> {
  const reply = await insist(env, () => document.fetch());
  const denied = reply.status === 401 || reply.status === 403;
  if (denied || (reply.status === 0 && (await entry.client.refusesOrigin()))) return refused(entry.client, 'state', reply);
  return document.take(reply);
}

/** Results of which nobody had heard that they came are said anew, unless the store shows that it has them. */
async function withLeft(kept: Kept, queue: Queue, entry: Entry): Promise<Kept> {
  queue.load();
  let known = kept;
  const ids = Object.entries(kept.waiting ?? {}).map(([verb, id]) => ({ verb, id }));
  for (const { verb, id } of [...ids, ...queue.left().map((statement) => ({ verb: verbIn(statement), id: statement['id'] ?? '' }))]) {
    const asked = (verb === 'passed' || verb === 'completed') && !known[verb] && !queue.holds(verb);
    if (asked) known = { ...known, [verb]: (await cameOf(entry.client, { id })).came === true };
  }
  return known;
}

/** Tells stores, registrations, activities and learners apart. */
function placeOf({ endpoint, registration, activity, actor }: Address, { module }: PlayerData): string {
  return [endpoint, registration, activity || module.iri, check(JSON.stringify(actor))].join('|');
}

/** Where this browser keeps the work of a launch. */
export function copyKey(address: Address, data: PlayerData): string {
  return `filiere:state:${placeOf(address, data)}`;
}

/** An LMS that names no session judges no order, and may read single statements only, as Open edX does. */
function mannerOf(address: Address, { template }: Entry): Manner {
  if (address.standard === 'tincan') return 'arrays';
  return sessionOf(template) === '' ? 'apart' : 'each';
}

function commonOf(address: Address, data: PlayerData, entry: Entry): Common {
  return {
    template: entry.template,
    registration: address.registration,
    platform: address.platform,
    groupings: [...(address.grouping === '' ? [] : [reference(address.grouping)]), ...(address.standard === 'tincan' ? programmesOf(data) : [])],
    profile: address.standard === 'tincan' ? profileOf(data.module.iri) : '',
    language: data.module.language,
    revision: data.module.version,
  };
}
