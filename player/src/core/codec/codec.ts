/** Frames packed memory as `1.<hash 6>.<sequence, base 36>.<payload>.<check 4>`, and judges what comes back. */

import type { PlayerData } from '../../data';
import type { Memory } from '../memory';
import { BitWriter, Unreadable } from './bits';
import { pack, unpack } from './memory';
import { migrate } from './migrate';
import { versionOf } from './versions';

const VERSION = '1';
/** Six digits in base 36 are what the compiler counts on; after them the sequence starts again. */
const SEQUENCES = 36 ** 6;

export type Decoded =
  | { readonly kind: 'empty' }
  /** `lost`: questions whose answers an earlier version kept and this one can't take up; null: this very version. */
  | { readonly kind: 'ok'; readonly memory: Memory; readonly sequence: number; readonly lost: number | null }
  /** A package that this one does not know wrote it. */
  | { readonly kind: 'foreign'; readonly hash: string; readonly sequence: number }
  | { readonly kind: 'damaged' };

export function encode(data: PlayerData, memory: Memory, sequence: number): string {
  const body = [VERSION, data.state.hash, (sequence % SEQUENCES).toString(36), pack(data, memory)].join('.');
  return `${body}.${check(body)}`;
}

export function decode(data: PlayerData, text: string): Decoded {
  if (text.trim() === '') return { kind: 'empty' };
  const match = /^(([^.]+)\.([\w-]{6})\.([0-9a-z]{1,6})\.([\w-]*))\.([\w-]{4})$/u.exec(text.trim());
  if (match === null) return { kind: 'damaged' };
  const [, body = '', version, hash = '', digits = '0', payload = '', sum] = match;
  if (check(body) !== sum) return { kind: 'damaged' };
  const sequence = parseInt(digits, 36);
  const wrote = version === VERSION ? versionOf(data, hash) : null;
  if (wrote === null) return { kind: 'foreign', hash, sequence };
  try {
    const memory = unpack(wrote, payload, (other) => versionOf(data, other));
    return hash === data.state.hash ? { kind: 'ok', memory, sequence, lost: null } : { kind: 'ok', ...migrate(data, wrote, memory), sequence };
  } catch (error) {
    if (error instanceof Unreadable) return { kind: 'damaged' };
    throw error;
  }
}

/** The 24 low bits of the CRC-32 (polynomial 0xedb88320) of ASCII text, as four characters. */
export function check(text: string): string {
  let crc = 0xffffffff;
  for (let i = 0; i < text.length; i += 1) {
    crc ^= text.charCodeAt(i);
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  const out = new BitWriter();
  out.put(~crc >>> 0, 24);
  return out.text();
}
