/** Chooses the back end: a record store named by the address, the LMS around the page, else this browser. */

import type { Env, Launch } from '../core/types';
import type { Batch, Ending, Lms, Outcome, Trouble, Why } from './lms';
import { Scorm12 } from './scorm12';
import { Standalone } from './standalone';
import type { Web } from './xapi/http';
import { launchedBy } from './xapi/launched';
import type { Content } from './xapi/opening';
import { Xapi } from './xapi/xapi';

/** `own` is the page's window; `key` names the module in this browser's storage. */
export function openLms(own: unknown, env: Env, key: string, xapi?: { readonly web: Web; readonly content: Content }): Lms {
  const address = xapi === undefined ? null : launchedBy(xapi.web);
  const found = xapi === undefined || address === null ? new Scorm12(own, env) : new Xapi(address, xapi.content, xapi.web, env);
  return new Chosen(found, new Standalone(env, key));
}

class Chosen implements Lms {
  private lms: Lms;

  constructor(
    private readonly first: Scorm12 | Xapi,
    alone: Lms,
  ) {
    this.lms = alone;
  }

  async start(): Promise<Launch> {
    if (await this.first.find()) this.lms = this.first;
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

  end(why: Ending): Outcome {
    return this.lms.end(why);
  }

  quit(): Promise<Outcome> {
    return this.lms.quit();
  }

  onTrouble(listener: (trouble: Trouble) => void): void {
    this.first.onTrouble(listener);
    this.lms.onTrouble(listener);
  }

  doubt(): void {
    this.lms.doubt?.();
  }

  prove(): void {
    this.lms.prove?.();
  }

  onOther(listener: (state: string) => void): void {
    this.lms.onOther?.(listener);
  }
}
