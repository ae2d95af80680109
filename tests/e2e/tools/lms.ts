/** The two LMSs of the journeys, whose records outlive a closed tab: every call is kept too. */

import assert from 'node:assert/strict';
import type { BrowserContext, Frame, Page } from 'playwright-core';
import type { SimOptions } from '../../../player/sim/types';
import type { LmsName } from './browser';
import { due, written } from './record';
import type { Work } from './record';
import type { Site } from './serve';

export interface Called {
  readonly method: string;
  readonly args: readonly string[];
  readonly error: string;
  /** What the strict LMS finds wrong though it accepts it. */
  readonly warning: string;
}

const READY = '.fi-js .fi-now';

/** A learner's place in an LMS: one context, as many launches as are needed. */
export class Desk {
  readonly errors: string[] = [];

  constructor(readonly context: BrowserContext, private readonly site: Site, readonly lms: LmsName) {}

  /** Before the first launch: mode, credit, pass mark of the strict LMS. */
  async configure(options: Partial<SimOptions>): Promise<void> {
    await this.context.addInitScript((set) => { (window as unknown as { filiereLmsOptions: object }).filiereLmsOptions = set; }, options);
  }

  /** Opens the package in a tab; the LMS gives back what it kept. */
  async launch(): Promise<{ page: Page; sco: Frame }> {
    const page = await this.context.newPage();
    page.on('pageerror', (error) => { this.errors.push(String(error)); });
    page.on('console', (message) => { if (message.type() === 'error') this.errors.push(message.text()); });
    await page.goto(`${this.site.origin}/lms/${this.lms}`);
    if (this.lms === 'again') await page.evaluate(scormAgain);
    await page.evaluate(listen);
    return { page, sco: await frameOf(page, '/package/index.html') };
  }

  /** What the LMS keeps and every call so far, read by a page that runs nothing. */
  async kept(): Promise<{ record: Map<string, string>; calls: Called[] }> {
    const page = await this.context.newPage();
    await page.goto(`${this.site.origin}/package/ping.txt`);
    const stored = new Map(await page.evaluate(() => Object.entries(localStorage)));
    await page.close();
    const calls = Array.from(stored).filter(([key]) => key.startsWith('journey-call-')).sort(([a], [b]) => (a < b ? -1 : 1));
    return { record: this.recordOf(stored), calls: calls.map(([, text]) => JSON.parse(text) as Called) };
  }

  /** Everything of the work is recorded, and nothing else. */
  async settled(work: Work): Promise<void> {
    const { record, calls } = await this.kept();
    assert.deepEqual(written(record), due(work));
    this.assertClean(calls);
  }

  /** No call was refused or warned about, and the console stayed silent. */
  assertClean(calls: readonly Called[]): void {
    assert.ok(calls.length > 0);
    assert.deepEqual(calls.filter((call, i) => (call.error !== '0' || call.warning !== '') && !isStandIn(call, calls.slice(i + 1))), []);
    assert.deepEqual(this.errors, []);
    assertOrder(calls);
  }

  private recordOf(stored: ReadonlyMap<string, string>): Map<string, string> {
    if (this.lms === 'strict') return new Map(JSON.parse(stored.get('filiere-strict') ?? '[]') as [string, string][]);
    const { cmi } = JSON.parse(stored.get('journey-again') ?? '{"cmi":{}}') as { cmi: object };
    return new Map(flat('cmi', cmi));
  }
}

/** Each session is opened and closed once; each batch leaves a crash resumable, and tells the score before the status. */
function assertOrder(calls: readonly Called[]): void {
  const methods = calls.filter(({ method }) => method === 'LMSInitialize' || method === 'LMSFinish').map(({ method }) => method);
  assert.deepEqual(methods, methods.map((_, i) => (i % 2 === 0 ? 'LMSInitialize' : 'LMSFinish')));
  assert.equal(methods.at(-1), 'LMSFinish');
  let batch: string[] = [];
  for (const { method, args: [name = '', value = ''] } of calls) {
    if (method === 'LMSSetValue') batch.push(name);
    if (name === 'cmi.core.session_time') assert.match(value, /^\d{4}:[0-5]\d:[0-5]\d\.\d{2}$/u);
    if (name === 'cmi.core.exit') assert.equal(value, 'suspend');
    if (method !== 'LMSCommit' && method !== 'LMSFinish') continue;
    const score = batch.indexOf('cmi.core.score.raw');
    assert.ok(score <= batch.indexOf('cmi.core.lesson_status'), batch.join());
    batch = [];
  }
}

