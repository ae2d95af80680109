/** Runs journeys in a browser: some side by side, each in a profile of its own. */

import { PLACES } from '../../../player/test/campaign/campaign';
import type { Ground } from '../../../player/test/campaign/campaign';
import { journeyOf } from '../../../player/test/campaign/generate';
import { run } from '../../../player/test/campaign/run';
import { NOTHING } from '../../../player/test/campaign/findings';
import type { Outcome } from '../../../player/test/campaign/findings';
import type { Journey, Place } from '../../../player/test/campaign/steps';
import { Lrs } from '../tools/xapi-lrs';
import { BrowserStage } from './browser-stage';
import { ScormHost } from './host';
import { insideText } from './inside-text';
import type { Engine, Lane } from './lane';
import { dataIn, packages, RULES } from './packages';
import { Site } from './site';
import { StoreHost } from './store-host';

/** A journey that takes so many milliseconds never ends. */
const PATIENCE = 240000;

export class Browsers {
  private readonly packageOf = packages();
  private readonly lanes: Lane[] = [];
  private readonly free: Lane[] = [];

  private constructor(
    private readonly engine: Engine,
    private readonly site: Site,
  ) {}

  static async start(launch: () => Promise<Engine>): Promise<Browsers> {
    return new Browsers(await launch(), await Site.start(insideText()));
  }

  ground(places: readonly Place[] = PLACES): Ground {
    return { journey: (seed) => journeyOf(seed, places, RULES), run: (journey) => this.run(journey), lanes: 3, again: 'npm run campaign -- --chromium' };
  }

  async run(journey: Journey): Promise<Outcome> {
    const { setup } = journey;
    const isStore = setup.place === 'tincan' || setup.place === 'cmi5';
    const files = this.packageOf(isStore ? 'xapi' : 'scorm12', setup.rules);
    const lane = this.free.pop() ?? await this.newLane();
    lane.errors = [];
    // Under the same addresses, files and what was compiled of them stay in the browser.
    const name = `${String(this.lanes.indexOf(lane))}-${isStore ? 'xapi' : 'scorm12'}`;
    const host = isStore ? new StoreHost(setup, lane.lrs ??= await Lrs.start(), dataIn(files).module.iri) : new ScormHost(setup);
    const outcome = await inTime(run(journey, new BrowserStage(lane, this.site, files, setup, host, name)));
    // Whoever hangs keeps its lane.
    if (outcome !== null) this.free.push(lane);
    return outcome ?? { findings: [{ rule: 'exception', at: -1, text: `the journey hangs: ${lane.doing ?? ''}` }], counts: { ...NOTHING, journeys: 1 } };
  }

  async stop(): Promise<void> {
    this.lanes.forEach(({ lrs }) => { lrs?.stop(); });
    await this.engine.stop();
    this.site.close();
  }

  private async newLane(): Promise<Lane> {
    const lane = await this.engine.newLane();
    this.lanes.push(lane);
    return lane;
  }
}

/** null: it takes too long. */
async function inTime<T>(work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => { timer = setTimeout(() => { resolve(null); }, PATIENCE); });
  return Promise.race([work, late]).finally(() => { clearTimeout(timer); });
}
