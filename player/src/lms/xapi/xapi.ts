/** Speaks xAPI to a record store, launched by Tin Can or cmi5: statements, State, closing; no policy. */

import type { Env, Launch } from '../../core/types';
import type { Batch, Ending, Happening, Interaction, Lms, Outcome, Trouble } from '../lms';
import { NOTHING_KEPT } from './document';
import { Refused } from './entry';
import type { Web } from './http';
import type { Address } from './launch';
import { hostOf } from './launch';
import { settle } from './left';
import { open } from './opening';
import type { Content, Opened } from './opening';
import { answered, grouped } from './statements';
import type { Draft } from './statements';

export class Xapi implements Lms {
  private opened: Opened | null = null;
  /** Numbers of the last happening and the last answer that were taken in. */
  private last = { happening: 0, answer: -1 };
  /** One request of ours at a time. */
  private tail: Promise<unknown> = Promise.resolve();
  private listener: (trouble: Trouble) => void = () => undefined;
  private other: (state: string) => void = () => undefined;

  constructor(
    private readonly address: Address,
    private readonly content: Content,
    private readonly web: Web,
    private readonly env: Env,
  ) {}

  /** Whether anything can be recorded; `start` needs it. */
  async find(): Promise<boolean> {
    const tell = (trouble: Trouble): void => { this.listener(trouble); };
    const opened = await open(this.address, this.content, { env: this.env, web: this.web, tell });
    if (opened instanceof Refused) tell(opened.trouble);
    else (this.opened = opened).keeper.onOther((state) => { this.other(state); });
    return this.opened !== null;
  }

  async start(): Promise<Launch> {
    if (this.opened === null) await this.find();
    const kept = this.opened?.kept ?? NOTHING_KEPT;
    const mode = this.opened?.entry.mode ?? 'normal';
    const closed = this.opened?.said.marks.terminated === true;
    this.queue(this.opened?.rules.opened(this.env.now(), kept.state !== '') ?? []);
    // Nothing else is ever stored then, so nobody will ask for it.
    if (mode !== 'normal') void this.turn(() => this.store());
    const mastery = this.opened?.entry.mastery ?? null;
    return {
      kind: this.address.standard,
      host: hostOf(this.address.endpoint),
      mode,
      reveals: mode !== 'normal',
      muted: this.opened?.entry.muted === true,
      credit: true,
      learner: null,
      pass: mastery === null ? null : Math.round(mastery * 1e6) / 1e4,
      state: kept.state,
      location: kept.location,
      priorStatus: kept.completed ? 'completed' : kept.state === '' ? 'none' : 'incomplete',
      exit: { url: this.opened?.entry.returnUrl ?? null },
      reported: { passed: kept.passed, completed: kept.completed },
      closed,
      caps: { interactions: true, objectives: false, keeps: this.opened !== null },
    };
  }

  /** Durations are the learner's time; a reload goes on counting. */
  timed(spent: () => number): void {
    const { opened } = this;
    if (opened !== null) opened.said.spent = () => opened.entry.marks.spent + spent();
  }

  /** The store counts nothing for us. */
  recorded(): number | null {
    return null;
  }

  /** What the learner does now waits in this browser at once: a page may die at any time. */
  note(state: () => string, told: Batch): void {
    if (this.opened?.entry.mode !== 'normal') return;
    this.opened.keeper.note(state);
    this.put(told);
  }

  put(batch: Batch): void {
    const { opened } = this;
    if (opened === null) return;
    opened.keeper.take(batch);
    const answers = this.newAnswers(batch);
    const happened = this.newHappenings(batch);
    const given = grouped(answers).flatMap((records) => answered(records, opened.activities) ?? []);
    // A session that was closed before a reload takes no statement more: answers wait for the next one.
    if (opened.said.marks.terminated) {
      const left = opened.queue.leave(given.map((draft) => opened.statements.of(draft)));
      if (!left && given.length > 0) this.listener({ call: 'statements', code: '', text: '', kind: 'refused' });
      return;
    }
    const told = happened.flatMap((happening) => opened.rules.happened(happening));
    // In one instant a page is left before an answer is given, and an answer comes before what follows from it.
    const isPage = ({ verb }: Draft): boolean => verb === 'experienced';
    const all = [...told.filter(isPage), ...given, ...told.filter((draft) => !isPage(draft))];
    this.queue(all.sort((a, b) => a.at - b.at));
  }

