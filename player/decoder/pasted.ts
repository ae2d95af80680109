/** What was pasted: the state in it, and what the document around it said (src/transcript/pasted.rs); decodes nothing. */

import { check } from '../src/core/codec/codec';

export interface Pasted {
  readonly state: string;
  readonly document: Document | null;
}

/** What a State document says beside the state. */
export interface Document {
  readonly passed: boolean;
  readonly completed: boolean;
  /** 0 to 1. */
  readonly best: number | null;
  /** States that pages which were going left beside it. */
  readonly beside: number;
}

const AROUND = /^[\s"'«»“”‘’`]+|[\s"'«»“”‘’`]+$/gu;

export function pasted(text: string): Pasted {
  const found = parsed(text.replace(/^\ufeff/u, '').trim());
  if (typeof found === 'object' && found !== null && !Array.isArray(found)) return document(found as Record<string, unknown>);
  // Mail and tickets break lines; a state holds no white space.
  return { state: text.replace(/^\ufeff/u, '').replace(AROUND, '').replace(/\s+/gu, ''), document: null };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function document(found: Readonly<Record<string, unknown>>): Pasted {
  const late = Object.values(found).flatMap((value: unknown) => (Array.isArray(value) && value.length === 2 && typeof value[1] === 'string' ? [value[1]] : []));
  const { state, best } = found;
  const about = { passed: found['passed'] === true, completed: found['completed'] === true, best: typeof best === 'number' ? best : null, beside: late.length };
  return { state: typeof state === 'string' ? state : late[0] ?? '', document: about };
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
