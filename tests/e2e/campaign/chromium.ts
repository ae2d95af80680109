/** One browser for many journeys: some run side by side, each in a profile of its own. */

import { buildSync } from 'esbuild';
import type { Browser } from 'playwright-core';
import { journeyOf } from '../../../player/test/campaign/generate';
import { PLACES } from '../../../player/test/campaign/campaign';
import type { Ground } from '../../../player/test/campaign/campaign';
import { run } from '../../../player/test/campaign/run';
import type { Outcome } from '../../../player/test/campaign/run';
import type { Journey, Place } from '../../../player/test/campaign/steps';
import { launch } from '../tools/browser';
import { Lrs } from '../tools/xapi-lrs';
import { BrowserStage, dataIn } from './browser-stage';
import { ChromiumLane } from './chromium-lane';
import { ScormHost } from './host';
import type { Lane } from './lane';
import { packages, RULES } from './packages';
import { Site } from './site';
import { StoreHost } from './store-host';

export class Chromium {
  private readonly packageOf = packages();
  private readonly inside = buildSync({ entryPoints: ['tests/e2e/campaign/inside.ts'], bundle: true, write: false, format: 'iife', target: 'es2022' }).outputFiles[0]?.text ?? '';
  private count = 0;
  private readonly free: Lane[] = [];

  private constructor(
    private readonly browser: Browser,
    private readonly site: Site,
  ) {}

  static async start(): Promise<Chromium> {
    return new Chromium(await launch(), await Site.start());
  }

  ground(places: readonly Place[] = PLACES): Ground {
    return { journey: (seed) => journeyOf(seed, places, RULES), run: (journey) => this.run(journey), lanes: 2, again: 'npm run campaign -- --chromium' };
  }

  private async run(journey: Journey): Promise<Outcome> {
    const { setup } = journey;
    const isStore = setup.place === 'tincan' || setup.place === 'cmi5';
    const files = this.packageOf(isStore ? 'xapi' : 'scorm12', setup.rules);
    const lane = this.free.pop() ?? await this.newLane();
    lane.errors = [];
    const name = String(this.count += 1);
    const host = isStore ? new StoreHost(setup, lane.lrs ??= await Lrs.start(), dataIn(files).module.iri) : new ScormHost(setup);
    const outcome = await run(journey, new BrowserStage(lane, this.site, files, setup, host, name));
    this.free.push(lane);
    return outcome;
  }

  private async newLane(): Promise<Lane> {
    const context = await this.browser.newContext({ locale: 'en-CA', reducedMotion: 'reduce', viewport: { width: 640, height: 480 } });
    await context.addInitScript({ content: this.inside });
    // With another tab beside it, a tab that is closed leaves its window open: the next one costs half.
    await context.newPage();
    return new ChromiumLane(context);
  }

  async stop(): Promise<void> {
    this.free.forEach(({ lrs }) => { lrs?.stop(); });
    await this.browser.close();
    this.site.close();
  }
}
