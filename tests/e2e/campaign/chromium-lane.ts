/** A profile of Chromium, and the tab that is open in it. */

import type { BrowserContext, Frame, Page } from 'playwright-core';
import type { Way } from '../../../player/test/campaign/steps';
import { launch } from '../tools/browser';
import type { Lrs } from '../tools/xapi-lrs';
import type { Op, Report } from './inside';
import type { Engine, Lane } from './lane';

export class ChromiumLane implements Lane {
  errors: string[] = [];
  lrs: Lrs | null = null;
  private tab: Page | null = null;

  constructor(private readonly context: BrowserContext) {}

  async open(address: string): Promise<void> {
    await this.page().then((page) => page.goto(address));
  }

  async run(ops: readonly Op[]): Promise<Report> {
    return moduleIn(await this.page()).evaluate((list) => window.campaign(list), ops);
  }

  /** The tab, a new one if it was closed. */
  private async page(): Promise<Page> {
    if (this.tab !== null && !this.tab.isClosed()) return this.tab;
    const page = await this.context.newPage();
    page.on('pageerror', (error) => { this.errors.push(error.stack ?? String(error)); });
    // What the network refuses is the journey's own doing.
    page.on('console', (message) => { if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) this.errors.push(message.text()); });
    this.tab = page;
    return page;
  }

  async leave(way: Way, elsewhere: string): Promise<void> {
    const page = await this.page();
    const frame = way === 'remove' ? await page.$('#sco') : null;
    if (frame !== null) await frame.evaluate((node) => { (node as HTMLElement).remove(); });
    else if (way === 'navigate' || way === 'remove') await page.goto(elsewhere);
    else if (way === 'reload') await reload(page);
    else await close(page, way === 'crash');
  }
}

function moduleIn(page: Page): Frame {
  return page.frames().find((one) => one.url().includes('/package/')) ?? page.mainFrame();
}

/** By its keys, which a page can tell from being closed. */
async function reload(page: Page): Promise<void> {
  await moduleIn(page).locator('body').press('F5');
  await page.reload();
}

/** As its cross does, or as a browser that dies. */
async function close(page: Page, crash: boolean): Promise<void> {
  const closed = page.waitForEvent('close');
  await page.close({ runBeforeUnload: !crash });
  await closed;
}

export async function chromium(inside: string): Promise<Engine> {
  const browser = await launch();
  return {
    begins: true,
    newLane: async () => {
      const context = await browser.newContext({ locale: 'en-CA', reducedMotion: 'reduce', viewport: { width: 640, height: 480 } });
      await context.addInitScript({ content: inside });
      // With another tab beside it, a tab that is closed leaves its window open: the next one costs half.
      await context.newPage();
      return new ChromiumLane(context);
    },
    stop: () => browser.close(),
  };
}
