/** Brings the learner's work to the State document, and takes up what an earlier page could not bring. */

import { joined } from '../../core/copies';
import type { PlayerData } from '../../data';
import type { Batch, Outcome } from '../lms';
import type { Copy, Held, Work } from './copy';
import type { Kept, StateDocument } from './document';
import type { Queue } from './queue';
import type { Said } from './rules';

export interface Parts {
  readonly data: PlayerData;
  readonly document: StateDocument;
  readonly copy: Copy;
  readonly queue: Queue;
  readonly said: Said;
  /** Tells this page load from all others. */
  readonly by: string;
}

const NOTHING: Held = { state: '', location: '', by: '', base: '' };

export class Keeper {
  private work: Work = { state: '', location: '', by: '' };
  /** What was begun with though nobody could read what the store has; null: it was read. */
  private blind: string | null = null;
  /** Page loads whose states are in ours: of the copy's only while nothing was read. */
  private ours: readonly string[] = [];
  private other: (state: string) => void = () => undefined;

  constructor(private readonly parts: Parts) {}

  /** What the launch begins with; `there` is null when the store could not be read. */
  begin(there: Kept | null): Pick<Work, 'state' | 'location'> {
    const { copy, by } = this.parts;
    const all = copy.read();
    const found = there === null ? null : this.whole(there);
    const helds = all.filter(({ by: page }) => there?.late?.some((one) => one.by === page) !== true);
    const [held = NOTHING] = helds;
    const start = found ?? held;
    const state = helds.slice(found === null ? 1 : 0).reduce((text, one) => this.taken(one, text, start), start.state);
    const same = state === found?.state;
    this.blind = found === null ? state : null;
    this.ours = [by, ...(found === null ? helds.map((one) => one.by).filter((one) => one !== '') : [])];
    this.work = { state, location: same ? found.location : held.location, by: (same && found.by) || by };
    copy.base = found?.state ?? held.base;
    copy.keep(this.work);
    return this.work;
  }

  /** Before it is put: a page may die at any time. */
  note(state: () => string): void {
    this.parts.copy.keep({ ...this.work, state: state(), by: this.parts.by });
  }

  /** A place without new work is in no hurry, and the state tells it too. */
  take({ state = this.work.state, location = this.work.location }: Batch): void {
    if (state === this.work.state) return;
    this.work = { state, location, by: this.parts.by };
    this.parts.copy.keep(this.work);
  }

  async store(): Promise<Outcome> {
    const written = await this.write();
    return written === 'conflict' ? this.join() : written;
  }

  /** Without waiting; whether the store surely has it already. */
  last(): boolean {
    return this.parts.document.last(this.kept(), this.parts.copy.base);
  }

  onOther(listener: (state: string) => void): void {
    this.other = listener;
  }

  /** Of the copy what the store does not have; what it has of the same page load came on the way there. */
  private taken(held: Held, text: string, start: Work): string {
    if (text === held.base || (text === start.state && start.by !== '' && start.by === held.by)) return held.state;
    return joined(this.parts.data, held.base, held.state, text);
  }

  private async join(): Promise<Outcome> {
    const { document, copy, said, data } = this.parts;
    const read = await document.read();
    if (read === null) return 'failed';
    const theirs = this.whole(read);
    const { kept } = said;
    const best = Math.max(kept.best ?? -1, theirs.best ?? -1);
    said.kept = { passed: kept.passed || theirs.passed, completed: kept.completed || theirs.completed, best: best < 0 ? null : best };
    const { blind, ours } = this;
    this.blind = null;
    this.ours = [this.parts.by];
    if (['', this.work.state, copy.base].includes(theirs.state) || ours.includes(theirs.by)) return this.write();
    const state = blind === null ? theirs.state : joined(data, copy.base, blind, theirs.state);
    // What is on its way holds theirs too: whoever quits meanwhile puts nothing after it.
    this.work = { ...this.work, state: joined(data, copy.base, this.work.state, theirs.state), by: this.parts.by };
    this.sure(theirs.state);
    this.other(state);
    return 'conflict';
  }

  /** With what pages that are gone sent beside it; of the page that wrote it last, that comes after. */
  private whole(kept: Kept): Kept {
    const { data, copy } = this.parts;
    const { late = [], by } = kept;
    copy.took(late.map((one) => one.by));
    const state = late.reduce((text, one) => (one.by === by ? one.state : joined(data, one.base, one.state, text)), kept.state);
    return { ...kept, state, by: late.every((one) => one.by === by) ? by : '' };
  }

  private async write(): Promise<Outcome> {
    const { state } = this.work;
    const written = await this.parts.document.write(this.kept());
    if (written === 'ok' && !this.parts.document.vain) this.sure(state);
    return written;
  }

  private sure(state: string): void {
    this.parts.copy.base = state;
    this.parts.copy.keep(this.work);
  }

  /** Of what is said once a registration, only what the store surely heard. */
  private kept(): Kept {
    const { said, queue } = this.parts;
    const { passed, completed, best } = said.kept;
    const waiting = queue.waiting(['passed', 'completed']);
    return { ...this.work, passed: passed && !('passed' in waiting), completed: completed && !('completed' in waiting), best, ...(Object.keys(waiting).length === 0 ? {} : { waiting }) };
  }
}
