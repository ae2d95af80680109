/** Keeps in this browser the work that is not surely stored, for the next launch; throws nothing. */

import type { PlayerData } from '../data';
import { decode } from './codec/codec';
import type { Memory } from './memory';
import { merged } from './merge';
import { isStale } from './stale';
import type { Reports } from './reports';
import { latched } from './status';
import type { Env, Launch } from './types';

/** Texts put since the last proof that are remembered. */
const MOST_PUT = 64;

/** Of its shape: an entry of another shape is none. */
const FORMAT = '1';

interface Entry {
  readonly at: number;
  /** The work, and what was surely stored when it began. */
  readonly state: string;
  readonly base: string;
  /** Hashes of what was put since: if the LMS has one of these, the work only goes on from there. */
  readonly ours: readonly string[];
  /** The LMS said that it has all of it, and nobody could prove it. */
  readonly said: boolean;
  readonly reports: Reports;
}

export interface Unsent {
  readonly memory: Memory;
  readonly sequence: number;
  /** Records that are not surely stored, and how many the LMS had with the state; null: of another computer. */
  readonly reports: Reports;
  readonly had: number | null;
}

export class Journal {
  private readonly key: string | null;
  private full = false;
  private refused = false;
  /** Work of an earlier launch that the learner may take up; nothing is written over it meanwhile. */
  offer: Unsent | null = null;
  /** The last text that is surely stored. */
  private sure: string;
  private state = '';
  private at = 0;
  private said = false;
  private ours: readonly string[] = [];

  constructor(
    private readonly data: PlayerData,
    launch: Launch,
    private readonly env: Env,
    /** What is to be reported, and not surely stored. */
    private readonly reports: () => Reports,
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

  /** Whether this browser takes what it is given. */
  keeps(): boolean {
    return this.key !== null && this.env.storage !== null && !this.refused;
  }

  /** The work as it is now. */
  keep(state: () => string): void {
    if (this.key === null || this.offer !== null) return;
    this.full = true;
    this.said = false;
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

  /** The LMS says that it has all of it. */
  store(): void {
    if (!this.full || this.offer !== null || this.said) return;
    this.said = true;
    this.note();
  }

  /** All is surely stored. */
  prove(text: string): void {
    this.sure = text;
    this.ours = [];
    if (this.offer === null && this.full) this.write('');
    this.full &&= this.offer !== null;
  }

  /** Whether this browser surely has the work as it is now. */
  holds(): boolean {
    return this.full && this.offer === null && this.text().includes(this.state);
  }

  private unsent(stored: Memory, sequence: number): Unsent | null {
    const entry = this.read();
    if (entry === null || isStale(entry.at, this.env.now(), this.data)) return null;
    const found = decode(this.data, entry.state);
    // Another version's work stays for it until there is work of ours.
    if (found.kind === 'foreign') this.full = false;
    if (found.kind !== 'ok' || found.sequence <= sequence) return null;
    const began = decode(this.data, entry.base);
    const known = this.sure === entry.base || entry.ours.includes(hash(this.sure));
    // What we put ourselves counts once; another attempt, or another computer's work, began with what is said to be stored.
    if (!known && entry.said) return null;
    const merge = !known && began.kind === 'ok' && began.sequence < sequence;
    const memory = merge ? merged(this.data, began.memory, found.memory, stored) : { ...found.memory, latch: latched(stored.latch, found.memory.latch) };
    return { memory, sequence: found.sequence, reports: entry.reports, had: known ? stored.recorded : null };
  }

  private text(): string {
    try {
      return this.key === null ? '' : (this.env.storage?.getItem(this.key) ?? '');
    } catch {
      return '';
    }
  }

  private read(): Entry | null {
    try {
      const text = this.text();
      this.full = text !== '';
      const entry = text.slice(text.indexOf(' ') + 1);
      return text === sealed(entry) ? (JSON.parse(entry) as Entry) : null;
    } catch {
      return null;
    }
  }

  private note(): void {
    const entry: Entry = { at: this.at, state: this.state, base: this.sure, ours: this.ours, said: this.said, reports: this.reports() };
    this.write(sealed(JSON.stringify(entry)));
  }

  private write(text: string): void {
    try {
      if (this.key !== null) this.env.storage?.setItem(this.key, text);
    } catch {
      // A browser that keeps nothing: the LMS alone does.
      this.refused = true;
    }
  }
}

/** What is not as it was written is not read. */
function sealed(entry: string): string {
  return `${hash(FORMAT + entry)} ${entry}`;
}

/** FNV-1a: the learner's name does not stand in the browser. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value >>> 0).toString(36);
}
