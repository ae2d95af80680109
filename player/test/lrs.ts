/** A strict record store in memory, with the doors of a cmi5 LMS; written from the specifications, shares nothing with the player. */

import { createRequire } from 'node:module';
import type { Web, WebInit, WebReply } from '../src/lms/xapi/http';
import { memoryStore } from './world';

/** A CommonJS package whose types pretend otherwise. */
const { default: judge } = createRequire(import.meta.url)('@learninglocker/xapi-validation') as { default: (statement: unknown) => unknown[] };

export type Thing = Record<string, unknown>;

export interface Request {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly keepalive: boolean;
  /** 0: no answer came. */
  status: number;
}

export interface Answer {
  readonly status: number;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** An answer instead of the store's own; `null`: no answer at all; undefined: the store's own. */
export type Fault = (request: Request) => Answer | null | undefined | Promise<Answer | null | undefined>;

export interface Options {
  readonly versions?: readonly string[];
  readonly hideEtag?: boolean;
  /** The new ETag comes with the answer to a PUT. */
  readonly etagOnPut?: boolean;
  readonly auth?: string;
  /** A token dies with its session. */
  readonly mortal?: boolean;
}

const CONTEXT = 'https://w3id.org/xapi/cmi5/context/';

export const ENDPOINT = 'https://lrs.exemple/xapi/';
const FETCH = 'https://lms.exemple/fetch?session=';

export class Lrs {
  readonly requests: Request[] = [];
  readonly statements: Thing[] = [];
  readonly documents = new Map<string, { text: string; etag: string }>();
  readonly tokens = new Map<string, string>();
  /** Requests of these launches are judged by the rules of a session. */
  readonly sessions = new Map<string, Thing[]>();
  fault: Fault = () => undefined;
  /** Most requests to be under way at once. */
  most = 0;
  private underWay = 0;
  private changes = 0;

  constructor(private readonly options: Options = {}) {}

  /** A tab of a browser at that address; the same `session` again is a reload. */
  tab(address: string, session = memoryStore()): Web & { shown: string } {
    const web = {
      address,
      shown: address,
      session,
      fetch: (url: string, init: WebInit): Promise<WebReply> => this.fetch(url, init),
      replaceAddress: (to: string): void => { web.shown = to; },
    };
    return web;
  }

