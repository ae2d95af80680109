/** The same in a browser: `npm run campaign -- --chromium …`. */

import { command } from '../../../player/test/campaign/command';
import { Browsers } from './browsers';
import { chromium } from './chromium-lane';

const browsers = await Browsers.start(chromium);
try {
  await command((places) => browsers.ground(places), 2000);
} finally {
  await browsers.stop();
}
