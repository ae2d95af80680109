/** One launch of a module in a simulated LMS: its API, the log of its calls, and what it keeps. */

import { CallLog, refusalOf } from './calls';
import type { Result } from './calls';
import { Model } from './model';
import { Network } from './network';
import type { Leaving, Switches } from './network';
import { Outbox } from './outbox';
import type { Phase, Profile, Running } from './profile';
import { sorted } from './server';
import type { Server } from './server';
import { surface } from './surface';
import type { Call, Clock, Method, Settings, SimApi, SimOptions, Value } from './types';

/** What the launches of one learner share. */
export interface Core {
  readonly profile: Profile;
  readonly options: SimOptions;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly server: Server;
  readonly switches: Switches;
}

export class Page {
  readonly api: SimApi;
  readonly log: readonly Call[];
  readonly server: Server;
  readonly switches: Switches;
  /** The window of the API is gone: every call throws. */
  lost = false;
  private phase: Phase = 'before';
  private model: Model;
  private running: Running;
  private loaded = false;
  private timer: unknown = null;
  private readonly network: Network;
  private readonly outbox: Outbox;
  private readonly atLoad: ReadonlyMap<string, Value>;
  private readonly calls = new CallLog();

  constructor(protected readonly core: Core) {
    const { server, switches, profile, clock } = core;
    this.log = this.calls.calls;
    this.server = server;
    this.switches = switches;
    this.atLoad = server.values();
    this.network = new Network(server, clock, switches);
    this.outbox = new Outbox(profile, this.network, this.atLoad);
    this.model = this.modelOf(this.atLoad);
    this.running = this.runningOf(this.model);
    this.api = surface(this.calls, profile.errorText, () => { this.assertThere(); }, {
      LMSInitialize: (args) => this.initialize(args),
      LMSFinish: (args) => this.finish(args),
      LMSGetValue: (args) => this.getValue(String(args[0])),
      LMSSetValue: (args) => this.setValue(String(args[0]), String(args[1])),
      LMSCommit: (args) => this.refusal('LMSCommit', args) ?? this.store('commit'),
    });
  }

  /** Told after each call. */
  onCall(listener: (call: Call) => void): void {
    this.calls.listener = listener;
  }

  /** What the page holds, stored or not, in order of name. */
  current(): Record<string, string> {
    return sorted(this.model.values);
  }

  /** What the server has, in order of name. */
  stored(): Record<string, string> {
    return this.server.stored();
  }

  /** Elements that were sent and are not stored. */
  owed(): string[] {
    return Array.from(this.outbox.owed).sort();
  }

  /** Calls that were refused, warned about, or lost though answered « true ». */
  faults(): Call[] {
    return this.log.filter((call) => call.verdict !== 'ok');
  }

  /** The browser closes the module, which may still call. */
  leave(how: Leaving): void {
    this.network.leaving = how;
  }

  /** The page is gone, without a word: nothing that it does arrives any more. */
  close(): void {
    this.lost = true;
    this.core.clock.clearTimer(this.timer);
    this.outbox.close();
  }

  private assertThere(): void {
    if (this.lost) throw new Error('the window of the API is gone');
  }

  private initialize(args: unknown[]): Result {
    const { loads } = this.core.profile;
    if (loads === 'called') this.load();
    const refusal = this.refusal('LMSInitialize', args);
    if (refusal !== null) return refusal;
    if (loads === 'opened' || !this.loaded) this.load();
    this.phase = 'running';
    return { value: 'true', error: '0', why: '' };
  }

  private getValue(name: string): Result {
    const refusal = this.refusal('LMSGetValue', [name]);
    if (refusal !== null) return refusal;
    const fact = this.running.facts.get(name);
    if (fact !== undefined) return { value: fact, error: '0', why: '' };
    return this.core.profile.get?.(name, this.running) ?? this.model.get(name);
  }

  private setValue(name: string, value: string): Result {
    const { profile } = this.core;
    const refusal = this.refusal('LMSSetValue', [name]);
    if (refusal !== null) return refusal;
    const fault = this.model.fault(name, value);
    if (fault !== null) return { ...fault, value: 'false' };
    const swallowed = profile.swallows?.(name, this.running) ?? null;
    if (swallowed !== null) return { value: 'true', error: '0', verdict: 'lost', why: swallowed };
    const warning = profile.warn?.(name, value, this.running) ?? '';
    this.model.set(name, value);
    this.outbox.touch(name);
    profile.wasSet?.(name, value, this.running);
    this.commitLater();
    const lost = profile.transport.sends === 'each' && this.outbox.post(name, value);
    if (lost) return { value: 'true', error: '0', verdict: 'lost', why: 'the value did not arrive' };
    return { value: 'true', error: '0', verdict: warning === '' ? 'ok' : 'warning', why: warning };
  }

  private finish(args: unknown[]): Result {
    const { profile } = this.core;
    const refusal = this.refusal('LMSFinish', args);
    if (refusal !== null) return refusal;
    const warning = profile.warnBatch?.(Array.from(this.outbox.touched), this.running, 'finish') ?? '';
    profile.finish(this.running);
    const result = this.store('finish', warning);
    if (profile.transport.closes === 'always' || result.error === '0') this.phase = 'finished';
    return result;
  }

  private store(call: 'commit' | 'finish', told?: string): Result {
    const warning = told ?? this.core.profile.warnBatch?.(Array.from(this.outbox.touched), this.running, call) ?? '';
    const { said, commit, why } = this.outbox.flush(call, this.running);
    if (said.value === 'false') return { ...said, verdict: 'refused', why };
    if (why !== '') return { ...said, verdict: 'lost', why };
    const dropped = Object.entries(commit?.dropped ?? {}).map(([name, reason]) => `${name}: ${reason}`);
    const words = [warning, ...dropped].filter((word) => word !== '').join('; ');
    return { ...said, verdict: words === '' ? 'ok' : 'warning', why: words };
  }

  private commitLater(): void {
    const { settings, profile, clock } = this.core;
    if (!settings.autoCommit || profile.commitsAfter === undefined || this.timer !== null) return;
    this.timer = clock.setTimer(() => {
      this.timer = null;
      if (this.phase === 'running') this.outbox.flush('auto', this.running);
    }, profile.commitsAfter);
  }

  private refusal(method: Method, args: readonly unknown[]): Result | null {
    return refusalOf(this.core.profile.calls, this.phase, method, args);
  }

  private load(): void {
    const { profile, server } = this.core;
    this.model = this.modelOf(profile.from === 'sent' ? this.outbox.sent : server.values());
    this.running = this.runningOf(this.model);
    this.outbox.touched.clear();
    this.loaded = true;
    profile.open(this.running);
  }

  private modelOf(values: ReadonlyMap<string, Value>): Model {
    const { profile, settings, options } = this.core;
    const kept = Array.from(values).filter(([name]) => profile.restores?.(name, settings) ?? true);
    return new Model(profile.rules(settings), new Map(kept), options.without);
  }

  private runningOf({ values }: Model): Running {
    return { ...this.core, stored: this.atLoad, values, facts: new Map(), set: (name, value) => { values.set(name, value); this.outbox.force(name); } };
  }
}
