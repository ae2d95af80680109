/** What a learner's work was at each moment: the model goes back to one of them when what came later is lost. */

import { expectedOf } from './content';
import { fresh } from './model';
import type { Work } from './model';
import { latest } from './rules';
import type { Rules } from './steps';
import type { Shown } from './stage';

export interface Moment {
  readonly text: string;
  readonly work: Work;
  readonly at: number;
  /** Answers given until then. */
  readonly given: number;
}

export class Past {
  private moments: Moment[] = [];

  constructor(private readonly rules: Rules) {}

  remember(work: Work, at: number, given: number): void {
    const text = expectedOf(work, this.rules);
    if (this.last() === text) return;
    this.moments.push({ text, work: structuredClone(work), at, given });
  }

  last(): string {
    return this.moments.at(-1)?.text ?? '';
  }

  /** Nothing of what was before is there any more. */
  renew(given: number): void {
    this.moments = [{ text: expectedOf(fresh(this.rules), this.rules), work: fresh(this.rules), at: 0, given }];
  }

  /** The last moment that is shown: better the one that is also stored. `taken`: in front is another page. */
  find(shown: Shown, status: string, stored: string, taken: boolean): Moment | null {
    const back = (moment: Moment): Moment => settled(taken ? { ...moment, work: { ...moment.work, here: shown.here } } : moment, status, this.rules);
    const fits = this.moments.map(back).filter(({ work }) => shown.isOf(work)).reverse();
    return (taken ? undefined : fits.find(({ text }) => text === stored)) ?? fits[0] ?? null;
  }

  /** Whether answers were given after it, until then. */
  isMissing(moment: Moment, until: number): boolean {
    return this.moments.some(({ at, given }) => given > moment.given && at <= until);
  }

  /** From here on; `more`: not all of it is stored yet, and the place may still have what was before. */
  goOn(moment: Moment, given: number, more: boolean): Work {
    this.moments = [...(more ? this.moments : []), { ...moment, at: 0, given }];
    return structuredClone(moment.work);
  }
}

/** The moment as it comes back where the LMS itself has judged. */
function settled(moment: Moment, status: string, rules: Rules): Moment {
  const work = { ...moment.work, status: latest(moment.work.status, wordOf(status)) };
  return { ...moment, work, text: expectedOf(work, rules) };
}

export function wordOf(status = ''): Work['status'] {
  return (['incomplete', 'failed', 'completed', 'passed'] as const).find((one) => one === status) ?? 'incomplete';
}
