/** The campaign as a command: how many journeys, from which seed on, or one seed again, in one place alone. */

import { parseArgs } from 'node:util';
import { campaign, PLACES, told } from './campaign';
import type { Ground } from './campaign';
import type { Counts } from './findings';
import type { Place } from './steps';

/** Says what went wrong, and sets the exit code by it. */
export async function command(groundOf: (places: readonly Place[]) => Ground, journeys: number): Promise<void> {
  const options = { journeys: { type: 'string', default: String(journeys) }, from: { type: 'string', default: '1' }, seed: { type: 'string' }, place: { type: 'string' }, chromium: { type: 'boolean' } } as const;
  const { values } = parseArgs({ options });
  const ground = groundOf(PLACES.filter((place) => values.place === undefined || values.place === place));
  if (values.seed !== undefined) {
    const words = await told(ground, Number(values.seed));
    console.log(words);
    if (!words.endsWith('nothing is wrong')) process.exitCode = 1;
    return;
  }
  const began = Date.now();
  const seconds = (): number => Math.round((Date.now() - began) / 1000);
  const line = ({ journeys, lost }: Counts): string => `${String(journeys)} journeys, ${String(lost)} lost, ${String(seconds())} s`;
  const { counts, failures, known } = await campaign(ground, Number(values.from), Number(values.journeys), 5, (sofar) => { if (sofar.journeys % 100 === 0) console.log(line(sofar)); });
  console.log(JSON.stringify({ ...counts, known, seconds: seconds() }));
  for (const { seed, findings } of failures) console.log(await told(ground, seed, findings));
  console.log(`${line(counts)}, ${String(failures.length)} failed`);
  if (failures.length > 0) process.exitCode = 1;
}
