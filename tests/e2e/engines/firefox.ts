/** Firefox as Debian builds it, driven by WebDriver BiDi. */

import { setTimeout } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';
import type { Browser, Frame, Page } from 'puppeteer-core';
import type { Way } from '../../../player/test/campaign/steps';
import type { Op, Report } from '../campaign/inside';
import type { Engine, Lane } from '../campaign/lane';
import type { Lrs } from '../tools/xapi-lrs';
import { F5 } from './keys';

/** Milliseconds after which an answer may be lost: on a busy machine one learner in thirty had one that never came. */
const PATIENCE = 15000;

class FirefoxLane implements Lane {
  readonly crashes = false;
  errors: string[] = [];
  lrs: Lrs | null = null;
  private tab: Page | null = null;

  constructor(private readonly browser: Browser) {}

  async open(address: string): Promise<void> {
    await (await this.page()).goto(address);
  }

  async run(ops: readonly Op[]): Promise<Report> {
    const sco = moduleIn(await this.page());
    const done = new AbortController();
    const answer = sco.evaluate((list) => window.campaign(list), JSON.stringify(ops));
    const said = await Promise.race([answer, askedAgain(sco, done.signal)]).finally(() => { done.abort(); });
    return JSON.parse(said) as Report;
  }

  async leave(way: Way, elsewhere: string): Promise<void> {
    const page = await this.page();
    const frame = way === 'remove' ? await page.$('#sco') : null;
    if (frame !== null) await frame.evaluate((node) => { node.remove(); });
    else if (way === 'navigate' || way === 'remove') await page.goto(elsewhere);
    else if (way !== 'reload') await page.close({ runBeforeUnload: way !== 'crash' });
    else {
      await moduleIn(page).evaluate(F5);
      await page.reload();
    }
  }

  private async page(): Promise<Page> {
    if (this.tab !== null && !this.tab.isClosed()) return this.tab;
    const page = await this.browser.newPage();
    page.on('pageerror', (error) => { this.errors.push(String(error)); });
    this.tab = page;
    return page;
  }
}

/** What the page said, where the driver lost its answer; a page that is at work still has none. */
async function askedAgain(sco: Frame, done: AbortSignal): Promise<string> {
  for (;;) {
    await setTimeout(PATIENCE, undefined, { signal: done });
    const said = await sco.evaluate(() => window.campaignSaid);
    if (said !== '') return said;
  }
}

function moduleIn(page: Page): Frame {
  return page.frames().find((one) => one.url().includes('/package/')) ?? page.mainFrame();
}

export async function firefox(): Promise<Engine> {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: process.env['FIREFOX'] ?? '/usr/bin/firefox-esr', headless: true });
  // With no tab left, the browser would end.
  await browser.newPage();
  return { newLane: () => Promise.resolve(new FirefoxLane(browser)), stop: () => browser.close() };
}
