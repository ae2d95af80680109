/** One browser for many journeys: some run side by side, each in a profile of its own. */

import { buildSync } from 'esbuild';
import type { Browser } from 'playwright-core';
import { journeyOf } from '../../../player/test/campaign/generate';
import type { Ground } from '../../../player/test/campaign/campaign';
import { run } from '../../../player/test/campaign/run';
import type { Outcome } from '../../../player/test/campaign/run';
import type { Journey, Place } from '../../../player/test/campaign/steps';
import { launch } from '../tools/browser';
import { ChromiumStage } from './chromium-stage';
import { Lane } from './lane';
import { packages, RULES } from './packages';
import { Site } from './site';

const IN_CHROMIUM: readonly Place[] = ['strict', 'moodle', 'ilias', 'openedx', 'chamilo', 'none'];

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

  ground(places: readonly Place[] = IN_CHROMIUM): Ground {
    const here = IN_CHROMIUM.filter((place) => places.includes(place));
    return { journey: (seed) => journeyOf(seed, here, RULES), run: (journey) => this.run(journey), lanes: 2, again: 'npm run campaign -- --chromium' };
  }

  private async run(journey: Journey): Promise<Outcome> {
    const { setup } = journey;
    const lane = this.free.pop() ?? await this.newLane();
    lane.errors = [];
    this.count += 1;
    const outcome = await run(journey, new ChromiumStage(lane, this.site, this.packageOf('scorm12', setup.rules), setup, String(this.count)));
    this.free.push(lane);
    return outcome;
  }

  private async newLane(): Promise<Lane> {
    const context = await this.browser.newContext({ locale: 'en-CA', reducedMotion: 'reduce', viewport: { width: 640, height: 480 } });
    await context.addInitScript({ content: this.inside });
    // With another tab beside it, a tab that is closed leaves its window open: the next one costs half.
    await context.newPage();
    return new Lane(context);
  }

  async stop(): Promise<void> {
    await this.browser.close();
    this.site.close();
  }
}
