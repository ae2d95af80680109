/** Holds a learner's session: applies events, tells views, reports and stores what changed. */

import type { GradedQuestion, PlayerData } from '../data';
import type { Batch, Lms, Trouble } from '../lms/lms';
import { encode } from './codec/codec';
import { load, locationOf } from './load';
import { MOST } from './memory';
import type { Memory } from './memory';
import type { Module } from './module';
import { nextRecord, recordsOf } from './reports';
import type { Reports } from './reports';
import { reduce } from './reduce';
import { Saver } from './saver';
import { scoreOf, snapshots } from './snapshot';
import type { Env, Event, Launch, Notice, SaveStatus, Session, State } from './types';

/** Opens the LMS and takes up the learner's work; never rejects. */
export async function createSession(data: PlayerData, graded: readonly GradedQuestion[], lms: Lms, env: Env): Promise<Session> {
  const troubles: Trouble[] = [];
  const hear = { tell: (trouble: Trouble): void => { troubles.push(trouble); } };
  lms.onTrouble((trouble) => { hear.tell(trouble); });
  const launch = await lms.start();
  const module: Module = { data, graded: new Map(graded.map((question) => [question.id, question])), pass: launch.pass ?? data.assessment?.pass ?? 0, mastery: launch.pass !== null };
  const session = new Live(module, launch, lms, env);
  troubles.forEach((trouble) => { session.trouble(trouble); });
  hear.tell = (trouble) => { session.trouble(trouble); };
  session.open();
  return session;
}

class Live implements Session {
  private memory: Memory;
  private notices: readonly Notice[];
  private sequence: number;
  private packed = '';
  private reports: Reports = { interactions: [], objectives: [] };
  private sent = 0;
  private opening = true;
  private counted = false;
  private snapshot: State;
  private readonly snapshotOf: ReturnType<typeof snapshots>;
  private readonly listeners = new Set<() => void>();
  private readonly saver: Saver;
  private readonly started: number;
  private shownSince: number;

  constructor(
    private readonly module: Module,
    readonly launch: Launch,
    private readonly lms: Lms,
    private readonly env: Env,
  ) {
    const loaded = load(module.data, launch);
    this.memory = loaded.memory;
    this.notices = loaded.notices;
    this.sequence = loaded.sequence;
    this.snapshotOf = snapshots(module);
    this.snapshot = this.snapshotOf(this.memory, this.notices);
    this.started = this.shownSince = env.now();
    this.saver = new Saver(lms, env, launch, { batch: () => this.batch(), stored: () => { this.confirm(); } }, () => { this.tell(); });
  }

  state(): State {
    return this.snapshot;
  }

  save(): SaveStatus {
    return this.saver.status();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => { this.listeners.delete(listener); };
  }

  /** Stores at once that the module is open: some LMSs complete what is left « not attempted ». */
  open(): void {
    this.saver.touch();
    this.saver.flush('change');
  }

  dispatch(event: Event): void {
    const before = this.memory;
    if (event.type === 'dismiss') this.notices = this.notices.filter((notice) => notice.kind !== event.kind);
    const seed = event.type === 'start' ? this.env.seed() : 0;
    this.memory = reduce(this.module, before, event, seed);
    if (this.memory !== before) this.follow(before, event);
    this.snapshot = this.snapshotOf(this.memory, this.notices);
    this.tell();
  }

  hidden(): void {
    this.saver.flush('hidden');
  }

  end(why: 'pagehide' | 'button'): void {
    this.saver.end(why);
  }

  trouble(trouble: Trouble): void {
    this.saver.trouble(trouble);
    const told = this.notices.some((notice) => notice.kind === 'refused');
    if (trouble.kind === 'refused' && !told) this.notices = [...this.notices, { kind: 'refused', detail: trouble.call }];
    this.snapshot = this.snapshotOf(this.memory, this.notices);
    this.tell();
  }

  /** What a change asks for: records, and storing soon or now. */
  private follow(before: Memory, event: Event): void {
    this.record(before, event);
    if (event.type === 'go' || event.type === 'question' || event.type === 'start') this.shownSince = this.env.now();
    const calm = this.saver.isCalm();
    this.saver.touch();
    if (event.type === 'submit' || this.memory.latch !== before.latch) this.saver.flush('submit');
    else if (event.type === 'go' && calm) this.saver.flush('change');
  }

  private record(before: Memory, event: Event): void {
    const made = recordsOf(this.module, before, this.memory, event, { at: this.env.now(), took: this.env.now() - this.shownSince });
    if (this.launch.caps.objectives && made.objectives.length > 0) this.reports = { ...this.reports, objectives: made.objectives };
    if (!this.launch.caps.interactions || !this.launch.credit || made.interactions.length === 0) return;
    const first = nextRecord(this.memory.recorded, this.counted ? null : this.lms.recorded());
    this.counted = true;
    const fitting = made.interactions.slice(0, Math.max(0, MOST.recorded - first));
    const numbered = fitting.map((record, i) => ({ index: first + i, record }));
    this.reports = { ...this.reports, interactions: [...this.reports.interactions, ...numbered] };
    this.memory = { ...this.memory, recorded: first + numbered.length };
  }

  private batch(): Batch {
    const { data } = this.module;
    if (this.opening) return this.openingPart();
    if (this.saver.isDirty()) {
      this.sequence += 1;
      this.packed = encode(data, this.memory, this.sequence);
    }
    this.sent = this.reports.interactions.length;
    const seconds = Math.max(0, this.env.now() - this.started) / 1000;
    const kept: Batch = { location: locationOf(data, this.memory), seconds, ...(this.packed === '' ? {} : { state: this.packed }) };
    return this.launch.credit ? { ...kept, ...this.gradedPart() } : kept;
  }

  /** Only what a crash must find; the rest is as the LMS gave it. */
  private openingPart(): Batch {
    this.opening = false;
    const unknown = this.launch.priorStatus === 'none' && this.memory.latch === 'incomplete';
    return unknown && this.launch.credit ? { completion: 'incomplete', success: 'unknown' } : {};
  }

  /** What no-credit leaves out. */
  private gradedPart(): Batch {
    const score = scoreOf(this.module, this.memory);
    const { latch } = this.memory;
    return {
      ...this.reports,
      ...(score === null ? {} : { score }),
      completion: latch === 'incomplete' ? 'incomplete' : 'completed',
      success: latch === 'passed' || latch === 'failed' ? latch : 'unknown',
    };
  }

  private confirm(): void {
    this.reports = { interactions: this.reports.interactions.slice(this.sent), objectives: this.reports.objectives };
  }

  private tell(): void {
    this.listeners.forEach((listener) => { listener(); });
  }
}
