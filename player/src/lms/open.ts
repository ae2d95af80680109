/** Chooses the back end: the LMS around the page, else this browser alone. */

import type { Env, Launch } from '../core/types';
import type { Batch, Lms, Outcome, Trouble, Why } from './lms';
import { Scorm12 } from './scorm12';
import { Standalone } from './standalone';

/** `own` is the page's window; `key` names the module in this browser's storage. */
export function openLms(own: unknown, env: Env, key: string): Lms {
  return new Chosen(new Scorm12(own, env), new Standalone(env, key));
}

class Chosen implements Lms {
  private lms: Lms;

  constructor(
    private readonly scorm: Scorm12,
    alone: Lms,
  ) {
    this.lms = alone;
  }

  async start(): Promise<Launch> {
    if (await this.scorm.find()) this.lms = this.scorm;
    return this.lms.start();
  }

  recorded(): number | null {
    return this.lms.recorded();
  }

  put(batch: Batch): void {
    this.lms.put(batch);
  }

  flush(why: Why): Promise<Outcome> {
    return this.lms.flush(why);
  }

  end(why: 'pagehide' | 'button'): Outcome {
    return this.lms.end(why);
  }

  onTrouble(listener: (trouble: Trouble) => void): void {
    this.scorm.onTrouble(listener);
    this.lms.onTrouble(listener);
  }
}
