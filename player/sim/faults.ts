/** Reads faults and settings written as words, for pages that choose them: `offline slow=500 fail=2`. */

import type { Switches } from './network';
import type { SimOptions } from './types';

/** Turns on what is named and off what is not. */
export function applyFaults(text: string, switches: Switches): void {
  const words = new Map(text.split(/\s+/u).filter(Boolean).map((word): [string, string] => {
    const [name = '', value = ''] = word.split('=');
    return [name, value];
  }));
  switches.offline = words.has('offline');
  switches.expired = words.has('expired');
  switches.slow = Number(words.get('slow') ?? 0);
  switches.failCommits(Number(words.get('fail') ?? 0));
}

/** Settings as `scormStandard=true newAttempt=always`. */
export function settingsOf(text: string): SimOptions['settings'] {
  const pairs = text.split(/\s+/u).filter(Boolean).map((pair) => pair.split('=') as [string, string]);
  return Object.fromEntries(pairs.map(([name, value]) => [name, value === 'true' ? true : value === 'false' ? false : value]));
}
