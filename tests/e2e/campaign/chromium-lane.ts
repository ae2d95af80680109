/** A profile of Chromium, and the tab that is open in it. */

import type { BrowserContext, Frame, Page } from 'playwright-core';
import type { Way } from '../../../player/test/campaign/steps';
import { launch } from '../tools/browser';
import type { Lrs } from '../tools/xapi-lrs';
import type { Op, Report } from './inside';
import type { Engine, Lane } from './lane';

export class ChromiumLane implements Lane {
  readonly crashes = true;
  errors: string[] = [];
  doing = '';
  lrs: Lrs | null = null;
  private tab: Page | null = null;
  /** The module's own window, where the LMS opens one. */
  private popup: Page | null = null;
  private keeper: Page | null = null;

  constructor(private readonly context: BrowserContext) {}

  async open(address: string): Promise<void> {
    this.doing = `opens ${address}`;
    await this.keep(address);
    await this.popup?.close();
    const page = await this.page();
    const opened = address.endsWith('?opens') ? page.waitForEvent('popup') : null;
    await page.goto(address);
    this.popup = await opened;
    if (this.popup !== null) listen(this.popup, (text) => { this.errors.push(text); });
    await this.popup?.waitForURL('**/package/**');
  }

  async run(ops: readonly Op[]): Promise<Report> {
    this.doing = JSON.stringify(ops);
    return JSON.parse(await moduleIn(this.popup ?? await this.page()).evaluate((list) => window.campaign(list), this.doing)) as Report;
  }

  /** A tab of the same site beside it: windows and processes stay when the module's tab is closed, and the next one costs less. */
  private async keep(address: string): Promise<void> {
    if (this.keeper !== null) return;
    this.keeper = await this.context.newPage();
    await this.keeper.goto(new URL('/', address).href);
  }

  /** The tab, a new one if it was closed. */
  private async page(): Promise<Page> {
    if (this.tab !== null && !this.tab.isClosed()) return this.tab;
    this.tab = await this.context.newPage();
    listen(this.tab, (text) => { this.errors.push(text); });
    return this.tab;
  }

  async leave(way: Way, elsewhere: string): Promise<void> {
    this.doing = `leaves by ${way}`;
    if (way === 'crash') return this.crash();
    const page = this.popup ?? await this.page();
    if (this.popup !== null && (way === 'quit' || way === 'close' || way === 'reload')) return this.shut(way);
    const frame = way === 'remove' ? await page.$('#sco') : null;
    if (frame !== null) await frame.evaluate((node) => { (node as HTMLElement).remove(); });
    else if (way === 'navigate' || way === 'remove') await page.goto(elsewhere);
    else if (way === 'reload') await reload(page);
    else await close(page);
  }

  /** The window that an LMS opened. */
  private async shut(way: Way): Promise<void> {
    const { popup } = this;
    this.popup = null;
    if (popup === null || popup.isClosed()) return;
    if (way === 'reload') await moduleIn(popup).locator('body').press('F5');
    await close(popup);
  }

  /** The process of all windows dies. */
  private async crash(): Promise<void> {
    const page = this.popup ?? await this.page();
    const dead = page.waitForEvent('crash');
    const session = await this.context.newCDPSession(page);
    session.send('Page.crash').catch(() => undefined);
    await dead;
    await Promise.all(this.context.pages().map((each) => each.close()));
    [this.tab, this.popup, this.keeper] = [null, null, null];
  }
}

function listen(page: Page, note: (text: string) => void): void {
  page.on('pageerror', (error) => { note(error.stack ?? String(error)); });
  // What the network refuses is the journey's own doing.
  page.on('console', (message) => { if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) note(message.text()); });
}

function moduleIn(page: Page): Frame {
  return page.frames().find((one) => one.url().includes('/package/')) ?? page.mainFrame();
}

/** By its keys, which a page can tell from being closed. */
async function reload(page: Page): Promise<void> {
  await moduleIn(page).locator('body').press('F5');
  await page.reload();
}

/** As its cross does. */
async function close(page: Page): Promise<void> {
  const closed = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  await closed;
}

/** Nobody looks: no frame is painted but those that are asked for, and code that lives for a second is not compiled twice. */
export async function chromium(): Promise<Engine> {
  const browser = await launch('--process-per-site', '--enable-begin-frame-control', '--js-flags=--no-maglev');
  return {
    newLane: async () => {
      const context = await browser.newContext({ locale: 'en-CA', reducedMotion: 'reduce', viewport: { width: 640, height: 480 } });
      return new ChromiumLane(context);
    },
    stop: () => browser.close(),
  };
}
