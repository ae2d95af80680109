/** Journeys on built packages in a browser: real pages, real navigation, and an LMS that runs in the page. */

import type { PlayerData } from '../../../player/src/data';
import type { Work } from '../../../player/test/campaign/model';
import type { Held } from '../../../player/test/campaign/places';
import { stored } from '../../../player/test/campaign/reader';
import type { Drawn, Stage, View } from '../../../player/test/campaign/stage';
import type { Fault, Journey, Step, Way } from '../../../player/test/campaign/steps';
import { START } from '../../../player/test/world';
import { deedsOf, SHOWN, stepsFor } from './deeds';
import type { Host } from './host';
import type { Op, Report } from './inside';
import type { Lane } from './lane';
import { Endings } from './ending';
import { lmsPage } from './lms-page';
import { dataIn } from './packages';
import type { Files } from './packages';
import { viewOf } from './view';
import type { Site, Visit } from './site';

/** A session that takes longer to open never will. */
const PATIENCE = 130000;
/** Another tab would have answered after so many. */
const GREETED = 600;
/** 60 days. */
const LONG_AGO = 5184000000;

export class BrowserStage implements Stage {
  private readonly visit: Visit;
  private readonly address: string;
  private readonly data: PlayerData;
  private isOpen = false;
  private passed = 0;
  private skew = 0;
  private slow = 0;
  /** Seeds of attempts that were given before this page, and with it. */
  private before = 0;
  private seeds = 0;
  private attempts = 1;
  private readonly ops: Op[] = [];
  private over = false;
  /** A reload has opened the module again. */
  private reopened = false;
  private launches = 0;
  private readonly endings = new Endings();
  /** What the page told last. */
  private last: Report | null = null;

  constructor(
    private readonly lane: Lane,
    private readonly site: Site,
    files: Files,
    private readonly setup: Journey['setup'],
    private readonly host: Host,
    private readonly name: string,
  ) {
    this.data = dataIn(files);
    const { blocked, place } = setup;
    // A store takes nothing that is said to be of the future, where time passes faster than its own.
    const start = place === 'tincan' || place === 'cmi5' ? Date.now() - LONG_AGO : START;
    this.visit = {
      files,
      lms: () => lmsPage(setup, this.visit.beginning(), this.address),
      policy: `default-src 'self'${start === START ? '' : '; connect-src *'}`,
      offline: false,
      met: false,
      expired: false,
      gone: (sent) => { this.endings.told(sent); },
      gate: () => (host.waits ? this.endings.gate : null),
      beginning: () => ({ start, passed: this.passed, skew: this.skew, slow: this.slow, seeds: this.seeds, blocked, fresh: this.launches === 0 }),
    };
    this.address = site.add(name, this.visit);
  }

  async open(): Promise<void> {
    Object.assign(this.visit, { offline: false, expired: false });
    this.over = false;
    this.before = this.seeds;
    if (!this.reopened) await this.lane.open(`${this.address}/${await this.host.path()}`);
    this.reopened = false;
    this.launches += 1;
    this.isOpen = true;
    const from = this.passed;
    await this.pass(this.setup.late + GREETED);
    for (let report = await this.report(); report.seen === null; report = await this.report()) {
      if (this.passed - from > PATIENCE) throw new Error('the session never opens');
      await this.pass(1000);
    }
    this.attempts += ((await this.report()).lms?.attempt ?? 1) - 1;
  }

  async look(): Promise<View> {
    const report = await this.report();
    const { seen } = report;
    if (seen === null) throw new Error('no page is open');
    return viewOf(seen, this.setup, await this.host.held(report), this.visit.met);
  }

  stepsFor(step: Step, work: Work): readonly Step[] {
    return stepsFor(step, work, this.setup);
  }

  async act(step: Step, work: Work): Promise<Drawn | null> {
    this.ops.push(...deedsOf(step, work), { do: 'pass', ms: SHOWN });
    if (step.do !== 'start') return null;
    const { ids, seeds } = await this.report();
    return { seed: seeds.at(-1) ?? -1, ids };
  }

  takeUp(): Promise<void> {
    return this.later({ do: 'press', words: 'Take up the answers' });
  }

  hide(): Promise<void> {
    return this.later({ do: 'hide' });
  }

  async leave(way: Way): Promise<Held | null> {
    if (way === 'quit') this.ops.push({ do: 'press', words: 'Save and leave' }, { do: 'pass', ms: 200 });
    // Whoever quits may have closed the tab so.
    const { sent } = await this.report().catch((error: unknown) => { if (way !== 'quit') throw error; return { sent: 0 }; });
    [this.isOpen, this.last] = [false, null];
    Object.assign(this.visit, { offline: false, expired: false, met: false });
    await this.endings.follow(this.host, way === 'crash' && this.lane.crashes ? sent : null, () => this.lane.leave(way, `${this.address}/elsewhere`));
    // A window that the LMS opened is closed with its reload, and opened anew.
    this.reopened = way === 'reload' && this.setup.around !== 'opener';
    return null;
  }

  async fault(fault: Fault): Promise<void> {
    // What was to be done before is done before.
    await this.report();
    const was = this.visit.offline;
    if (fault.fault === 'offline' || fault.fault === 'online') this.visit.offline = fault.fault === 'offline';
    if (fault.fault === 'expire') this.visit.expired = true;
    if (fault.fault === 'slow') this.slow = fault.ms;
    if (fault.fault === 'jump') this.skew += fault.ms;
    this.over ||= fault.fault === 'expire' || fault.fault === 'lose';
    await this.later(...await this.host.fault(fault), ...(was && !this.visit.offline ? [{ do: 'online' } as const] : []));
  }

  async heal(): Promise<void> {
    await this.fault({ fault: 'fail', times: 0 });
    await this.fault({ fault: 'slow', ms: 0 });
    await this.fault({ fault: 'online' });
  }

  async pass(milliseconds: number): Promise<void> {
    this.passed += milliseconds;
    if (this.isOpen) await this.later({ do: 'pass', ms: milliseconds });
  }

  now(): number {
    return this.passed;
  }

  isOver(): boolean {
    return this.setup.place !== 'none' && this.over;
  }

  attempt(): number {
    return this.attempts;
  }

  read(state: string, drawn: ReadonlyMap<number, readonly string[]>): string {
    return stored(this.data, this.setup.rules, state, drawn);
  }

  refusals(): readonly string[] {
    return this.host.refusals();
  }

  thrown(): readonly string[] {
    return [...this.lane.errors, ...this.last?.errors ?? []];
  }

  async close(): Promise<void> {
    // What it still sends would arrive in the next journey.
    if (this.host.waits && this.isOpen) await this.leave('close');
    this.site.remove(this.name);
  }

  /** Done in one go, when something is to be seen. */
  private later(...ops: readonly Op[]): Promise<void> {
    this.ops.push(...ops);
    return Promise.resolve();
  }

  /** Nothing happens on a page while its time stands still: what was seen last is what there is. */
  private async report(): Promise<Report> {
    if (!this.isOpen) throw new Error('no page is open');
    if (this.last !== null && this.ops.length === 0) return this.last;
    const report = await this.lane.run(this.ops.splice(0));
    this.passed = report.passed;
    this.seeds = this.before + report.seeds.length;
    this.last = report;
    return report;
  }
}
