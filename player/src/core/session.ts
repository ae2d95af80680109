/** Holds a learner's session: applies events, tells views, reports and stores what changed. */

import type { GradedQuestion, PlayerData } from '../data';
import type { Batch, Ending, Lms, Trouble } from '../lms/lms';
import { Activity } from './activity';
import { decode } from './codec/codec';
import type { Begin, Guardable } from './guarded';
import { untold } from './happenings';
import { Journal } from './journal';
import { moduleOf } from './launched';
import { Listeners } from './listeners';
import { load } from './load';
import { Log } from './log';
import { reviewed, shownBy } from './looking';
import { isHeld, noticeOf } from './notices';
import type { Memory } from './memory';
import { merged } from './merge';
import type { Module } from './module';
import { Outgoing } from './outgoing';
import { reduce } from './reduce';
import { Saver } from './saver';
import { snapshots } from './snapshot';
import { Story } from './story';
import type { Env, Event, Launch, Notice, SaveStatus, Session, State } from './types';

/** Opens the LMS and takes up the learner's work; never rejects. `begin` opens the session in its stead. */
export async function createSession(data: PlayerData, graded: readonly GradedQuestion[], lms: Lms, env: Env, begin?: Begin): Promise<Session> {
  const troubles: Trouble[] = [];
  const hear = { tell: (trouble: Trouble): void => { troubles.push(trouble); } };
  lms.onTrouble((trouble) => { hear.tell(trouble); });
  const launch = await lms.start();
  const loaded = load(shownBy(launch, data), launch);
  const session = new Live(moduleOf(data, graded, launch, loaded.memory), launch, lms, env, loaded);
  troubles.forEach((trouble) => { session.trouble(trouble); });
  hear.tell = (trouble) => { session.trouble(trouble); };
  lms.onOther?.((state) => { session.other(state); });
  if (begin !== undefined) return begin(session, env);
  session.open();
  return session;
}

class Live implements Guardable {
  private memory: Memory;
  private notices: readonly Notice[];
  private readonly log = new Log();
  private snapshot: State;
  private readonly snapshotOf: ReturnType<typeof snapshots>;
  private readonly listeners: Listeners;
  readonly saver: Saver;
  readonly activity: Activity;
  private readonly story: Story;
  readonly journal: Journal;
  readonly outgoing: Outgoing;
  private readonly loaded: Memory;

  constructor(
    private readonly module: Module,
    readonly launch: Launch,
    lms: Lms,
    private readonly env: Env,
    loaded: ReturnType<typeof load>,
  ) {
    this.memory = this.loaded = reviewed(launch, loaded.memory);
    this.notices = loaded.notices;
    this.snapshotOf = snapshots(module);
    this.listeners = new Listeners(env);
    this.activity = new Activity(env, module.data.time);
    lms.timed?.(() => this.activity.spent());
    this.story = new Story(module, launch, lms, env, this.log, this.activity);
    this.journal = new Journal(module.data, launch, env, () => this.log.open());
    this.outgoing = new Outgoing(module, launch, this.log, this.journal, this.memory, loaded.sequence, isHeld(loaded.notices), lms);
    if (this.journal.open(this.memory, loaded.sequence)) this.notices = [{ kind: 'unsent', detail: '' }, ...this.notices];
    this.snapshot = this.snapshotOf(this.memory, this.notices);
    this.saver = new Saver(lms, env, launch, { batch: () => this.batch(), held: () => this.outgoing.isHeld(), stored: (all) => { this.outgoing.stored(all); }, proved: () => { if (!this.saver.faults.areFinal()) this.outgoing.proved(); }, kept: () => this.journal.keeps(), holds: () => this.journal.holds() }, () => { this.listeners.tell(); });
  }

  get data(): PlayerData {
    return this.module.data;
  }

  state(): State {
    return this.snapshot;
  }

  save(): SaveStatus {
    return this.saver.status();
  }

  subscribe(listener: () => void): () => void {
    return this.listeners.add(listener);
  }

  /** Stores at once that the module is open: some LMSs complete what is left « not attempted ». */
  open(): void {
    this.log.tell(untold(this.module, this.memory, this.launch, this.env.now()));
    this.saver.touch();
    this.saver.flush('change');
  }

  dispatch(event: Event): void {
    const before = this.memory;
    this.activity.moved();
    if (event.type === 'dismiss' && event.kind === 'unsent') this.journal.offer = null;
    if (event.type === 'dismiss') this.notices = this.notices.filter((notice) => notice.kind !== event.kind);
    const seed = event.type === 'start' ? this.env.seed() : 0;
    this.memory = reduce(this.module, before, event, seed);
    if (this.memory !== before) this.follow(before, event);
    this.show();
  }

  recover(): void {
    const { offer } = this.journal;
    if (offer === null) return;
    this.outgoing.reach(offer.sequence);
    const { recorded } = this.story.takeUp(this.memory, offer.reports, offer.had);
    this.memory = { ...merged(this.module.data, this.loaded, this.memory, offer.memory), recorded };
    this.saver.touch();
    this.dispatch({ type: 'dismiss', kind: 'unsent' });
    this.outgoing.note(this.memory);
    this.saver.flush('submit');
  }

  anew(): void {
    if (!this.outgoing.isHeld()) return;
    this.outgoing.release();
    this.saver.touch();
    this.dispatch({ type: 'dismiss', kind: 'foreign' });
    this.outgoing.note(this.memory);
    this.saver.flush('submit');
  }

  hidden(): void {
    this.saver.flush('hidden');
  }

  online(): void {
    this.saver.online();
  }

  end(why: Ending): void {
    if (!this.saver.isEnded()) this.story.leavePage(this.memory);
    this.saver.end(why);
  }

  quit(): Promise<void> {
    if (!this.saver.isEnded()) this.story.leavePage(this.memory);
    return this.saver.quit();
  }

  /** Another tab stored its own state: both are kept. */
  other(state: string, since = this.outgoing.base): void {
    const theirs = decode(this.module.data, state);
    if (theirs.kind !== 'ok') return;
    this.outgoing.reach(theirs.sequence);
    this.memory = merged(this.module.data, since, this.memory, theirs.memory);
    this.outgoing.base = theirs.memory;
    this.snapshot = this.snapshotOf(this.memory, this.notices);
  }

  /** What another tab had, which began with what this one found. */
  adopt(state: string): void {
    this.other(state, this.loaded);
    this.saver.touch();
    this.saver.flush('submit');
    this.show();
  }

  trouble(trouble: Trouble): void {
    this.saver.trouble(trouble);
    const notice = noticeOf(trouble, this.launch);
    const told = notice === null || this.notices.some((known) => known.kind === notice.kind);
    if (!told) this.notices = [...this.notices, notice];
    this.show();
  }

  /** What a change asks for: records, and storing soon or now. */
  private follow(before: Memory, event: Event): void {
    this.memory = this.story.record(before, this.memory, event);
    const calm = this.saver.isCalm();
    this.saver.touch();
    this.outgoing.note(this.memory);
    if (event.type === 'submit' || this.memory.latch !== before.latch) this.saver.flush('submit');
    else if (event.type === 'go' && calm) this.saver.flush('change');
  }

  private batch(): Batch {
    return this.outgoing.batch(this.memory, this.saver.isDirty(), this.activity.spent() / 1000);
  }

  show(): void {
    this.snapshot = this.snapshotOf(this.memory, this.notices);
    this.listeners.tell();
  }
}
