/** Reads a launch from the page's address: cmi5, Tin Can, or none; repairs what launchers get wrong. */

import { agentOf } from './agent';
import type { JsonObject } from './json';
import { isObject, parsed } from './json';

export interface Address {
  readonly standard: 'cmi5' | 'tincan';
  /** Ends with a slash. */
  readonly endpoint: string;
  /** The whole header; empty: none given. */
  readonly auth: string;
  /** cmi5: where the token is asked for, once. */
  readonly fetch: string;
  readonly actor: JsonObject;
  readonly registration: string;
  /** Empty: the compiled one. */
  readonly activity: string;
  readonly platform: string;
  /** IRI of what this activity is part of. */
  readonly grouping: string;
}

const NAMES = ['endpoint', 'auth', 'fetch', 'actor', 'registration', 'activityId', 'activity_id', 'activity_platform', 'Accept-Language', 'grouping'] as const;
type Name = (typeof NAMES)[number];
type Values = Partial<Record<Name, string>>;

/** null: not launched by such a system. */
export function addressOf(href: string): Address | null {
  const values = valuesOf(href);
  const endpoint = plain(values.endpoint);
  if (endpoint === '') return null;
  const fetch = plain(values.fetch);
  const actor = actorOf(values.actor);
  return {
    standard: fetch === '' ? 'tincan' : 'cmi5',
    endpoint: endpoint.endsWith('/') ? endpoint : `${endpoint}/`,
    auth: basic(plain(values.auth)),
    fetch,
    // A cmi5 actor goes back as it came, to the letter.
    actor: fetch === '' ? agentOf(actor) : actor,
    registration: fetch === '' ? uuidOf(plain(values.registration)) : plain(values.registration),
    activity: plain(values.activityId) || plain(values.activity_id),
    platform: plain(values.activity_platform),
    grouping: plain(values.grouping),
  };
}

/** The same address without the credential, and what was taken out of it. */
export function withoutAuth(href: string): { readonly clean: string; readonly auth: string } {
  const values = valuesOf(href);
  if (values.auth === undefined) return { clean: href, auth: '' };
  const kept = Object.entries(values).filter(([name]) => name !== 'auth');
  const query = kept.map(([name, value]) => `${name}=${encodeURIComponent(name === 'actor' ? actorText(value) : plain(value))}`);
  return { clean: `${href.split('?')[0] ?? ''}?${query.join('&')}${place(href)}`, auth: basic(plain(values.auth)) };
}

/** One « Basic », whatever came; a plus that was read as a space is one again. */
export function basic(text: string): string {
  const credential = text.trim().replace(/^(?:basic\s+)+/iu, '').replace(/ /gu, '+');
  return credential === '' ? '' : `Basic ${credential}`;
}

/**
 * Cuts at the names that are known, not at each `&`: an actor that was not encoded may hold `&`, `=`
 * and `#`.
 */
function valuesOf(href: string): Values {
  const query = href.slice(href.indexOf('?') + 1);
  if (!href.includes('?')) return {};
  const text = query.slice(0, query.length - place(href).length);
  const starts = [...text.matchAll(new RegExp(`(?:^|&)(${NAMES.join('|')})=`, 'gu'))];
  const values: Values = {};
  starts.forEach((start, i) => {
    const from = start.index + start[0].length;
    const value = text.slice(from, starts[i + 1]?.index ?? text.length);
    const name = start[1] as Name;
    // The last known value may be followed by parameters of strangers.
    values[name] ??= name === 'actor' ? value : value.split('&')[0] ?? '';
  });
  return values;
}

/** Where the reader is in the module: the end of the address from its last `#/` on. */
function place(href: string): string {
  return /#(?:\/[^#&=]*)?$/u.exec(href)?.[0] ?? '';
}

/** A store takes nothing else, and refuses every statement that has another. */
function uuidOf(text: string): string {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(text) ? text : '';
}

function plain(value: string | undefined): string {
  return decoded((value ?? '').replace(/\+/gu, ' ')).trim();
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function actorOf(value: string | undefined): JsonObject {
  const found = parsed(actorText(value));
  return isObject(found) ? found : {};
}

/** As JSON: encoded as it should be, or as it is with only what a browser encodes by itself. */
function actorText(value = ''): string {
  const raw = value.startsWith('{');
  const forms = raw ? [value, decoded(value)] : [decoded(value.replace(/\+/gu, ' ')), decoded(value)];
  for (const form of forms) {
    const cut = form.slice(0, form.lastIndexOf('}') + 1);
    if (isObject(parsed(cut))) return cut;
  }
  return '';
}

/** Who keeps the work, by name. */
export function hostOf(endpoint: string): string {
  try {
    return new URL(endpoint).host;
  } catch {
    return endpoint;
  }
}
