/** Speaks SCORM 1.2: order and form of every value, returns and errors of every call; no policy. */

import type { Env, Launch } from '../core/types';
import { Calls, GONE, isTrue, NOT_OPEN } from './calls';
import { elementsOf } from './elements';
import type { Batch, Lms, Outcome, Trouble } from './lms';
import { NOT_IMPLEMENTED, Parts } from './parts';
import { Patience } from './patience';
import { ordered, placeholder } from './placeholders';
import { launchOf } from './reading';

/** Already open: the page was reloaded, or another part of it opened the session. */
const RUNNING = ['101', '103'];
const STATE = 'cmi.suspend_data';
const SCORE = 'cmi.core.score.raw';
const STATUS = 'cmi.core.lesson_status';

export class Scorm12 implements Lms {
  private readonly calls: Calls;
  private finished = false;
  /** A value could not be handed over since the last commit. */
  private broken = false;
  /** Set since the last commit; said to be stored; said so and not proved; maybe taken for sent and lost; refused as they are. */
  private readonly pending = new Map<string, string>();
  private readonly confirmed = new Map<string, string>();
  private readonly unproved = new Set<string>();
  private readonly doubted = new Map<string, string>();
  private readonly refused = new Map<string, string>();
  private readonly patience = new Patience();
  private spare: Batch['spare'];
  private readonly parts: Parts;

  constructor(
    own: unknown,
    private readonly env: Env,
  ) {
    this.calls = new Calls(own);
    this.parts = new Parts(this.calls);
  }

  /** Whether there is an API; `start` needs one. */
  find(): Promise<boolean> {
    return this.calls.find(this.env);
  }

  start(): Promise<Launch> {
    const opened = this.calls.call('LMSInitialize', '');
    if (!isTrue(opened)) this.judgeOpening();
    const launch = launchOf((element) => this.calls.get(element));
    const { state, location, priorStatus } = launch;
    this.remember({ [STATE]: state, 'cmi.core.lesson_location': location, [STATUS]: priorStatus === 'none' ? '' : priorStatus });
    return Promise.resolve(launch);
  }

  recorded(): number | null {
    const count = this.calls.get('cmi.interactions._count').trim();
    return /^\d+$/u.test(count) ? Number(count) : null;
  }

  /** While something is in doubt, stand-ins go first: the real values follow them when they are stored. */
  put(batch: Batch): void {
    if (this.finished) return;
    this.spare = batch.spare;
    const values = elementsOf(batch, this.env);
    if (this.doubted.size === 0) values.forEach(([element, value]) => { this.set(element, value); });
    else this.standIn(new Map(values));
  }

  flush(): Promise<Outcome> {
    return Promise.resolve(this.finished ? 'failed' : this.stored('LMSCommit'));
  }

  end(): Outcome {
    if (this.finished) return 'ok';
    this.finished = true;
    return this.stored('LMSFinish');
  }

  quit(): Promise<Outcome> {
    return Promise.resolve(this.end());
  }

  onTrouble(listener: (trouble: Trouble) => void): void {
    this.calls.onTrouble(listener);
  }

  /** What was said to be stored since the last proof may have been lost on its way. */
  doubt(): void {
    for (const element of this.unproved) {
      const value = this.confirmed.get(element);
      if (value !== undefined) this.doubted.set(element, value);
      this.confirmed.delete(element);
    }
    this.unproved.clear();
  }

  prove(): void {
    this.unproved.clear();
  }

  private stored(method: 'LMSCommit' | 'LMSFinish'): Outcome {
    const first = this.doubted.size === 0 || this.commit('LMSCommit');
    // What is sent while a page goes may be lost whatever is answered: the farewell has everything, the state too.
    if (method === 'LMSFinish' && this.doubted.size > 0) this.standInForAll();
    if (method === 'LMSFinish' && this.doubted.size > 0 && this.spare !== undefined) this.doubted.set(STATE, this.spare());
    // The real ones even after a failure: the LMS may send by itself what it was given last.
    for (const [element, value] of ordered(this.doubted)) this.set(element, value);
    if (!first && method === 'LMSCommit') return this.judge(false);
    return this.judge(this.commit(method));
  }

  /** New values went with the stand-ins of others: with stand-ins for them too, the farewell differs from all that was sent. */
  private standInForAll(): void {
    if (Array.from(this.pending.keys()).every((element) => this.doubted.has(element))) return;
    this.judge(false);
    this.standIn(new Map());
    this.commit('LMSCommit');
  }

  private commit(method: 'LMSCommit' | 'LMSFinish'): boolean {
    const answer = this.calls.call(method, '');
    const done = isTrue(answer) && !this.broken;
    this.broken = false;
    // That nobody answered has been told: the LMS refused nothing.
    if (!done && answer !== GONE) this.calls.tell(method, 'failed');
    return done;
  }

  private judge(done: boolean): Outcome {
    for (const [element, value] of this.pending) {
      if (done) {
        this.confirmed.set(element, value);
        this.unproved.add(element);
      } else {
        this.confirmed.delete(element);
        this.doubted.set(element, value);
      }
    }
    this.pending.clear();
    if (done) this.doubted.clear();
    return done ? 'ok' : 'failed';
  }

  /** Values that are new are set as they are; what is in doubt becomes another value first. */
  private standIn(values: ReadonlyMap<string, string>): void {
    const doubted = new Map([...this.doubted, ...Array.from(values).filter(([element]) => this.doubted.has(element))]);
    // A score asks for its status again.
    if (doubted.has(SCORE)) Array.from(values).filter(([element]) => element === STATUS).forEach(([element, value]) => { doubted.set(element, value); });
    for (const [element, value] of ordered(new Map([...doubted, ...values]))) {
      const other = doubted.has(element) ? placeholder(element, value) : null;
      if (other === null) this.set(element, value);
      else if (this.calls.call('LMSSetValue', element, other) === GONE) this.broken = true;
    }
    doubted.forEach((value, element) => { this.doubted.set(element, value); });
  }

  /** An LMS may keep what is there: only what differs is set. */
  private set(element: string, value: string): void {
    if ((this.pending.get(element) ?? this.confirmed.get(element)) === value) return;
    if (this.refused.get(element) === value || this.parts.lacks(element)) return;
    const answer = this.calls.call('LMSSetValue', element, value);
    if (answer === GONE) {
      this.broken = true;
      return;
    }
    const code = isTrue(answer) ? '0' : this.calls.lastError();
    // Some LMSs say false though it worked; the error code tells.
    if (code === '0') this.take(element, value);
    else if (code === NOT_IMPLEMENTED) this.parts.drop(element);
    else {
      const passing = this.patience.has(element, code);
      if (code === NOT_OPEN || passing) this.broken = true;
      else this.refused.set(element, value);
      if (!passing) this.calls.tell(`SetValue(${element})`, 'refused', code);
    }
  }

  /** A score that changes asks for its status again: some LMSs grade only when one comes. */
  private take(element: string, value: string): void {
    this.pending.set(element, value);
    this.patience.renew(element);
    if (this.refused.delete(element)) this.calls.tell(`SetValue(${element})`, 'known', '0');
    if (element !== SCORE) return;
    this.pending.delete(STATUS);
    this.confirmed.delete(STATUS);
  }

  private judgeOpening(): void {
    const code = this.calls.lastError();
    if (code !== '0' && !RUNNING.includes(code)) this.calls.tell('LMSInitialize', 'lost', code);
  }

  private remember(values: Record<string, string>): void {
    for (const [element, value] of Object.entries(values)) if (value !== '') this.confirmed.set(element, value);
  }
}
