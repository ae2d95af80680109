/** Turns a memory into what is handed to the LMS, and knows which of it is stored; stores nothing itself. */

import type { Batch, Lms } from '../lms/lms';
import { encode } from './codec/codec';
import type { Journal } from './journal';
import { locationOf } from './load';
import type { Log } from './log';
import type { Memory } from './memory';
import type { Module } from './module';
import { standing } from './snapshot';
import type { Launch } from './types';

export class Outgoing {
  private packed = '';
  private opening = true;
  /** What the LMS gave, and has: only looked at, it stays as it is there. */
  private given: Memory | null;
  /** What was last put. */
  private put: Memory;

  constructor(
    private readonly module: Module,
    private readonly launch: Launch,
    private readonly log: Log,
    private readonly journal: Journal,
    /** What is surely stored: changes of another tab are told from ours by it. */
    public base: Memory,
    private sequence: number,
    /** The LMS has a state that is not ours to replace: nothing but the time goes out. */
    private held: boolean,
    private readonly lms: Pick<Lms, 'note'>,
  ) {
    this.put = this.given = base;
  }

  /** Everything to store now; `fresh`: something of it is not stored yet. */
  batch(memory: Memory, fresh: boolean, seconds: number): Batch {
    if (this.held) return this.seen(seconds);
    if (this.opening) return this.first(memory);
    if (fresh && (this.packed !== '' || memory !== this.given)) this.pack(memory);
    this.put = memory;
    const kept: Batch = { happenings: this.log.happenings(), location: locationOf(this.module.data, memory), seconds, ...(this.packed === '' ? {} : { state: this.packed, spare: () => this.pack(memory) }) };
    return this.launch.credit ? { ...kept, ...this.log.records(), ...standing(this.module, memory) } : kept;
  }

  /** What the last batch held is said to be stored; `all`: and nothing has changed since. */
  stored(all: boolean): void {
    this.base = this.put;
    this.log.confirm();
    if (all) this.journal.store();
  }

  /** And it is. */
  proved(): void {
    this.log.prove();
    if (!this.held && this.packed !== '') this.journal.prove(this.packed);
  }

  /** Until it is surely stored, this browser has it too. */
  note(memory: Memory): void {
    if (this.held) return;
    const text = (): string => encode(this.module.data, memory, this.sequence + 1);
    this.journal.keep(text);
    this.lms.note?.(text, this.log.left());
  }

  isHeld(): boolean {
    return this.held;
  }

  /** The learner gives up what the LMS has. */
  release(): void {
    this.held = false;
    this.given = null;
  }

  /** The last text, for another tab: this browser has it too, if the LMS gives that tab an older one. */
  handOver(): string {
    if (this.packed !== '') this.journal.keep(() => this.packed);
    return this.packed;
  }

  /** A text with this number exists: the next one is later. */
  reach(sequence: number): void {
    this.sequence = Math.max(this.sequence, sequence);
  }

  private pack(memory: Memory): string {
    this.sequence += 1;
    return (this.packed = this.journal.put(encode(this.module.data, memory, this.sequence)));
  }

  private seen(seconds: number): Batch {
    this.opening = false;
    return { seconds };
  }

  /** That the module is open; and a state, where nobody else can tell a new attempt from work that was lost. */
  private first(memory: Memory): Batch {
    this.opening = false;
    const unknown = this.launch.priorStatus === 'none' && memory.latch === 'incomplete';
    const empty = this.launch.caps.blind === true && this.launch.state === '' && this.launch.priorStatus === 'none';
    const told: Batch = { happenings: this.log.happenings(), ...(empty ? { state: this.pack(memory) } : {}) };
    return unknown && this.launch.credit ? { ...told, completion: 'incomplete', success: 'unknown' } : told;
  }
}
