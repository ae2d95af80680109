/** What a page has to send, by the rule of its LMS: what it believes sent is not what was stored. */

import type { Delivery, Network } from './network';
import type { Profile, Running } from './profile';
import { YES } from './profile';
import type { Sent } from './server';
import type { Value } from './types';

export class Outbox {
  /** Set since the last sending, in order. */
  readonly touched = new Set<string>();
  /** Sent at some time, and neither stored then nor since. */
  readonly owed = new Set<string>();
  /** What differs from these is sent: they change before the request, whatever becomes of it. */
  readonly sent: Map<string, Value>;
  private readonly forced = new Set<string>();
  private readonly queue: Sent[] = [];
  private busy = false;

  constructor(
    private readonly profile: Profile,
    private readonly network: Network,
    stored: ReadonlyMap<string, Value>,
  ) {
    this.sent = new Map(stored);
  }

  /** The content has set a value; the last time counts. */
  touch(name: string): void {
    this.touched.delete(name);
    this.touched.add(name);
  }

  /** The LMS itself has set a value that must be sent. */
  force(name: string): void {
    this.touch(name);
    this.forced.add(name);
  }

  /** Sends what is due now. */
  flush(call: Sent['call'], running: Running): Delivery {
    const { transport } = this.profile;
    const elements = this.due(running);
    for (const [name, value] of elements) this.sent.set(name, value);
    this.touched.clear();
    this.forced.clear();
    if (transport.sends === 'each' || (elements.length === 0 && !transport.empty)) return { said: YES, commit: null, why: this.debt() };
    const delivery = this.network.send({ call, elements }, transport);
    this.owe(elements, delivery.commit !== null);
    return delivery.commit === null ? delivery : { ...delivery, why: this.debt() };
  }

  /** Sends one value behind those that are still on their way; whether it was lost at once. */
  post(name: string, value: Value): boolean {
    this.queue.push({ call: 'set', elements: [[name, value]] });
    const before = this.network.missed();
    if (!this.busy) this.next();
    return this.network.missed() > before;
  }

  /** The page is gone with what it still had to send. */
  close(): void {
    this.network.drop(this.queue.splice(0));
  }

  private next(): void {
    const sent = this.queue.shift();
    this.busy = sent !== undefined;
    if (sent === undefined) return;
    this.network.later(sent, (stored) => {
      this.owe(sent.elements, stored);
      this.next();
    });
  }

  private owe(elements: Sent['elements'], stored: boolean): void {
    for (const [name] of elements) {
      if (stored) this.owed.delete(name);
      else this.owed.add(name);
    }
  }

  private debt(): string {
    return this.owed.size === 0 ? '' : `${String(this.owed.size)} values of earlier commits are not stored`;
  }

  private due(running: Running): [string, Value][] {
    const { sends } = this.profile.transport;
    const names = sends === 'touched' ? this.touched : running.values.keys();
    const due: [string, Value][] = [];
    for (const name of names) {
      const value = running.values.get(name);
      if (value !== undefined && this.leaves(name, value, running)) due.push([name, value]);
    }
    return due;
  }

  private leaves(name: string, value: Value, running: Running): boolean {
    if (this.forced.has(name)) return true;
    if (!this.profile.leaves(name, running)) return false;
    if (this.profile.transport.sends !== 'changed') return true;
    // Records have no value before they are set; all else is "" from the start.
    return value !== (this.sent.get(name) ?? (/\.\d/u.test(name) ? undefined : ''));
  }
}
