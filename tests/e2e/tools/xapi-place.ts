/** A learner's place in a system that speaks xAPI: launches, and what the store must hold once they are over. */

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import type { BrowserContext, Frame, Page } from 'playwright-core';
import { dataOf } from './answers';
import type { Place } from './learner';
import type { Work } from './record';
import type { Site } from './serve';
import { still, until } from './xapi-lrs';
import type { Launched, Line, Lrs, Thing } from './xapi-lrs';
import { SOME_TIME, Story } from './xapi-story';
import type { Setting } from './xapi-story';

/** A CommonJS package whose types pretend otherwise: the judge that we did not write. */
const { default: judge } = createRequire(import.meta.url)('@learninglocker/xapi-validation') as { default: (statement: unknown) => unknown[] };
const READY = '.fi-js .fi-now';
const OF_LMS = ['launched', 'satisfied', 'abandoned', 'waived'];

export interface Wish {
  readonly standard: 'tincan' | 'cmi5';
  /** Of `POST admin/launch`. */
  readonly launch?: Thing;
  /** What the address says instead; null: not at all. */
  readonly address?: Readonly<Record<string, string | null>>;
  /** What statements say, where it is not what the launch says. */
  readonly expect?: Partial<Setting>;
  /** Statuses that a right journey meets: nothing kept yet, no preferences. */
  readonly met?: (line: Line) => boolean;
}

export class XapiPlace implements Place {
  readonly diary = new Story();
  readonly errors: string[] = [];
  registration: string | null = null;
  page!: Page;
  launched!: Launched;
  private began = false;

  constructor(readonly context: BrowserContext, private readonly site: Site, private readonly lrs: Lrs, private readonly wish: Wish) {}

  async launch(): Promise<{ page: Page; sco: Frame }> {
    const { standard, launch = {} } = this.wish;
    const again = this.registration === null ? {} : { registration: this.registration };
    this.launched = await this.lrs.launch({ mode: standard, ...launch, ...again });
    this.registration = this.launched.registration;
    const page = await this.open(this.address());
    const data = await dataOf(page.mainFrame());
    this.diary.opened(await this.setting(data.module.iri), data, this.began);
    return { page, sco: page.mainFrame() };
  }

