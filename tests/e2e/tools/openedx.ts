/** Open edX's own cmi5 block as a learner's place: launches a package, and tells what it recorded. */

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import type { Place } from './learner';
import type { Work } from './record';
import { until } from './xapi-lrs';

/** What `make test` installs. */
const PYTHON = 'target/openedx/venv/bin/python';
const READY = '.fi-js .fi-now';
/** The block writes him into the address as he is; the account comes from the enrolment. */
const ACTOR = { objectType: 'Agent', name: 'Zoé & Cie #1', account: { homePage: 'https://lms.example', name: '53d8ddb7-6e54-59b9-a149-d66434c802ad' } };

export interface Record {
  readonly status: string;
  /** 0 to 1, of the last result that it read. */
  readonly score: number;
  readonly state: { readonly state?: string };
  /** Grades and completions, in the order in which the block published them. */
  readonly published: readonly (readonly [string, unknown])[];
  /** Of the statements, each once. */
  readonly actors: readonly unknown[];
}

export class OpenEdx implements Place {
  readonly errors: string[] = [];

  page!: Page;
  private context: BrowserContext | null = null;

  private constructor(private readonly browser: Browser, private readonly origin: string, private readonly end: () => void) {}

  static async serve(browser: Browser, zip: string): Promise<OpenEdx> {
    const child = spawn(PYTHON, ['tests/openedx/lms.py', 'serve', zip], { stdio: ['pipe', 'pipe', 'inherit'] });
    for await (const line of createInterface({ input: child.stdout })) {
      return new OpenEdx(browser, (JSON.parse(line) as { origin: string }).origin, () => { child.stdin.end(); });
    }
    throw new Error('the block says its address: run make openedx');
  }

  /** In a new browser, at the address that the block writes, with an actor that is not encoded. */
  async launch(): Promise<{ page: Page; sco: Frame }> {
    const { address } = (await (await fetch(`${this.origin}/launch`)).json()) as { address: string };
    await this.context?.close();
    this.context = await this.browser.newContext({ locale: 'en-CA', reducedMotion: 'reduce' });
    const page = await this.context.newPage();
    page.on('pageerror', (error) => { this.errors.push(String(error)); });
    page.on('console', (message) => { if (message.type() === 'error') this.errors.push(message.text()); });
    await page.goto(this.origin + address);
    await page.waitForSelector(READY);
    this.page = page;
    return { page, sco: page.mainFrame() };
  }

  async record(): Promise<Record> {
    return (await (await fetch(`${this.origin}/record`)).json()) as Record;
  }

  /** Waits for what the block must hold, besides a State; `or`: another verb that may as well have come last. */
  async holds(status: string, score: number, published: Record['published'], or = status): Promise<void> {
    // Single requests of a page that goes come in any order.
    const sorted = (list: Record['published']): Record['published'] => [...list].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    const wanted = { status, score, published: sorted(published), actors: [ACTOR] as unknown[], state: true };
    const found = async (): Promise<typeof wanted> => {
      const { state, ...rest } = await this.record();
      return { status: rest.status === or ? status : rest.status, score: rest.score, published: sorted(rest.published), actors: [...rest.actors] as (typeof ACTOR)[], state: typeof state.state === 'string' };
    };
    await until(async () => JSON.stringify(await found()) === JSON.stringify(wanted), 'the block holds it', 5000).catch(() => undefined);
    assert.deepEqual(await found(), wanted);
    assert.deepEqual(this.errors, []);
  }

  /** Learners leave at once: this block judges no order. */
  still(): Promise<void> {
    return Promise.resolve();
  }

  /** What is held each test says by itself; a tab that was closed has a moment to arrive. */
  async settled({ began }: Work): Promise<void> {
    if (began) await until(async () => (await this.record()).state.state ?? null, 'there is a State');
  }

  async stop(): Promise<void> {
    await this.context?.close();
    this.end();
  }
}
