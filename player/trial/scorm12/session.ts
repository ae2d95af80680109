/** One launch of the trial in a SCORM 1.2 platform, from its opening to the last words of its page. */

import type { Store } from '../../src/core/types';
import type { Facts } from '../facts';
import { locate, RawApi } from './api';
import type { Line } from './api';
import { earlier, first, keep, opening, second, third } from './examine';
import type { Memory } from './examine';
import { stages } from './judge';
import type { Stage } from './judge';

export interface Trial {
  /** Of the learner, from 1. */
  readonly launch: number;
  readonly stages: readonly Stage[];
  readonly log: readonly Line[];
  /** The page is hidden; the page goes. */
  hidden(): void;
  gone(): void;
}

const KEY = 'filiere:essai:scorm12:';

export function begin(own: unknown, storage: Store | null, page: string): Trial {
  const located = locate(own);
  if (located === null) return { launch: 1, stages: stages({ where: 'none' }), log: [], hidden: () => undefined, gone: () => undefined };
  const memory = new Notes(storage, KEY + page);
  const api = new RawApi(located.api);
  const now = opening(api, located.where);
  const before = earlier(api, memory.read());
  const { launch } = before;
  memory.write({ launch, left: '' });
  const facts = examined(api, launch, now, before.facts);
  return { launch, stages: stages(facts), log: api.log, ...leaving(api, facts, memory) };
}

function examined(api: RawApi, launch: number, now: Facts, before: Facts): Facts {
  // What the first launch saw of the opening stays; of the mode each one speaks.
  const mode = now['mode'] ?? '';
  const opened: Facts = launch === 1 ? now : launch === 2 ? { then: mode } : { after: mode };
  const told = launch === 1 ? first(api) : launch === 2 ? second(api) : third(api);
  const facts = { ...before, ...opened, ...told, launch: String(launch) };
  const stored = keep(api, facts, '');
  return launch > 2 ? facts : { ...facts, [launch === 1 ? 'commit' : 'declared']: stored };
}

/** Each way out is tried, and leaves a letter that the next launch finds if it came through. */
function leaving(api: RawApi, facts: Facts, memory: Notes): Pick<Trial, 'hidden' | 'gone'> {
  let left = '';
  let closed = false;
  const note = (letter: string): void => {
    if (!left.includes(letter)) left += letter;
    memory.write({ launch: Number(facts['launch']), left });
  };
  return {
    hidden: () => {
      if (closed) return;
      note('h');
      keep(api, facts, left);
    },
    gone: () => {
      if (closed) return;
      closed = true;
      note('p');
      keep(api, facts, left, 'LMSFinish');
    },
  };
}

/** What this browser remembers of the last launch; it may be blocked. */
class Notes {
  constructor(private readonly storage: Store | null, private readonly key: string) {}

  read(): Memory | null {
    try {
      return JSON.parse(this.storage?.getItem(this.key) ?? 'null') as Memory | null;
    } catch {
      return null;
    }
  }

  write(memory: Memory): void {
    try {
      this.storage?.setItem(this.key, JSON.stringify(memory));
    } catch {
      // Then only the platform tells.
    }
  }
}
