/** What was pasted: the state in it, and what the document around it said (src/transcript/pasted.rs); decodes nothing. */

import { check } from '../src/core/codec/codec';

export interface Pasted {
  readonly state: string;
  /** Others to be joined to it, in order. */
  readonly more: readonly Beside[];
  readonly document: Document | null;
}

/** A state beside another one. */
export interface Beside {
  readonly state: string;
  /** What it went on from: a state (empty: none), the one it stands beside, or nobody says. */
  readonly began: { readonly from: string } | 'after' | 'unknown';
}

/** What State documents say beside the states. */
export interface Document {
  readonly passed: boolean;
  readonly completed: boolean;
  /** 0 to 1. */
  readonly best: number | null;
  /** States that pages which were going left beside it. */
  readonly beside: number;
}

type JsonObject = Readonly<Record<string, unknown>>;

const AROUND = /^[\s"'«»“”‘’`]+|[\s"'«»“”‘’`]+$/gu;
const BETWEEN = /[\s"'«»“”‘’`,;|=<>&]+/u;

/** What was pasted, without the quotes, spaces and names that came along. */
export function pasted(text: string): Pasted {
  const tidy = text.replace(/^\ufeff/u, '').trim();
  const values = streamed(tidy);
  const [first, ...others] = values.flatMap(documents);
  if (first !== undefined) return others.reduce(beside, first);
  if (values.length === 1 && isObject(values[0])) return { state: '', more: [], document: { passed: false, completed: false, best: null, beside: 0 } };
  // Mail and tickets break lines; a state holds no white space.
  const bare = tidy.replace(AROUND, '').replace(/\s+/gu, '');
  const state = isState(bare) ? bare : tidy.split(BETWEEN).find(isState) ?? bare;
  return { state, more: [], document: null };
}

/** One JSON value, or several on lines of their own; none when the text is anything else. */
function streamed(text: string): unknown[] {
  const whole = parsed(text);
  if (whole !== undefined) return [whole];
  const out: unknown[] = [];
  let open = '';
  for (const line of text.split('\n')) {
    open += `${line}\n`;
    const value = parsed(open);
    if (value === undefined) continue;
    out.push(value);
    open = '';
  }
  return open.trim() === '' ? out : [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Documents of ours, as deep as an export has them, also where it holds them as texts. */
function documents(value: unknown): Pasted[] {
  if (Array.isArray(value)) return value.flatMap(documents);
  if (isObject(value)) {
    const one = document(value);
    return one === null ? Object.values(value).flatMap(documents) : [one];
  }
  if (typeof value !== 'string') return [];
  const inner = parsed(value);
  if (typeof inner === 'object' && inner !== null) return documents(inner);
  return isState(value) ? [{ state: value, more: [], document: null }] : [];
}

/** null: none of ours. */
function document(found: JsonObject): Pasted | null {
  const { state: own, best, by } = found;
  const late = Object.entries(found).flatMap(([key, value]): Beside[] => {
    const [base, state] = Array.isArray(value) && value.length === 2 ? (value as unknown[]) : [];
    return typeof base === 'string' && typeof state === 'string' ? [{ state, began: key === by ? 'after' : { from: base } }] : [];
  });
  const state = typeof own === 'string' ? own : late[0]?.state;
  if (state === undefined) return null;
  const about = { passed: found['passed'] === true, completed: found['completed'] === true, best: typeof best === 'number' ? best : null, beside: late.length };
  return { state, more: typeof own === 'string' ? late : late.slice(1), document: about };
}

/** One more document: its state went on from the others, or they from it. */
function beside(all: Pasted, next: Pasted): Pasted {
  const known = [all, ...all.more].some(({ state }) => state === next.state);
  const more: Beside[] = known ? [...all.more] : [...all.more, { state: next.state, began: 'unknown' }];
  const there = new Set(more.map((one) => JSON.stringify(one)));
  return { state: all.state, more: [...more, ...next.more.filter((one) => !there.has(JSON.stringify(one)))], document: both(all.document, next.document) };
}

function both(one: Document | null, two: Document | null): Document | null {
  if (one === null || two === null) return one ?? two;
  const best = one.best === null || two.best === null ? one.best ?? two.best : Math.max(one.best, two.best);
  return { passed: one.passed || two.passed, completed: one.completed || two.completed, best, beside: one.beside + two.beside };
}

function isState(text: string): boolean {
  return framed(text).kind === 'whole';
}

/** The first whole state of all, or why the first one is none. */
export function leading({ state, more }: Pasted): Framed {
  const all = [state, ...more.map((one) => one.state)].map(framed);
  return all.find(({ kind }) => kind === 'whole') ?? framed(state);
}

/** Why nothing can be read from a text, or the schema that wrote it. */
export type Framed =
  | { readonly kind: 'empty' }
  | { readonly kind: 'shape' | 'sum'; readonly length: number }
  | { readonly kind: 'whole'; readonly version: string; readonly hash: string };

export function framed(state: string): Framed {
  if (state === '') return { kind: 'empty' };
  const { length } = [...state];
  const match = /^(([^.]+)\.([\w-]{6})\.[0-9a-z]{1,6}\.[\w-]*)\.([\w-]{4})$/u.exec(state);
  if (match === null) return { kind: 'shape', length };
  const [, body = '', version = '', hash = '', sum] = match;
  return check(body) === sum ? { kind: 'whole', version, hash } : { kind: 'sum', length };
}
