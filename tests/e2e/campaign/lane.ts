/** A browser's profile in which journeys follow one another, and the tab that is open in it. */

import type { BrowserContext, Page } from 'playwright-core';
import type { Way } from '../../../player/test/campaign/steps';
import type { Lrs } from '../tools/xapi-lrs';

export class Lane {
  /** What pages threw, or called an error, in the journey that is under way. */
  errors: string[] = [];
  /** A record store of its own, once a journey needs one. */
  lrs: Lrs | null = null;
  private open: Page | null = null;

  constructor(private readonly context: BrowserContext) {}

  /** The tab, a new one if it was closed. */
  async page(): Promise<Page> {
    if (this.open !== null && !this.open.isClosed()) return this.open;
    const page = await this.context.newPage();
    page.on('pageerror', (error) => { this.errors.push(error.stack ?? String(error)); });
    // What the network refuses is the journey's own doing.
    page.on('console', (message) => { if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) this.errors.push(message.text()); });
    this.open = page;
    return page;
  }

  /** By a way of leaving; the module is then gone, or open again after a reload. */
  async leave(way: Way, elsewhere: string): Promise<void> {
    const page = await this.page();
    const frame = way === 'remove' ? await page.$('#sco') : null;
    if (frame !== null) await frame.evaluate((node) => { (node as HTMLElement).remove(); });
    else if (way === 'navigate' || way === 'remove') await page.goto(elsewhere);
    else if (way === 'reload') await reload(page);
    else await close(page, way === 'crash');
  }
}

/** By its keys, which a page can tell from being closed. */
async function reload(page: Page): Promise<void> {
  const frame = page.frames().find((one) => one.url().includes('/package/')) ?? page.mainFrame();
  await frame.locator('body').press('F5');
  await page.reload();
}

/** As its cross does, or as a browser that dies. */
async function close(page: Page, crash: boolean): Promise<void> {
  const closed = page.waitForEvent('close');
  await page.close({ runBeforeUnload: !crash });
  await closed;
}
