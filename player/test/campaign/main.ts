/** `npm run campaign -- [--journeys N] [--from SEED] [--seed SEED] [--place NAME]`: journeys in Node. */

import { inNode } from './campaign';
import { command } from './command';

await command(inNode, 20000);
