/** Runs journeys in a browser: some side by side, each in a profile of its own. */

import { PLACES } from '../../../player/test/campaign/campaign';
import type { Ground } from '../../../player/test/campaign/campaign';
import { journeyOf } from '../../../player/test/campaign/generate';
import { run } from '../../../player/test/campaign/run';
import type { Outcome } from '../../../player/test/campaign/run';
import type { Journey, Place } from '../../../player/test/campaign/steps';
import { Lrs } from '../tools/xapi-lrs';
import { BrowserStage, dataIn } from './browser-stage';
import { ScormHost } from './host';
import { insideText } from './inside-text';
import type { Engine, Lane } from './lane';
import { packages, RULES } from './packages';
import { Site } from './site';
import { StoreHost } from './store-host';

export class Browsers {
  private readonly packageOf = packages();
  private count = 0;
  private readonly free: Lane[] = [];

  private constructor(
    private readonly engine: Engine,
    private readonly site: Site,
  ) {}

  static async start(launch: (inside: string) => Promise<Engine>): Promise<Browsers> {
    const inside = insideText();
    const engine = await launch(inside);
    return new Browsers(engine, await Site.start(engine.begins ? '' : inside));
  }

  ground(places: readonly Place[] = PLACES): Ground {
    return { journey: (seed) => journeyOf(seed, places, RULES), run: (journey) => this.run(journey), lanes: 2, again: 'npm run campaign -- --chromium' };
  }

  async run(journey: Journey): Promise<Outcome> {
    const { setup } = journey;
    const isStore = setup.place === 'tincan' || setup.place === 'cmi5';
    const files = this.packageOf(isStore ? 'xapi' : 'scorm12', setup.rules);
    const lane = this.free.pop() ?? await this.engine.newLane();
    lane.errors = [];
    const name = String(this.count += 1);
    const host = isStore ? new StoreHost(setup, lane.lrs ??= await Lrs.start(), dataIn(files).module.iri) : new ScormHost(setup);
    const outcome = await run(journey, new BrowserStage(lane, this.site, files, setup, host, name));
    this.free.push(lane);
    return outcome;
  }

  async stop(): Promise<void> {
    this.free.forEach(({ lrs }) => { lrs?.stop(); });
    await this.engine.stop();
    this.site.close();
  }
}
