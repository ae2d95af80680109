/** What launches found out, as short texts by name, and how they are packed into a learner's state. */

export type Facts = Readonly<Record<string, string>>;

/** Kept from launch to launch in the platform. */
export interface Record12 {
  readonly facts: Facts;
  /** How the page of that launch left, in the order of the events: h hidden, p gone. */
  readonly left: string;
}

export const MARK = 'E1';
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** A text of exactly `length` characters (or the least it takes), whose every cut can be seen. */
export function packed({ facts, left }: Record12, length: number): string {
  const head = `${MARK}.${String(length)}.${encoded(JSON.stringify(facts))}.${left}.`;
  return head + filler(length - head.length);
}

/** Characters that differ from place to place. */
export function filler(length: number): string {
  return ALPHABET.repeat(Math.ceil(Math.max(0, length) / ALPHABET.length)).slice(0, Math.max(0, length));
}

export type Unpacked = { readonly kind: 'none' } | { readonly kind: 'cut'; readonly record: Record12 | null } | { readonly kind: 'whole'; readonly record: Record12 };

export function unpacked(text: string): Unpacked {
  const [mark, length, body, left, ...rest] = text.split('.');
  if (mark !== MARK) return { kind: 'none' };
  // Only what ends with its dot is whole.
  const facts = rest.length > 0 ? decoded(body ?? '') : null;
  if (facts === null) return { kind: 'cut', record: null };
  const record = { facts, left: left ?? '' };
  return packed(record, Number(length)) === text ? { kind: 'whole', record } : { kind: 'cut', record };
}

function encoded(text: string): string {
  const bytes = String.fromCharCode(...new TextEncoder().encode(text));
  return btoa(bytes).replace(/\+/gu, '-').replace(/\//gu, '_').replace(/[=]/gu, '');
}

function decoded(text: string): Facts | null {
  try {
    const bytes = Uint8Array.from(atob(text.replace(/-/gu, '+').replace(/_/gu, '/')), (character) => character.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes)) as Facts;
  } catch {
    return null;
  }
}
