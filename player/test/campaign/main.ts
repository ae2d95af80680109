/** `npm run campaign -- [--journeys N] [--from SEED] [--seed SEED] [--place NAME]`: the campaign as a command. */

import { parseArgs } from 'node:util';
import { campaign, PLACES, told } from './campaign';

const { values } = parseArgs({ options: { journeys: { type: 'string', default: '20000' }, from: { type: 'string', default: '1' }, seed: { type: 'string' }, place: { type: 'string' } } });
const places = PLACES.filter((place) => values.place === undefined || values.place === place);

if (values.seed === undefined) {
  const { counts, failures, known } = await campaign(Number(values.from), Number(values.journeys), places);
  console.log(JSON.stringify({ ...counts, known }));
  for (const { seed } of failures) console.log(await told(seed, places));
  if (failures.length > 0) process.exitCode = 1;
} else {
  const words = await told(Number(values.seed), places);
  console.log(words);
  if (!words.endsWith('nothing is wrong')) process.exitCode = 1;
}
