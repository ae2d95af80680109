/** Builds the context of statements from what the launch gave; adds to it and overwrites nothing. */

import type { PlayerData } from '../../data';
import type { Json, JsonObject } from './json';
import { copy, isObject, listOf, objectOf, textOf } from './json';

export const CMI5 = 'https://w3id.org/xapi/cmi5/context/categories/cmi5';
export const MOVE_ON = 'https://w3id.org/xapi/cmi5/context/categories/moveon';
export const MASTERY = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore';
export const SESSION = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid';

export interface Added {
  readonly categories?: readonly string[];
  readonly parent?: JsonObject;
  readonly other?: JsonObject;
  readonly extensions?: JsonObject;
}

/** What every statement of a launch has in common. */
export interface Common {
  readonly template: JsonObject;
  readonly registration: string;
  readonly platform: string;
  readonly groupings: readonly JsonObject[];
  /** What says that statements follow our rules; empty: another profile's do. */
  readonly profile: string;
  readonly language: string;
  readonly revision: string;
}

export function contextOf(common: Common, added: Added): JsonObject {
  const { contextActivities, ...template } = copy(common.template);
  const given = objectOf(contextActivities);
  const activities = withoutEmpty({
    parent: [...listOf(given['parent']), ...(added.parent === undefined ? [] : [added.parent])],
    grouping: [...listOf(given['grouping']), ...common.groupings],
    category: [...listOf(given['category']), ...[...(added.categories ?? []), ...(common.profile === '' ? [] : [common.profile])].map(reference)],
    other: [...listOf(given['other']), ...(added.other === undefined ? [] : [added.other])],
  });
  const extensions = { ...added.extensions, ...objectOf(template['extensions']) };
  const own: JsonObject = {
    ...(common.registration === '' ? {} : { registration: common.registration }),
    ...(common.platform === '' ? {} : { platform: common.platform }),
    revision: common.revision,
    language: common.language,
  };
  return {
    ...own,
    ...template,
    ...(Object.keys(activities).length === 0 ? {} : { contextActivities: activities }),
    ...(Object.keys(extensions).length === 0 ? {} : { extensions }),
  };
}

/** The session that an LMS opened; empty: it named none. */
export function sessionOf(template: JsonObject): string {
  return textOf(objectOf(template['extensions'])[SESSION]);
}

/** A template that is safe to copy: nothing null, which stores take in extensions only. */
export function templateOf(found: unknown): JsonObject {
  if (!isObject(found)) return {};
  const { extensions, ...rest } = found;
  return { ...(withoutNull(rest) as JsonObject), ...(isObject(extensions) ? { extensions } : {}) };
}

/** The profile of our statements, and what is named under it, stand where the modules of a workspace do. */
export function profileOf(iri: string): string {
  return `${baseOf(iri)}profiles/filiere`;
}

/** Programmes of study that a module is for. */
export function programmesOf({ module }: PlayerData): JsonObject[] {
  const named = (code: string): JsonObject => ({ ...reference(`${baseOf(module.iri)}programmes/${encodeURIComponent(code)}`), definition: { name: { [module.language]: code } } });
  return (module.programmes ?? []).map(named);
}

function baseOf(iri: string): string {
  return iri.replace(/modules\/[^/]*$/u, '');
}

function withoutNull(value: Json): Json {
  if (Array.isArray(value)) return value.map((one: Json) => withoutNull(one));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null).map(([key, one]) => [key, withoutNull(one)]));
}

function withoutEmpty(lists: Readonly<Record<string, readonly Json[]>>): JsonObject {
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
}

/** A reference, without a definition that would compete with the right one. */
export function reference(id: string): JsonObject {
  return { objectType: 'Activity', id };
}
