/** Looks at a journey after each of its steps, and keeps what it finds wrong. */

import { expectedOf } from './content';
import type { Finding, Rule } from './findings';
import { storedFaults, wentBack, writtenFaults } from './judge';
import { UNMET } from './known';
import { fresh } from './model';
import type { Work } from './model';
import { wordOf } from './past';
import type { Held } from './places';
import { latest, standingOf } from './rules';
import type { Stage, View } from './stage';
import type { Setup } from './steps';

/** An LMS that says « true » without storing is found out within so many milliseconds. */
const PROBED = 45000;

/** With what was ever recorded, though the work that it came from is lost. */
type Judged = Work & { readonly ever: readonly string[]; readonly everDone: boolean };

export class Watch {
  readonly findings: Finding[] = [];
  /** Index of the step that was done last. */
  at = -1;
  flushes = 0;
  /** The network is gone, or the session: until the next probe, an LMS may say « true » in vain. */
  offline = false;
  private met = true;
  private launched: Held | null = null;
  private last: Held | null = null;
  /** Since when « stored » is said in vain; null: it is true. */
  private vain: number | null = null;

  constructor(
    private readonly setup: Setup,
    private readonly stage: Stage,
  ) {}

  /** A launch: what the place has now is where this one begins. */
  launch({ held }: View): void {
    this.launched = held;
    this.last = held;
  }

  /** What the page says of what is stored begins anew. */
  resume(): void {
    this.vain = null;
  }

  judge(view: View, work: Judged, drawn: ReadonlyMap<number, readonly string[]>): void {
    const { shown, held } = view;
    this.met = view.met;
    // cmi5 lets who looks see what others must find.
    const looks = this.setup.place === 'cmi5' && !view.writes;
    if (!shown.isOf(work) && !looks) this.find('shows other work', `${shown.text} instead of ${expectedOf(work, this.setup.rules)}`);
    this.look(held);
    if (held === null) return;
    if (!view.writes || !view.credit) this.findAll(writtenFaults(this.launched ?? held, held, view.writes));
    if (view.writes && view.save === 'saved') this.judgeStored(view, held, work, drawn);
    else this.vain = null;
  }

  /** What is true of the place at any moment. */
  look(held: Held | null): void {
    if (held !== null && this.last !== null && wentBack(this.last.status, held.status)) this.find('status went back', `${this.last.status} became ${held.status}`);
    this.last = held;
    this.stage.refusals().slice(0, 3).forEach((text) => { this.find('refused', text); });
    this.stage.thrown().slice(0, 3).forEach((text) => { this.find('exception', text); });
  }

  find(rule: Rule, text: string): void {
    this.findings.push({ rule, at: this.at, text: this.met ? text : text + UNMET });
  }

  /** Pass mark that counts. */
  pass(): number {
    return this.judges() ? this.setup.mastery ?? 0 : this.setup.rules.pass;
  }

  async guarded(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.find('exception', error instanceof Error ? error.stack ?? error.message : String(error));
    }
  }

  private judgeStored(view: View, held: Held, work: Judged, drawn: ReadonlyMap<number, readonly string[]>): void {
    const { rules } = this.setup;
    this.flushes += 1;
    // What the place itself said at the launch is taken up, and stored with the next change.
    const text = held.state === '' ? expectedOf(fresh(rules), rules) : this.stage.read(held.state, drawn);
    const state = text.replace(/"status":"(\w+)"\}$/u, (_, word: Work['status']) => `"status":"${latest(word, wordOf(this.launched?.status))}"}`);
    const faults = storedFaults(held, state, work, standingOf(work, rules, this.pass(), this.judges()), this.setup, view.credit);
    if (faults.length === 0) this.vain = null;
    else if (this.offline || this.vain !== null) {
      this.vain ??= this.stage.now();
      if (this.stage.now() - this.vain > PROBED) this.findAll(faults);
    } else this.findAll(faults);
  }

  /** Whether the place gives a pass mark of its own. */
  private judges(): boolean {
    const { mastery, place } = this.setup;
    return mastery !== null && place !== 'none' && place !== 'tincan' && place !== 'openedx';
  }

  private findAll(found: readonly [Rule, string][]): void {
    found.forEach(([rule, text]) => { this.find(rule, text); });
  }
}
