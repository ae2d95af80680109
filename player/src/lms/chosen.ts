/** The LMS where there is one, else this browser. */

import type { Launch } from '../core/types';
import type { Batch, Ending, Lms, Outcome, Trouble, Why } from './lms';

/** A back end that may turn out not to be there. */
export interface Findable extends Lms {
  find(): Promise<boolean>;
}

export class Chosen implements Lms {
  private lms: Lms;

  constructor(
    private readonly first: Findable,
    alone: Lms,
  ) {
    this.lms = alone;
  }

  async start(): Promise<Launch> {
    if (await this.first.find()) this.lms = this.first;
    return this.lms.start();
  }

  timed(spent: () => number): void {
    this.lms.timed?.(spent);
  }

  recorded(): number | null {
    return this.lms.recorded();
  }

  note(state: () => string, told: Batch): void {
    this.lms.note?.(state, told);
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
