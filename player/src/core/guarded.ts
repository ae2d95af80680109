/** A session of which one tab at a time may change anything: the others show it, and can ask for it. */

import type { PlayerData } from '../data';
import type { Ending } from '../lms/lms';
import { check } from './codec/codec';
import { Hands } from './hands';
import type { Journal } from './journal';
import type { Outgoing } from './outgoing';
import type { Saver } from './saver';
import { Tabs } from './tabs';
import type { Channel, Env, Event, Launch, SaveStatus, Session, State } from './types';

/** A session whose work can be handed over. */
export interface Guardable extends Session {
  /** Stores that the module is open. */
  open(): void;
  readonly saver: Saver;
  readonly journal: Journal;
  readonly outgoing: Outgoing;
  adopt(state: string): void;
  show(): void;
}

export type Begin = (session: Guardable, env: Env) => Session;

/** The session itself where there is nothing to guard, or no way to speak with other tabs. */
export function guarded(session: Guardable, env: Env): Session {
  const { launch, data } = session;
  const who = launch.learner === null ? '' : launch.learner.id || launch.learner.name;
  const channel = launch.caps.single === true && launch.mode === 'normal' ? env.channel?.(`filiere:tab:${data.module.iri}:${check(who)}`) ?? null : null;
  if (channel !== null) return new Guarded(session, channel, env);
  session.open();
  return session;
}

class Guarded implements Session {
  readonly launch: Launch;
  readonly data: PlayerData;
  readonly activity: Session['activity'];
  private readonly tabs: Tabs;
  private touched = false;
  /** Pages turned before it was known whether this tab works. */
  private readonly early: Event[] = [];

  constructor(
    private readonly inner: Guardable,
    channel: Channel,
    env: Env,
  ) {
    this.launch = inner.launch;
    this.data = inner.data;
    this.activity = inner.activity;
    const hands = new Hands(inner.saver, inner.journal, inner.outgoing);
    this.tabs = new Tabs(channel, env, {
      begin: () => { this.begin(); },
      mute: () => { hands.mute(); },
      isTouched: () => this.touched,
      give: (late) => hands.give(late),
      adopt: (state) => { inner.adopt(state); },
      changed: () => { inner.show(); },
    });
    this.tabs.start();
  }

  state(): State {
    return this.inner.state();
  }

  save(): SaveStatus {
    const save = this.inner.save();
    const { place } = this.tabs;
    if (place === 'here') return save;
    return { ...save, tab: place, kind: place === 'asking' ? save.kind : 'elsewhere' };
  }

  dispatch(event: Event): void {
    // What a learner does shows at once: a tab that was first and speaks up later hands over what it has.
    if (event.type !== 'go') this.tabs.hurry();
    const { place } = this.tabs;
    if (place === 'asking') this.early.push(event);
    if (place !== 'here') return;
    this.touched ||= event.type !== 'go' && event.type !== 'dismiss';
    this.inner.dispatch(event);
  }

  subscribe(listener: () => void): () => void {
    return this.inner.subscribe(listener);
  }

  hidden(): void {
    this.tabs.hurry();
    this.inner.hidden();
  }

  recover(): void {
    this.tabs.hurry();
    if (this.tabs.place !== 'here') return;
    this.touched = true;
    this.inner.recover();
  }

  anew(): void {
    this.tabs.hurry();
    if (this.tabs.place === 'here') this.inner.anew();
  }

  online(): void {
    this.inner.online();
  }

  end(why: Ending): void {
    this.tabs.hurry();
    this.inner.end(why);
    this.tabs.close();
  }

  quit(): Promise<void> {
    this.tabs.hurry();
    return this.tabs.place === 'here' ? this.inner.quit() : Promise.resolve();
  }

  takeOver(): Promise<void> {
    return this.tabs.take();
  }

  private begin(): void {
    this.inner.open();
    this.early.splice(0).forEach((event) => { this.dispatch(event); });
  }
}
