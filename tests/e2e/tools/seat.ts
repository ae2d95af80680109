/** A learner's seat in front of a module whose packages are replaced: what opens them, and what is kept of the work. */

import assert from 'node:assert/strict';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import type { Built, Files } from './editions';
import { leave } from './lms';
import { serve } from './serve';
import type { Site } from './serve';
import { askedBy, still } from './xapi-lrs';
import type { Launched, Lrs, Thing } from './xapi-lrs';

/** What a teacher sees, and everything that is kept. */
export interface Kept {
  readonly status: string;
  readonly score: number | null;
  readonly whole: unknown;
}

export abstract class Seat {
  readonly errors: string[] = [];
  protected readonly files = new Map<string, Buffer>();
  protected site!: Site;
  protected context!: BrowserContext;
  protected page!: Page;

  async sit(browser: Browser): Promise<void> {
    this.site = await serve(this.files, "default-src 'self'; connect-src *");
    this.context = await browser.newContext({ locale: 'fr-CA', reducedMotion: 'reduce' });
  }

  /** Puts an edition in the place of the one before, and launches it. */
  async open(edition: Built): Promise<Frame> {
    this.files.clear();
    this.of(edition).forEach((bytes, path) => { this.files.set(path, bytes); });
    this.page = await this.context.newPage();
    this.page.setDefaultTimeout(8000);
    this.page.on('pageerror', (error) => { this.errors.push(String(error)); });
    const sco = await this.launch();
    await sco.waitForSelector('.fi-js .fi-now');
    return sco;
  }

  async leave(): Promise<Kept> {
    await leave(this.page, 'tab');
    return this.kept();
  }

  async rise(): Promise<void> {
    assert.deepEqual(this.errors, []);
    await this.context.close();
    await this.site.close();
  }

  protected abstract of(edition: Built): Files;
  protected abstract launch(): Promise<Frame>;
  protected abstract kept(): Promise<Kept>;
}

/** In a simulated LMS. */
export class LmsSeat extends Seat {
  constructor(private readonly lms: 'strict' | 'moodle') {
    super();
  }

  protected of(edition: Built): Files {
    return edition.scorm12;
  }

  protected async launch(): Promise<Frame> {
    await this.page.goto(`${this.site.origin}/lms/${this.lms}`);
    await this.page.evaluate(() => { (document.getElementById('sco') as HTMLIFrameElement).src = '/package/index.html'; });
    return (await (await this.page.waitForSelector('#sco')).contentFrame()) ?? assert.fail('a frame');
  }

  protected async kept(): Promise<Kept> {
    const page = await this.context.newPage();
    await page.goto(`${this.site.origin}/package/ping.txt`);
    const text = await page.evaluate((key) => localStorage.getItem(key), `filiere-${this.lms}`);
    await page.close();
    const values = new Map(JSON.parse(text ?? '[]') as [string, string][]);
    const score = values.get('cmi.core.score.raw') ?? '';
    // Times are of each session, and the entry is the LMS's.
    const whole = Array.from(values).filter(([name]) => !/session_time|total_time|core\.entry/u.test(name)).sort();
    return { status: values.get('cmi.core.lesson_status') ?? '', score: score === '' ? null : Number(score), whole };
  }
}

/** What closes a module, in the words of both standards. */
const RESULTS = ['passed', 'failed', 'completed'];

/** In front of a store: each launch is a new session of one registration. */
export class StoreSeat extends Seat {
  private launched!: Launched;
  private registration: string | null = null;
  private manifest = '';

  constructor(private readonly lrs: Lrs, private readonly standard: 'tincan' | 'cmi5') {
    super();
  }

  protected of({ xapi }: Built): Files {
    this.manifest = xapi.get('cmi5.xml')?.toString() ?? assert.fail('a manifest');
    return xapi;
  }

  /** An LMS of cmi5 goes by the manifest that is there now. */
  protected async launch(): Promise<Frame> {
    const again = this.registration === null ? {} : { registration: this.registration };
    this.launched = await this.lrs.launch({ mode: this.standard, ...(this.standard === 'cmi5' ? askedBy(this.manifest) : {}), ...again });
    this.registration = this.launched.registration;
    await this.page.goto(`${this.site.origin}/package/index.html?${this.launched.query}`);
    return this.page.mainFrame();
  }

  override async leave(): Promise<Kept> {
    await still(this.page);
    return super.leave();
  }

  protected async kept(): Promise<Kept> {
    const refused = (await this.lrs.silence()).filter(({ path, status }) => path.endsWith('/statements') && status >= 400);
    assert.deepEqual(refused, []);
    const statements = (await this.lrs.statements()).filter((one) => (one['context'] as Thing | undefined)?.['registration'] === this.registration);
    const said = statements.map((one) => String((one['verb'] as Thing)['id']).split('/').pop() ?? '');
    const scores = statements.flatMap((one) => (one['result'] as { score?: { raw?: number } } | undefined)?.score?.raw ?? []);
    const document = await this.lrs.document(this.launched, this.launched.activityId ?? 'https://essai.ca/modules/etats', 'suspendData');
    assert.notEqual(document, null);
    const results = said.filter((verb) => RESULTS.includes(verb));
    if (this.standard === 'cmi5') await this.judge(results);
    return { status: results.includes('passed') ? 'passed' : results.at(-1) ?? 'incomplete', score: scores.length === 0 ? null : Math.max(...scores), whole: [document, results, said.filter((verb) => verb === 'answered').length] };
  }

  /** Each result once in the whole registration, in sessions that are right from beginning to end. */
  private async judge(results: readonly string[]): Promise<void> {
    const { problems, satisfied, sessions } = await this.lrs.verdict(this.registration ?? '');
    assert.deepEqual([problems, satisfied, results], [[], true, ['passed', 'completed']]);
    assert.deepEqual(sessions.filter(({ verbs }) => verbs[0] !== 'initialized' || verbs.at(-1) !== 'terminated'), []);
  }
}
