/** A browser's profile in which journeys follow one another, and the tab that is open in it. */

import type { BrowserContext, Page } from 'playwright-core';

export class Lane {
  /** What pages threw, or called an error, in the journey that is under way. */
  errors: string[] = [];
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

  async remove(): Promise<void> {
    await this.page().then((page) => page.evaluate(() => { document.getElementById('sco')?.remove(); }));
  }

  async navigate(address: string): Promise<void> {
    await this.page().then((page) => page.goto(address));
  }

  /** By its keys, which a page can tell from being closed. */
  async reload(): Promise<void> {
    const page = await this.page();
    await page.frameLocator('#sco').locator('body').press('F5');
    await page.reload();
  }

  /** As its cross does, or as a browser that dies. */
  async close(crash: boolean): Promise<void> {
    const page = await this.page();
    const closed = page.waitForEvent('close');
    await page.close({ runBeforeUnload: !crash });
    await closed;
  }
}
