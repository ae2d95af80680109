/**
 * Asks the module's own server whether it is there: where the LMS's page can say « stored » of what
 * never left, only this tells. Where it was never reached, as in an app offline, it says nothing.
 */

import type { Lms, Outcome } from '../lms/lms';
import { Alarm } from './alarm';
import type { Env, Launch } from './types';

const EVERY = 30000;
const PATIENCE = 10000;
/** Before a failed request is believed: a page that is being left hears of its own dropped requests before its end. */
const PAUSE = 500;
/** What `ping.txt` holds: a page of login is no answer. */
const BODY = 'filiere-ok';

export interface Hears {
  /** What was said to be stored may not be. */
  away(): void;
  back(): void;
  /** What was said to be stored is, as far as anybody can tell. */
  proved(): void;
}

export class Proof {
  private away = false;
  private ever = false;
  private last = -Infinity;
  private readonly alarm: Alarm;
  /** Times that something was said to be stored, and how many of them are proved. */
  private said = 0;
  private proved = 0;
  private over = false;

  constructor(
    private readonly lms: Lms,
    private readonly launch: Launch,
    private readonly env: Env,
    private readonly hears: Hears,
  ) {
    this.alarm = new Alarm(env);
  }

  isAway(): boolean {
    return this.away;
  }

  /** Whether something was said to be stored and is not proved. */
  isOpen(): boolean {
    return this.said > this.proved;
  }

  /** Whether it ever had an answer. */
  isUseful(): boolean {
    return this.ever;
  }

  /** Something was said to be stored: it is proved soon, or at once. */
  stored(at: 'soon' | 'once'): void {
    this.said += 1;
    if (!this.canAsk()) this.prove();
    else if (at === 'once') void this.check();
    else this.later(this.last + EVERY - this.env.passed());
  }

  /** Nothing was stored yet: whether the server answers at all is to be known before it matters. */
  meet(): void {
    if (this.canAsk() && this.last === -Infinity) void this.ask();
  }

  /** The same at the end of the session, when nothing can be proved any more. */
  tell(): void {
    this.said += 1;
    if (!this.canAsk()) this.proved = this.said;
  }

  /** Forgets that anything was proved. */
  doubt(): void {
    this.lms.doubt?.();
    this.proved = this.said;
  }

  /** The session is closed: an answer that is under way says nothing of what was stored since it was asked for. */
  stop(): void {
    this.over = true;
    this.alarm.stop();
  }

  /** It was not closed after all. */
  goOn(): void {
    this.over = false;
  }

  async check(): Promise<void> {
    const { said } = this;
    this.alarm.stop();
    const there = await this.ask();
    if (this.over) return;
    if (there === false) this.lose();
    else if (this.away) this.find();
    else if (there === null) return;
    else if (said === this.said) this.prove();
    else this.later(EVERY);
  }

  /** null: nobody can say. */
  async ask(): Promise<boolean | null> {
    if (this.env.fetchText === undefined) return null;
    this.last = this.env.passed();
    const there = (await this.read()) === BODY;
    this.ever ||= there;
    return there || (this.ever ? false : null);
  }

  /** At the learner's wish: stores, proves it and takes leave, whose answer adds nothing. */
  async leave(): Promise<Outcome> {
    const said = await this.lms.flush('submit');
    if (said !== 'ok') return said;
    this.said += 1;
    const there = await this.ask();
    if (there === false) {
      this.doubt();
      return 'unsure';
    }
    if (there === true) this.prove();
    await this.lms.quit();
    return 'ok';
  }

  private canAsk(): boolean {
    return this.launch.caps.blind === true && this.env.fetchText !== undefined;
  }

  private later(milliseconds: number): void {
    if (!this.alarm.isSet()) this.alarm.set(milliseconds, () => { void this.check(); });
  }

  private read(): Promise<string> {
    return new Promise((resolve) => {
      const late = this.env.setTimer(() => { resolve(''); }, PATIENCE);
      const done = (text: string): void => {
        this.env.clearTimer(late);
        resolve(text);
      };
      this.fetch().catch(() => this.fetchAgain()).then(done, () => { done(''); });
    });
  }

  private fetch(): Promise<string> {
    return this.env.fetchText?.(`ping.txt?${String(this.env.now())}`) ?? Promise.resolve('');
  }

  private async fetchAgain(): Promise<string> {
    await new Promise<void>((resolve) => { this.env.setTimer(resolve, PAUSE); });
    return this.over ? '' : this.fetch();
  }

  private lose(): void {
    this.away = true;
    this.doubt();
    this.hears.away();
  }

  private find(): void {
    this.away = false;
    this.hears.back();
  }

  private prove(): void {
    this.lms.prove?.();
    this.proved = this.said;
    this.hears.proved();
  }
}
