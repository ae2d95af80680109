/** One browser, one store and one site a package, for the tests of a file. */

import assert from 'node:assert/strict';
import { after, before, beforeEach } from 'node:test';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { launch } from './browser';
import { packageAt, packages } from './journeys';
import { serve } from './serve';
import type { Site } from './serve';
import { askedBy, Lrs } from './xapi-lrs';
import type { Asked } from './xapi-lrs';
import { XapiPlace } from './xapi-place';
import type { Wish } from './xapi-place';

/** What a college may send: everything from its own origin, and requests to anywhere. */
const POLICY = "default-src 'self'; connect-src *";

export interface Stage {
  browser(): Browser;
  lrs(): Lrs;
  site(id: string): Site;
  place(id: string, wish: Wish, options?: BrowserContextOptions, store?: Lrs): Promise<XapiPlace>;
  asked(id: string): Asked;
}

export function xapiStage(ids: readonly string[]): Stage {
  let browser: Browser | null = null;
  let lrs: Lrs | null = null;
  const sites = new Map<string, Site>();
  const files = new Map(ids.map((id) => [id, packageAt(packages('xapi').get(id))]));
  before(async () => {
    [browser, lrs] = await Promise.all([launch(), Lrs.start()]);
    for (const [id, held] of files) sites.set(id, await serve(held, POLICY));
  });
  beforeEach(() => lrs?.reset());
  after(async () => {
    await browser?.close();
    lrs?.stop();
    for (const site of sites.values()) await site.close();
  });
  const stage = {
    browser: () => browser ?? assert.fail('no browser'),
    lrs: () => lrs ?? assert.fail('no store'),
    site: (id: string) => sites.get(id) ?? assert.fail(id),
  };
  return {
    ...stage,
    place: async (id, wish, options = {}, store = stage.lrs()) => new XapiPlace(await stage.browser().newContext({ locale: 'en-CA', reducedMotion: 'reduce', ...options }), stage.site(id), store, wish),
    asked: (id) => askedBy(files.get(id)?.get('cmi5.xml')?.toString() ?? assert.fail(id)),
  };
}
