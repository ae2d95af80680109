/** The same in a browser: `npm run campaign -- --chromium …`. */

import { command } from '../../../player/test/campaign/command';
import { Chromium } from './chromium';

const chromium = await Chromium.start();
try {
  await command((places) => chromium.ground(places), 2000);
} finally {
  await chromium.stop();
}
