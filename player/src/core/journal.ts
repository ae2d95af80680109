/** Keeps in this browser the work that is not surely stored, for the next launch; throws nothing. */

import type { PlayerData } from '../data';
import { decode } from './codec/codec';
import type { Memory } from './memory';
import { merged } from './merge';
import type { Env, Launch } from './types';

const MOST_DAYS = 30;
/** Texts put since the last proof that are remembered. */
const MOST_PUT = 64;

interface Entry {
  readonly at: number;
  /** The work, and what was surely stored when it began. */
  readonly state: string;
  readonly base: string;
  /** Hashes of what was put since: if the LMS has one of these, the work only goes on from there. */
  readonly ours: readonly unknown[];
}

export interface Unsent {
  readonly memory: Memory;
  readonly sequence: number;
  readonly at: number;
}

export class Journal {
  private readonly key: string | null;
  private full = false;
  /** Work of an earlier launch that the learner may take up; nothing is written over it meanwhile. */
  offer: Unsent | null = null;
  /** The last text that is surely stored. */
  private sure: string;
  private state = '';
  private at = 0;
  private ours: readonly string[] = [];

  constructor(
    private readonly data: PlayerData,
    launch: Launch,
    private readonly env: Env,
  ) {
    this.sure = launch.state;
    const who = launch.learner === null ? '' : launch.learner.id || launch.learner.name;
    const kept = data.journal !== 'off' && launch.caps.blind === true && launch.mode === 'normal' && who !== '';
    this.key = kept ? `filiere:journal:${data.module.iri}:${hash(who)}` : null;
  }

  /** What an earlier launch left behind and the LMS does not have: later than `sequence`, not too old. */
  open(stored: Memory, sequence: number): boolean {
    this.offer = this.unsent(stored, sequence);
    return this.offer !== null;
  }

  /** The work as it is now. */
  keep(state: () => string): void {
    if (this.key === null || this.offer !== null) return;
    this.full = true;
    this.state = state();
    this.at = this.env.now();
    this.note();
  }

  /** Remembers a text that goes to the LMS now, whether it arrives or not; gives it back. */
  put(text: string): string {
    this.ours = [...this.ours, hash(text)].slice(-MOST_PUT);
    if (this.full && this.offer === null) this.note();
    return text;
  }

  /** All is surely stored. */
  prove(text: string): void {
    this.sure = text;
    this.ours = [];
    if (this.offer === null && this.full) this.write('');
    this.full &&= this.offer !== null;
  }

  private unsent(stored: Memory, sequence: number): Unsent | null {
    const entry = this.read();
    if (entry === null || this.env.now() - entry.at > MOST_DAYS * 86400000) return null;
    const found = decode(this.data, entry.state);
    if (found.kind !== 'ok' || found.sequence <= sequence) return null;
    const began = decode(this.data, entry.base);
    // Another computer may have stored work since: both are kept. What we put ourselves counts once.
    const other = !entry.ours.includes(hash(this.sure));
    const memory = other && began.kind === 'ok' && began.sequence < sequence ? merged(this.data, began.memory, found.memory, stored) : { ...found.memory, latch: merged(this.data, stored, found.memory, stored).latch };
    return { memory, sequence: found.sequence, at: entry.at };
  }

  private read(): Entry | null {
    try {
      const text = this.key === null ? '' : (this.env.storage?.getItem(this.key) ?? '');
      this.full = text !== '';
      const found = JSON.parse(text || 'null') as Partial<Record<keyof Entry, unknown>> | null;
      const { at, state, base, ours } = found ?? {};
      return typeof at === 'number' && typeof state === 'string' && typeof base === 'string' ? { at, state, base, ours: Array.isArray(ours) ? ours : [] } : null;
    } catch {
      return null;
    }
  }

  private note(): void {
    this.write(JSON.stringify({ at: this.at, state: this.state, base: this.sure, ours: this.ours }));
  }

  private write(text: string): void {
    try {
      if (this.key !== null) this.env.storage?.setItem(this.key, text);
    } catch {
      // A browser that keeps nothing: the LMS alone does.
    }
  }
}

/** FNV-1a: the learner's name does not stand in the browser. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value >>> 0).toString(36);
}