/** Opens an address in the LMS's frame. */
export async function frameOf(page: Page, address: string): Promise<Frame> {
  await page.evaluate((src) => { (document.getElementById('sco') as HTMLIFrameElement).src = src; }, address);
  const sco = await (await page.waitForSelector('#sco')).contentFrame();
  assert.ok(sco);
  await sco.waitForSelector(READY);
  return sco;
}

export type Leave = 'frame' | 'navigation' | 'tab';

/** Leaves without a word, as learners do. */
export async function leave(page: Page, how: Leave): Promise<void> {
  if (how === 'frame') await page.evaluate(() => { document.getElementById('sco')?.remove(); });
  if (how === 'navigation') await page.goto('about:blank');
  const closed = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  await closed;
}

/** Runs in the page: scorm-again as an LMS that keeps what is committed. */
function scormAgain(): void {
  interface Api { loadFromJSON(json: unknown): void; renderCMIToJSONObject(): object; LMSCommit(a: string): string; LMSFinish(a: string): string }
  const { Scorm12API } = window as unknown as { Scorm12API: new (settings: object) => Api };
  const api = new Scorm12API({ autocommit: false, logLevel: 5 });
  const kept = localStorage.getItem('journey-again');
  const { cmi } = JSON.parse(kept ?? '{"cmi":{"core":{}}}') as { cmi: { core: { exit?: string } } };
  const core = { ...cmi.core, student_id: 'learner-1', student_name: 'Tremblay, Camille', credit: 'credit', lesson_mode: 'normal', entry: cmi.core.exit === 'suspend' ? 'resume' : 'ab-initio', exit: '', session_time: '' };
  api.loadFromJSON({ cmi: { ...cmi, core } });
  for (const method of ['LMSCommit', 'LMSFinish'] as const) {
    const run = api[method].bind(api);
    api[method] = (argument) => {
      const answer = run(argument);
      localStorage.setItem('journey-again', JSON.stringify(api.renderCMIToJSONObject()));
      return answer;
    };
  }
  (window as unknown as { API: unknown }).API = api;
}

/** Runs in the page: keeps every call, with the error that it left. */
function listen(): void {
  type Method = (...args: string[]) => string;
  const holder = window as unknown as { API: Record<string, Method>; filiereLms?: { log: { why: string; verdict: string }[] } };
  const { API } = holder;
  const heard: Record<string, Method> = {};
  let count = Object.keys(localStorage).filter((key) => key.startsWith('journey-call-')).length;
  for (const method of ['LMSInitialize', 'LMSFinish', 'LMSGetValue', 'LMSSetValue', 'LMSCommit', 'LMSGetLastError', 'LMSGetErrorString', 'LMSGetDiagnostic']) {
    const run = (API[method] as Method).bind(API);
    heard[method] = (...args) => {
      const value = run(...args);
      if (/LastError|ErrorString|Diagnostic/u.test(method)) return value;
      const error = String((API['LMSGetLastError'] as Method).call(API));
      const last = holder.filiereLms?.log.at(-1);
      const warning = last?.verdict === 'warning' ? last.why : '';
      count += 1;
      localStorage.setItem(`journey-call-${String(count).padStart(6, '0')}`, JSON.stringify({ method, args, error, warning }));
      return value;
    };
  }
  holder.API = heard as never;
}

function flat(place: string, value: unknown): [string, string][] {
  if (typeof value !== 'object' || value === null) return [[place, String(value)]];
  return Object.entries(value).flatMap(([name, inner]) => flat(`${place}.${name}`, inner));
}

/** While what was uncertain is sent again, `browsed` takes the place of « incomplete » for an instant. */
function isStandIn(call: Called, later: readonly Called[]): boolean {
  const next = later.find((each) => each.args[0] === 'cmi.core.lesson_status');
  return call.error === '0' && call.args.join() === 'cmi.core.lesson_status,browsed' && next !== undefined && next.args[1] !== 'browsed';
}
