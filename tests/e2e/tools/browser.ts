/** One headless Chromium, and the ways a package is opened in it. */

import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, BrowserContextOptions, Frame, Page } from 'playwright-core';
import type { Site } from './serve';

const QUIET = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export function launch(...more: readonly string[]): Promise<Browser> {
  return chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium-headless-shell', args: [...QUIET, ...more] });
}

export interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  /** The package's own window. */
  readonly sco: Frame;
  /** Everything that the console called an error. */
  readonly errors: string[];
}

/** Ready: the player has taken the page over. */
const READY = '.fi-js .fi-now';

/** Alone in a window, as from a folder or a site without an LMS. */
export async function openAlone(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({ locale: 'fr-CA', reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const errors = listen(page);
  await page.goto(address);
  if (options.javaScriptEnabled !== false) await page.waitForSelector(READY);
  return { page, context, sco: page.mainFrame(), errors };
}

export type LmsName = 'strict' | 'again' | 'moodle';

/** In the frame of an LMS; `data` is what scorm-again holds at the start, or how the strict LMS launches. */
export async function openInLms(browser: Browser, site: Site, lms: LmsName, options: BrowserContextOptions = {}, data: unknown = null): Promise<Opened> {
  const context = await browser.newContext({ locale: 'fr-CA', reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const errors = listen(page);
  if (lms === 'strict' && data !== null) await page.addInitScript((options) => { Object.assign(window, { filiereLmsOptions: options }); }, data);
  return { page, context, errors, sco: await launchIn(page, site, lms, data) };
}

/** Launches (again) in a page: a new LMS session over the same context. */
export async function launchIn(page: Page, site: Site, lms: LmsName, data: unknown = null): Promise<Frame> {
  await page.goto(`${site.origin}/lms/${lms}`);
  if (lms === 'again') await page.evaluate(againApi, data);
  await page.evaluate(() => { (document.getElementById('sco') as HTMLIFrameElement).src = '/package/index.html'; });
  const handle = await page.waitForSelector('#sco');
  const sco = await handle.contentFrame();
  if (sco === null) throw new Error('the frame has a document');
  await sco.waitForSelector(READY);
  return sco;
}

/** Runs in the page: scorm-again as window.API, with what an earlier session left. */
function againApi(data: unknown): void {
  const { Scorm12API } = window as unknown as { Scorm12API: new (settings: object) => { loadFromJSON(json: unknown): void } };
  const api = new Scorm12API({ autocommit: false, logLevel: 5 });
  if (data !== null) api.loadFromJSON(data);
  (window as unknown as { API: unknown }).API = api;
}

function listen(page: Page): string[] {
  const errors: string[] = [];
  page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()); });
  page.on('pageerror', (error) => { errors.push(String(error)); });
  return errors;
}
