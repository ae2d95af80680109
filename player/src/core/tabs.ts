/** Lets one tab at a time work on a module: the one that was first, until the learner goes on in another. */

import { Alarm } from './alarm';
import type { Channel, Env, TabPlace } from './types';

/** Milliseconds that another tab gets to answer: a greeting, the wish to go on here, and to store what it has. */
const GREETING = 400;
const WISH = 5000;
const STORING = 30000;

/** What the work of this tab can do about it. */
export interface Work {
  /** It works here. */
  begin(): void;
  /** It works elsewhere: nothing is stored from here any more. */
  mute(): void;
  isTouched(): boolean;
  /** Hands over, `late` without storing; the state as text, null: it can't, what is here is nowhere else. */
  give(late: boolean): Promise<string | null>;
  /** What the other tab had. */
  adopt(state: string): void;
  changed(): void;
}

type Word = 'hello' | 'here' | 'take' | 'soon' | 'given' | 'refused';

interface Message {
  readonly is: Word;
  readonly from: number;
  /** 0: to all. */
  readonly to: number;
  /** Milliseconds of the clock, which tabs of one computer share. */
  readonly at: number;
  readonly state: string;
}

export class Tabs {
  place: TabPlace = 'asking';
  private readonly id: number;
  private readonly since: number;
  private readonly alarm: Alarm;
  private taken: () => void = () => undefined;
  /** Heard before it was known whether this tab works. */
  private wish: Message | null = null;

  constructor(
    private channel: Channel | null,
    private readonly env: Env,
    private readonly work: Work,
  ) {
    this.id = env.seed();
    this.since = env.now();
    this.alarm = new Alarm(env);
  }

  start(): void {
    this.channel?.listen((message) => { this.hear(message as Message); });
    this.say('hello');
    this.alarm.set(GREETING, () => { this.hurry(); });
  }

  /** There is no time left to wait for an answer. */
  hurry(): void {
    if (this.place === 'asking') this.settle('here');
  }

  /** The learner goes on here: resolves when the page is to be loaded again, with what the other stored. */
  take(): Promise<void> {
    this.move('taking');
    this.say('take');
    this.alarm.set(WISH, () => { this.taken(); });
    return new Promise((resolve) => { this.taken = resolve; });
  }

  close(): void {
    this.alarm.stop();
    this.channel?.close();
    this.channel = null;
  }

  private hear(message: Message): void {
    const { is, from, to, at, state } = message;
    if (to !== 0 && to !== this.id) return;
    const taking = this.place === 'taking';
    if (is === 'hello' && this.precedes(at, from)) this.say('here', from);
    else if (is === 'here') this.yield(from);
    else if (is === 'take' && this.place === 'here') void this.give(message);
    else if (is === 'take' && this.place === 'asking') this.wish = message;
    else if (is === 'soon' && taking) this.alarm.set(STORING, () => { this.taken(); });
    else if (is === 'given' && taking) this.taken();
    else if (is === 'given' && this.place === 'here') this.work.adopt(state);
    else if (is === 'refused' && taking) this.move('refused');
  }

  /** Of two that greet at once, the one that opened first. */
  private precedes(at: number, from: number): boolean {
    return this.place === 'here' || (this.place === 'asking' && (this.since < at || (this.since === at && this.id < from)));
  }

  /** Another was here first. One that answers late, when work was done here too, hands over to us. */
  private yield(to: number): void {
    if (this.place === 'asking' || (this.place === 'here' && !this.work.isTouched())) this.settle('second');
    else if (this.place === 'here') this.say('take', to);
  }

  private settle(place: 'here' | 'second'): void {
    this.alarm.stop();
    this.place = place;
    if (place === 'here') this.work.begin();
    else this.work.mute();
    this.work.changed();
    if (place === 'here' && this.wish !== null) void this.give(this.wish);
    this.wish = null;
  }

  private async give({ from: to, at: asked }: Message): Promise<void> {
    this.say('soon', to);
    this.move('moved');
    // Who asked long ago has gone on without us: to store now would undo what was done since.
    const state = await this.work.give(this.env.now() - asked > WISH);
    if (state === null) this.move('here');
    this.say(state === null ? 'refused' : 'given', to, state ?? '');
    // Whoever asked may have gone on without us: then there are two, and one has to hand over.
    if (state === null) this.say('hello');
  }

  private move(place: TabPlace): void {
    this.alarm.stop();
    this.place = place;
    this.work.changed();
  }

  private say(is: Word, to = 0, state = ''): void {
    const message: Message = { is, from: this.id, to, at: is === 'hello' ? this.since : this.env.now(), state };
    this.channel?.post(message);
  }
}