  private async fetch(url: string, init: WebInit): Promise<WebReply> {
    const [bare = '', search = ''] = url.split('?');
    const query = Object.fromEntries(new URLSearchParams(search));
    const path = bare.startsWith(ENDPOINT) ? bare.slice(ENDPOINT.length) : bare;
    const request: Request = { method: init.method, path: url.startsWith(FETCH) ? 'fetch' : path, query, headers: init.headers ?? {}, body: init.body ?? '', keepalive: init.keepalive === true, status: 0 };
    this.requests.push(request);
    this.underWay += 1;
    this.most = Math.max(this.most, this.underWay);
    const answer = await Promise.race([this.answer(request, url), given(init.signal)]);
    this.underWay -= 1;
    if (answer === null) throw new TypeError('Failed to fetch');
    request.status = answer.status;
    const headers = new Map(Object.entries(answer.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
    return { status: answer.status, headers: { get: (name) => headers.get(name.toLowerCase()) ?? null }, text: () => Promise.resolve(answer.text ?? '') };
  }

  private async answer(request: Request, url: string): Promise<Answer | null> {
    await Promise.resolve();
    const fault = await this.fault(request);
    if (fault !== undefined) return fault;
    if (request.path === 'fetch') return this.token(request, url);
    const refusal = this.refusal(request);
    if (refusal !== null) return refusal;
    if (request.path === 'activities/state') return this.state(request);
    if (request.path === 'agents/profile') return { status: 404 };
    if (request.path === 'statements') return request.method === 'GET' ? this.found(request) : this.take(request);
    return { status: 404 };
  }

  private token(request: Request, url: string): Answer {
    if (request.method !== 'POST') return { status: 405 };
    const token = this.tokens.get(url);
    this.tokens.set(url, '');
    if (token === undefined || token === '') return { status: 200, text: '{"error-code":"1","error-text":"The authorization token has already been returned."}' };
    return { status: 200, text: JSON.stringify({ 'auth-token': token }), headers: { 'Content-Type': 'text/html' } };
  }

  private refusal(request: Request): Answer | null {
    const version = request.headers['X-Experience-API-Version'] ?? '';
    if (!(this.options.versions ?? ['1.0.3', '2.0.0']).includes(version)) return { status: 400, text: 'unknown version' };
    const known = [this.options.auth ?? 'Basic Y2xlOnNlY3JldA==', ...Array.from(this.sessions.keys())];
    const auth = request.headers['Authorization'] ?? '';
    // cmi5 8.1.2: the session is over, and its token with it; the same statement may come again.
    const over = this.options.mortal === true && this.sessions.get(auth)?.some((statement) => verbOf(statement) === 'terminated') === true;
    if (over && request.path !== 'statements') return { status: 403 };
    return known.includes(auth) ? null : { status: 401 };
  }

  /** Every document under optimistic concurrency, as 2.0 wants it. */
  private state(request: Request): Answer {
    const { activityId = '', agent = '', registration = '', stateId = '' } = request.query;
    const key = [activityId, canonical(JSON.parse(agent)), registration, stateId].join('\n');
    const kept = this.documents.get(key);
    const shown = (etag: string): Answer['headers'] => (this.options.hideEtag === true ? {} : { ETag: etag });
    if (request.method === 'GET') return kept === undefined ? { status: 404 } : { status: 200, text: kept.text, headers: shown(kept.etag) };
    const { 'If-Match': match, 'If-None-Match': none } = request.headers;
    if (none === '*' && kept !== undefined) return { status: 412 };
    if (match !== undefined && match !== kept?.etag) return { status: 412 };
    if (request.method === 'PUT' && kept !== undefined && match === undefined && none === undefined) return { status: 409 };
    this.changes += 1;
    const etag = `"${String(this.changes)}"`;
    // Of two objects, the fields of the second win.
    const joins = request.method === 'POST' && kept !== undefined;
    const text = joins ? JSON.stringify({ ...(JSON.parse(kept.text) as Thing), ...(JSON.parse(request.body) as Thing) }) : request.body;
    this.documents.set(key, { text, etag });
    return { status: 204, headers: this.options.etagOnPut === true ? shown(etag) : {} };
  }

  private found(request: Request): Answer {
    const found = this.statements.find((statement) => statement['id'] === request.query['statementId']);
    return found === undefined ? { status: 404 } : { status: 200, text: JSON.stringify(found) };
  }

  /** All or nothing. */
  private take(request: Request): Answer {
    const body = JSON.parse(request.body) as Thing | Thing[];
    const list = Array.isArray(body) ? body : [body];
    if (request.method === 'PUT' && (Array.isArray(body) || body['id'] !== request.query['statementId'])) return { status: 400, text: 'statementId' };
    const bad = list.flatMap((statement) => faultsOf(statement));
    if (bad.length > 0) return { status: 400, text: bad.join('; ') };
    const known = list.map((statement) => this.statements.find((one) => one['id'] === statement['id']));
    if (list.some((statement, i) => known[i] !== undefined && canonical(known[i]) !== canonical(statement))) return { status: 409 };
    const fresh = list.filter((_, i) => known[i] === undefined);
    const session = this.sessions.get(request.headers['Authorization'] ?? '');
    if (session !== undefined) {
      const broken = this.broken(session, fresh);
      if (broken !== null) return { status: 403, text: broken };
      session.push(...fresh);
    }
    this.statements.push(...fresh);
    return request.method === 'PUT' ? { status: 204 } : { status: 200, text: JSON.stringify(list.map((statement) => statement['id'])) };
  }

  /** cmi5 9.3: what a session may not say any more. */
  private broken(session: readonly Thing[], fresh: readonly Thing[]): string | null {
    const said = [...session];
    for (const statement of fresh) {
      const verb = verbOf(statement);
      const registration = this.statements.concat(said).filter((one) => defined(one)).map(verbOf);
      const inSession = said.filter(defined).map(verbOf);
      if (inSession.includes('terminated')) return 'after terminated';
      if (verb !== 'initialized' && !inSession.includes('initialized')) return 'before initialized';
      if (defined(statement)) {
        if (!['initialized', 'completed', 'passed', 'failed', 'terminated'].includes(verb)) return `${verb} is not defined`;
        if (inSession.includes(verb)) return `${verb} twice in a session`;
        if (['completed', 'passed'].includes(verb) && registration.includes(verb)) return `${verb} twice in a registration`;
        if (verb === 'failed' && registration.includes('passed')) return 'failed after passed';
        if (verb === 'passed' && inSession.includes('failed')) return 'passed beside failed';
      }
      said.push(statement);
    }
    return null;
  }
}

/** null once the caller gives up. */
function given(signal: AbortSignal | undefined): Promise<null> {
  return new Promise((resolve) => { signal?.addEventListener('abort', () => { resolve(null); }); });
}

/** As the LMS of cmi5 opens a session. */
export function cmi5Launch(lrs: Lrs, session: string, more: { data?: Thing; actor?: unknown; registration?: string; withoutSession?: boolean } = {}): string {
  const actor = more.actor ?? ACTOR;
  const registration = more.registration ?? REGISTRATION;
  const fetch = FETCH + session;
  const token = Buffer.from(`jeton:${session}`).toString('base64');
  const known = [...lrs.tokens.keys()].includes(fetch);
  if (!known) lrs.tokens.set(fetch, token);
  lrs.sessions.set(`Basic ${token}`, lrs.sessions.get(`Basic ${token}`) ?? []);
  const extensions = more.withoutSession === true ? {} : { [`${CONTEXT}extensions/sessionid`]: session };
  const template = { contextActivities: { grouping: [{ objectType: 'Activity', id: 'https://exemple.quebec/modules/essai/au' }] }, extensions };
  const data = { launchMode: 'Normal', moveOn: 'CompletedAndPassed', contextTemplate: template, ...more.data };
  lrs.documents.set([ACTIVITY, canonical(actor), registration, 'LMS.LaunchData'].join('\n'), { text: JSON.stringify(data), etag: '"launch"' });
  const query = { endpoint: ENDPOINT, fetch, actor: JSON.stringify(actor), registration, activityId: ACTIVITY };
  return `https://cours.exemple/paquet/index.html?${new URLSearchParams(query).toString()}`;
}

export const ACTOR = { objectType: 'Agent', account: { homePage: 'https://cegep.exemple', name: 'u-42' } };
export const REGISTRATION = '6f7e3a0c-1d2b-4c3d-8e4f-5a6b7c8d9e0f';
export const ACTIVITY = 'https://lms.exemple/activites/31';
export const AUTH = 'Basic Y2xlOnNlY3JldA==';

export function tincanLaunch(more: Readonly<Record<string, string>> = {}): string {
  const query = { endpoint: ENDPOINT, auth: AUTH, actor: JSON.stringify(ACTOR), registration: REGISTRATION, ...more };
  return `https://cours.exemple/paquet/index.html?${new URLSearchParams(query).toString()}`;
}

export function verbOf(statement: Thing): string {
  return String((statement['verb'] as Thing)['id']).split('/').pop() ?? '';
}

export function defined(statement: Thing): boolean {
  return JSON.stringify(statement).includes(`${CONTEXT}categories/cmi5`);
}

/** What another's judge finds, and what it is known to miss. */
export function faultsOf(statement: Thing): string[] {
  const found = judge(statement).map((warning) => JSON.stringify(warning));
  const { interactionType, choices, source, target } = ((statement['object'] as Thing)['definition'] ?? {}) as Record<string, Thing[] | undefined>;
  for (const list of [choices, source, target]) {
    const ids = (list ?? []).map((component) => component['id']);
    if (new Set(ids).size !== ids.length) found.push(`two components of ${String(interactionType)} have one id`);
  }
  if (JSON.stringify(statement).includes('null')) found.push('null');
  return found;
}

/** Keys in order, so that two spellings of one thing are equal. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join()}}`;
}
