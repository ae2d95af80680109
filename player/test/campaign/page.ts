/** A page of a browser: its clock and storage, its events in the order of each engine, its end. */

import { attach } from '../../src/lms/attach';
import type { PageEvent, PageWindow } from '../../src/lms/attach';
import type { Env, Session, Store } from '../../src/core/types';
import type { Clock } from './clock';
import type { Place } from './places';
import type { Engine, Way } from './steps';

/** What the pages of one browser share. */
export interface Browser {
  readonly clock: Clock;
  readonly engine: Engine;
  readonly kept: Map<string, string>;
  readonly blocked: boolean;
  readonly place: Place;
  /** Seeds of attempts, in the order in which they were given. */
  readonly seeds: number[];
}

/** Nothing of it happens any more once its page is gone. */
export class Page implements Env {
  alive = true;
  readonly storage: Store;
  private readonly listeners = new Map<string, ((event: PageEvent) => void)[]>();
  private state: 'visible' | 'hidden' = 'visible';

  constructor(private readonly browser: Browser) {
    const { kept } = browser;
    const asked = <T>(act: () => T): T => {
      if (browser.blocked) throw new Error('SecurityError');
      return act();
    };
    this.storage = {
      getItem: (key) => asked(() => kept.get(key) ?? null),
      setItem: (key, value) => { asked(() => { if (this.alive) kept.set(key, value); }); },
    };
  }

  now(): number {
    return this.browser.clock.now();
  }

  passed(): number {
    return this.browser.clock.passed;
  }

  offset(): number {
    return -300;
  }

  setTimer(run: () => void, milliseconds: number): unknown {
    return this.alive ? this.browser.clock.setTimer(run, milliseconds, this) : null;
  }

  clearTimer(timer: unknown): void {
    this.browser.clock.clearTimer(timer);
  }

  readonly fetchText = (url: string): Promise<string> => {
    if (!url.startsWith('ping.txt')) return Promise.reject(new TypeError(`no such file: ${url}`));
    return this.browser.place.ping().then((text) => (this.alive ? text : new Promise(() => undefined)));
  };

  seed(): number {
    const seed = 1000 + 7919 * this.browser.seeds.length;
    this.browser.seeds.push(seed);
    return seed;
  }

  /** The session hears the page's events from now on. */
  join(session: Session): void {
    const add = (type: string, listener: (event: PageEvent) => void): void => { this.listeners.set(type, [...(this.listeners.get(type) ?? []), listener]); };
    const state = (): string => this.state;
    const window: PageWindow = {
      addEventListener: add,
      removeEventListener: (type, listener) => { this.listeners.set(type, (this.listeners.get(type) ?? []).filter((one) => one !== listener)); },
      document: {
        get visibilityState(): string { return state(); },
        addEventListener: (type: string, listener: () => void) => { add(type, listener); },
      },
      location: { reload: () => undefined },
      top: null,
    };
    attach(window, session);
  }

  hide(): void {
    this.state = 'hidden';
    this.fire('visibilitychange', {});
  }

  online(): void {
    this.fire('online', {});
  }

  show(): void {
    this.state = 'visible';
    this.fire('visibilitychange', {});
  }

  /** The events of a page that goes; `refused` is called when the browser refuses synchronous requests. */
  goes(way: Way, refused: (how: 'frame' | 'page') => void): void {
    const how = way === 'remove' ? 'frame' : 'page';
    const { engine } = this.browser;
    if (way === 'reload') this.fire('keydown', { key: 'F5', timeStamp: 100 });
    const hidden = (): void => { this.hide(); };
    const gone = (): void => { this.fire('pagehide', { persisted: engine === 'webkit' && way === 'navigate', timeStamp: 200 }); };
    const refuse = (): void => { if (engine !== 'firefox') refused(how); };
    // Only Chromium says that a closing tab is hidden while requests still go through.
    const order = engine === 'chromium' && way === 'close' ? [hidden, refuse, gone] : [refuse, gone, hidden];
    order.forEach((act) => { act(); });
  }

  end(): void {
    this.alive = false;
    this.browser.clock.drop(this);
  }

  private fire(type: string, event: PageEvent): void {
    (this.listeners.get(type) ?? []).forEach((listener) => { listener(event); });
  }
}