  async open(address: string): Promise<Page> {
    const page = await this.context.newPage();
    page.on('pageerror', (error) => { this.errors.push(String(error)); });
    // What the network refuses is in the LRS's own log.
    page.on('console', (message) => { if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) this.errors.push(message.text()); });
    await page.goto(address);
    await page.waitForSelector(READY);
    this.page = page;
    return page;
  }

  /** Waits until everything is stored: 2.0 takes no State beside one that is under way. */
  async saved(page = this.page): Promise<void> {
    await page.waitForFunction(() => (document.querySelector('.fi-save')?.textContent ?? '').startsWith('Saved'));
  }

  still(page = this.page): Promise<void> {
    return still(page);
  }

  address(): string {
    const query = new URLSearchParams(this.launched.query);
    for (const [name, value] of Object.entries(this.wish.address ?? {})) {
      if (value === null) query.delete(name);
      else query.set(name, value);
    }
    return `${this.site.origin}/package/index.html?${query.toString().replace(/\+/gu, '%20')}`;
  }

  private async setting(iri: string): Promise<Setting> {
    const { standard, launch = {}, expect = {} } = this.wish;
    const { registration, actor } = this.launched;
    const own = { standard, mode: 'Normal' as const, actor, registration, template: {}, mastery: null, activity: iri };
    if (standard === 'tincan') return { ...own, activity: (launch['activityId'] as string | undefined) ?? iri, ...expect };
    const activity = this.launched.activityId ?? '';
    const data = await this.lrs.document(this.launched, activity, 'LMS.LaunchData');
    const { contextTemplate, masteryScore = null, launchMode } = (data ?? {}) as { contextTemplate: Thing; masteryScore?: number; launchMode: Setting['mode'] };
    return { ...own, activity, template: contextTemplate, mastery: masteryScore, mode: launchMode, unordered: launch['sessionid'] === false, ...expect };
  }

  async settled(work: Work): Promise<void> {
    this.began = work.began;
    const found = await this.heard();
    assert.deepEqual(found.map(bare), this.diary.told);
    this.assertForm(found);
    await this.assertClean();
    if (this.wish.standard === 'cmi5') await this.assertVerdict();
  }

  /** The same of someone who only looked: nothing is satisfied by it. */
  async assertLooked(): Promise<void> {
    const found = await this.heard();
    assert.deepEqual(found.map(bare), this.diary.told);
    assert.deepEqual(found.map(verbOf), ['initialized', 'terminated']);
    this.assertForm(found);
    await this.assertClean();
    const { satisfied, problems } = await this.lrs.verdict(this.registration ?? '');
    assert.deepEqual([satisfied, problems], [false, []]);
  }

  /** The session is over and nothing was said after it; State may have been refused, statements not. */
  async assertClosed(): Promise<void> {
    const found = await this.heard();
    assert.deepEqual(found.map(bare), this.diary.told.slice(0, found.length));
    assert.equal(found.map(verbOf).at(-1), 'terminated');
    assert.deepEqual((await this.lrs.log()).filter(({ path, status }) => path.endsWith('/statements') && status >= 400), []);
  }

  /** The learner's statements once the last session is over and nothing more comes. */
  async heard(): Promise<Thing[]> {
    const last = this.diary.told.filter((statement) => verbOf(statement) === 'terminated').length;
    await until(async () => (await this.own()).filter((statement) => verbOf(statement) === 'terminated').length >= last, 'terminated is stored').catch(() => undefined);
    await this.lrs.silence();
    return this.own();
  }

  private async own(): Promise<Thing[]> {
    return (await this.lrs.statements()).filter((statement) => !OF_LMS.includes(verbOf(statement)));
  }

  /** Ids, times and durations, which no rule foretells. */
  private assertForm(found: readonly Thing[]): void {
    const times = found.map((statement) => String(statement['timestamp']));
    times.forEach((time) => { assert.match(time, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u); });
    assert.deepEqual(times, [...times].sort());
    assert.ok((times.at(-1) ?? '') <= new Date().toISOString());
    const ids = found.map((statement) => String(statement['id']));
    assert.equal(new Set(ids).size, ids.length);
    ids.forEach((id) => { assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u); });
    assert.deepEqual(found.flatMap((statement) => judge(withoutVersion(statement))), []);
  }

  /** No request of a right journey is refused, and the page throws nothing. */
  private async assertClean(): Promise<void> {
    const met = this.wish.met ?? (() => false);
    assert.deepEqual((await this.lrs.log()).filter((line) => line.status >= 400 && !isAbsent(line) && !met(line)), []);
    assert.deepEqual(this.errors, []);
  }

  private async assertVerdict(): Promise<void> {
    const verdict = await this.lrs.verdict(this.registration ?? '');
    assert.deepEqual(verdict.problems, []);
    const { completed, passed } = this.diary;
    const wanted: Readonly<Record<string, boolean>> = { Completed: completed, Passed: passed, CompletedAndPassed: completed && passed, CompletedOrPassed: completed || passed, NotApplicable: true };
    assert.deepEqual([verdict.satisfied, verdict.completed, verdict.passed], [wanted[String(this.wish.launch?.['moveOn'] ?? 'NotApplicable')], completed, passed]);
  }

}

/** Nothing kept yet, and no preferences: the only 404s that there may be. */
function isAbsent({ method, path, query, status }: Line): boolean {
  if (status !== 404 || method !== 'GET') return false;
  return (path.endsWith('activities/state') && query['stateId'] === 'suspendData') || (path.endsWith('agents/profile') && query['profileId'] === 'cmi5LearnerPreferences');
}

export function verbOf(statement: Thing): string {
  return String((statement['verb'] as Thing)['id']).split('/').pop() ?? '';
}

/** The other's judge knows the versions of 1.0 only, and the store adds its own. */
function withoutVersion(statement: Thing): Thing {
  return Object.fromEntries(Object.entries(statement).filter(([key]) => key !== 'version'));
}

/** Without what the store adds and what chance and time give, once it has the right form. */
export function bare(statement: Thing): Thing {
  const known = Object.entries(statement).filter(([key]) => !['id', 'timestamp', 'stored', 'authority', 'version'].includes(key));
  const { result, ...rest } = Object.fromEntries(known) as { result?: Thing };
  if (result?.['duration'] === undefined) return { ...rest, ...(result === undefined ? {} : { result }) };
  assert.match(String(result['duration']), /^PT\d+(\.\d\d?)?S$/u);
  return { ...rest, result: { ...result, duration: SOME_TIME } };
}