  flush(): Promise<Outcome> {
    return this.turn(() => this.store());
  }

  end(why: Ending): Outcome {
    const { opened } = this;
    if (opened === null) return 'failed';
    // cmi5 8.1.2: the token dies with the session. Work that may not have come yet leaves it open: its LMS says « abandoned ».
    const stored = opened.entry.mode !== 'normal' || opened.keeper.last();
    if (why === 'reload') this.mark(opened);
    else this.close(stored && opened.sender.isSure());
    opened.sender.last();
    return 'unsure';
  }

  /** Everything else is stored before the session is said to be over. */
  quit(): Promise<Outcome> {
    return this.turn(async () => {
      const terminated = this.opened?.said.marks.terminated === true;
      const stored = terminated ? 'ok' : await this.store();
      if (stored !== 'ok' || this.opened === null) return stored;
      this.close(true);
      return this.opened.sender.drain();
    });
  }

  onTrouble(listener: (trouble: Trouble) => void): void {
    this.listener = listener;
  }

  onOther(listener: (state: string) => void): void {
    this.other = listener;
  }

  /** Statements first: State then says of them only what is stored. */
  private async store(): Promise<Outcome> {
    const { opened } = this;
    if (opened === null) return 'failed';
    const sent = await this.send(opened);
    const kept = opened.entry.mode === 'normal' ? await this.keep(opened) : 'ok';
    return sent === 'failed' && kept === 'ok' ? 'failed' : kept;
  }

  /** The token lives: what it was refused before is known already, and State may say so. */
  private async keep({ keeper, sender }: Opened): Promise<Outcome> {
    const kept = await keeper.store();
    return kept === 'ok' && sender.isKnown() ? keeper.store() : kept;
  }

  /** Our own first, then what other sessions left, while this one lasts. */
  private async send(opened: Opened): Promise<'ok' | 'failed'> {
    const { sender, queue, entry, said, statements, activities } = opened;
    const sent = await sender.drain();
    this.mark(opened);
    if (sent === 'failed' || queue.left().length === 0 || said.marks.terminated || entry.mode !== 'normal') return sent;
    const settled = await settle({ client: entry.client, queue, statements, activities, tell: (trouble) => { this.listener(trouble); } });
    return settled === 'ok' ? sender.drain() : settled;
  }

  private close(sure: boolean): void {
    this.queue(this.opened?.rules.closed(this.env.now(), sure) ?? []);
  }

  private queue(drafts: readonly Draft[]): void {
    const { opened } = this;
    if (opened === null) return;
    opened.queue.add(drafts.map((draft) => opened.statements.of(draft)));
    this.mark(opened);
  }

  /** A session whose beginning nobody heard of begins again with its page. */
  private mark({ entry, said, queue }: Opened): void {
    const initialized = said.marks.initialized && !queue.holds('initialized');
    entry.tab.write(JSON.stringify({ ...said.marks, initialized, spent: said.spent() }));
  }

  private newAnswers({ interactions = [] }: Batch): Interaction[] {
    const found = interactions.filter(({ index }) => index > this.last.answer);
    this.last.answer = found[found.length - 1]?.index ?? this.last.answer;
    return found.map(({ record }) => record);
  }

  private newHappenings({ happenings = [] }: Batch): Happening[] {
    const found = happenings.filter(({ n }) => n > this.last.happening);
    this.last.happening = found[found.length - 1]?.n ?? this.last.happening;
    return found;
  }

  private turn<T>(run: () => Promise<T>): Promise<T> {
    const next = this.tail.then(run, run);
    this.tail = next;
    return next;
  }
}
