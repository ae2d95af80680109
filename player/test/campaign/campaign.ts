/** Runs many journeys, adds up what they did, and tells of those that failed. */

import { journeyOf } from './generate';
import { NOTHING } from './findings';
import type { Counts, Finding, Outcome } from './findings';
import { nameOf } from './known';
import { run } from './run';
import { shrunk } from './shrink';
import { wordsOf } from './steps';
import type { Journey, Place } from './steps';

export const PLACES: readonly Place[] = ['strict', 'moodle', 'ilias', 'openedx', 'chamilo', 'none', 'tincan', 'cmi5'];

/** Where journeys are made and run. */
export interface Ground {
  journey(seed: number): Journey;
  run(journey: Journey): Promise<Outcome>;
  /** Journeys that are under way at once. */
  readonly lanes: number;
  /** Command that runs one again, but for its seed. */
  readonly again: string;
}

export function inNode(places = PLACES): Ground {
  return { journey: (seed) => journeyOf(seed, places), run: (journey) => run(journey), lanes: 1, again: 'npm run campaign --' };
}

export interface Failure {
  readonly seed: number;
  readonly findings: readonly Finding[];
}

export interface Campaign {
  readonly counts: Counts;
  readonly failures: readonly Failure[];
  /** Journeys that end in a fault that is known, by its name. */
  readonly known: Readonly<Record<string, number>>;
}

/** Journeys of `count` seeds from `first` on; stops after `most` failures; `tell` hears of each. */
export async function campaign(ground: Ground, first: number, count: number, most = 5, tell: (counts: Counts) => void = () => undefined): Promise<Campaign> {
  let counts = NOTHING;
  const known: Record<string, number> = {};
  const failures: Failure[] = [];
  let next = first;
  const lane = async (): Promise<void> => {
    while (next < first + count && failures.length < most) {
      const journey = ground.journey(next++);
      const { findings, counts: more } = await ground.run(journey);
      const names = findings.map((finding) => nameOf(finding, journey, findings));
      const open = findings.filter((_, i) => names[i] === undefined);
      if (open.length > 0) failures.push({ seed: journey.seed, findings: open });
      else if (names[0] !== undefined) known[names[0]] = (known[names[0]] ?? 0) + 1;
      // A journey that ends in a known fault says nothing of what is lost.
      counts = added(counts, findings.length > 0 && open.length === 0 ? { ...more, lost: 0 } : more);
      tell(counts);
    }
  };
  await Promise.all(Array.from({ length: ground.lanes }, lane));
  return { counts, failures, known };
}

/** The failing journey made small, in words, with the command that runs it again; `before`: what was found when it failed. */
export async function told(ground: Ground, seed: number, before: readonly Finding[] = []): Promise<string> {
  const unknown = async (journey: Journey): Promise<readonly Finding[]> => {
    const { findings } = await ground.run(journey);
    return findings.filter((finding) => nameOf(finding, journey, findings) === undefined);
  };
  const journey = ground.journey(seed);
  const rules = new Set((await unknown(journey)).map(({ rule }) => rule));
  if (rules.size === 0) return [`seed ${String(seed)}: nothing is wrong`, ...(before.length === 0 ? [] : [`the first time: ${inWords(before)}`, `  setup: ${JSON.stringify(journey.setup)}`])].join('\n  ');
  const small = await shrunk(journey, async (one) => (await unknown(one)).some(({ rule }) => rules.has(rule)));
  const findings = await unknown(small);
  const { setup, steps } = small;
  return [
    `seed ${String(seed)}: ${inWords(findings)}`,
    `  setup: ${JSON.stringify(setup)}`,
    ...steps.map((step, i) => `  ${String(i + 1)}. ${wordsOf(step)}`),
    `  again: ${ground.again} --seed ${String(seed)}`,
  ].join('\n');
}

function inWords(findings: readonly Finding[]): string {
  return findings.map(({ rule, at, text }) => `${rule} (after step ${String(at + 1)}): ${text}`).join('\n  ');
}

function added(a: Counts, b: Counts): Counts {
  const sum = Object.keys(a).map((name) => [name, a[name as keyof Counts] + b[name as keyof Counts]]);
  return Object.fromEntries(sum) as unknown as Counts;
}
