/** Runs a journey: what its learner does, what goes wrong, and what is found wrong in it. */

import { createSession } from '../../src/core/session';
import type { Event, Session } from '../../src/core/types';
import { Clock } from './clock';
import { contentOf, expectedOf, shownBy } from './content';
import { answersOf, storedFaults, wentBack, writtenFaults } from './judge';
import type { Finding, Rule } from './findings';
import { answerOf, follow, fresh, QUESTIONS } from './model';
import type { Work } from './model';
import { Page } from './page';
import type { Browser } from './page';
import type { Held, Place } from './places';
import { stored } from './reader';
import { latest, standingOf } from './rules';
import type { Standing } from './rules';
import { Scorm } from './scorm';
import type { Journey, Step, Way } from './steps';
import { RecordStore } from './store';

export interface Counts {
  readonly journeys: number;
  readonly flushes: number;
  readonly faults: number;
  readonly launches: number;
  readonly given: number;
  /** Told that they were not stored, with nowhere to keep them. */
  readonly told: number;
  /** Launches that offered what was kept, and were taken at their word. */
  readonly offered: number;
  readonly lost: number;
}

export interface Outcome {
  readonly findings: readonly Finding[];
  readonly counts: Counts;
}

/** The work at a moment: the model goes back to it when what came later is lost. */
interface Moment {
  readonly text: string;
  readonly work: Work;
  readonly at: number;
  /** Answers given until then. */
  readonly given: number;
}

/** What is typed is stored within so many milliseconds, unless the browser dies before. */
const AT_MOST = 5000;
/** Nobody does two things at once. */
const HAND = 40;
/** All tries again have been made after so many. */
const RECOVERY = 130000;
/** An LMS that says « true » without storing is found out within so many. */
const PROBED = 45000;

export class Runner {
  readonly findings: Finding[] = [];
  private readonly clock = new Clock();
  private readonly browser: Browser;
  private readonly content;
  private readonly place: Place;
  private readonly shown = new Map<number, readonly string[]>();
  private readonly counted = { flushes: 0, faults: 0, launches: 0, given: 0, told: 0, offered: 0, lost: 0 };
  private at = -1;
  private page: Page;
  private session: Session | null = null;
  private work: Work;
  private moments: Moment[] = [];
  /** Everything that was ever checked or handed in, whatever became of it. */
  private readonly ever: string[] = [];
  private everDone = false;
  /** This launch took up what an earlier one could not store. */
  private taken = false;
  private launchHeld: Held | null = null;
  private lastHeld: Held | null = null;
  private attempt = 1;
  /** Since when « stored » is said in vain; null: it is true. */
  private vain: number | null = null;
  private offline = false;

  constructor(private readonly journey: Journey) {
    const { setup } = journey;
    this.content = contentOf(setup.rules);
    this.place = setup.place === 'tincan' || setup.place === 'cmi5' ? new RecordStore(setup, this.clock, this.content) : new Scorm(setup, this.clock);
    this.browser = { clock: this.clock, engine: setup.engine, kept: new Map(), blocked: setup.blocked, place: this.place, seeds: [] };
    this.work = fresh(setup.rules);
    this.page = new Page(this.browser);
  }

  async run(): Promise<Outcome> {
    await this.guarded(() => this.launch());
    this.remember();
    for (const [at, step] of this.journey.steps.entries()) {
      this.at = at;
      await this.guarded(() => this.perform(step));
      if (this.findings.length > 0) break;
    }
    this.at = this.journey.steps.length;
    if (this.findings.length === 0) await this.guarded(() => this.finish());
    return { findings: this.findings, counts: { journeys: 1, ...this.counted } };
  }

  /** In the end everything works again, and one more launch shows what was kept. */
  private async finish(): Promise<void> {
    this.place.heal();
    if (this.offline) this.page.online();
    this.offline = false;
    await this.clock.pass(RECOVERY);
    this.judge();
    const kind = this.session?.save().kind;
    if (this.writes() && !this.place.isOver() && kind !== 'saved' && kind !== 'standalone') this.find('never stored', `« ${String(kind)} » when everything works again`);
    await this.perform({ do: 'leave', way: 'close' });
    await this.clock.pass(AT_MOST);
    this.judge();
  }

  private async perform(step: Step): Promise<void> {
    if (step.do === 'leave') return this.leave(step.way);
    if (step.do === 'wait') await this.clock.pass(step.ms);
    else if (step.do === 'hide') this.hide();
    else if (step.do === 'fault') this.fault(step);
    else this.act(step);
    await this.clock.pass(HAND);
    this.judge();
  }

  private fault(step: Extract<Step, { do: 'fault' }>): void {
    this.counted.faults += 1;
    const was = this.offline;
    if (step.fault === 'offline' || step.fault === 'online') this.offline = step.fault === 'offline';
    this.place.fault(step);
    if (was && !this.offline) this.page.online();
  }

  private hide(): void {
    this.page.hide();
    this.page.show();
  }

  private act(step: Step): void {
    const session = this.open();
    const event = this.eventOf(step);
    const seeds = this.browser.seeds.length;
    const recorded = this.work.records.length;
    if (event !== null) session.dispatch(event);
    const asked = (): readonly string[] => {
      const ids = session.state().assessment?.attempt?.questions.map(({ question }) => question.id) ?? [];
      if (new Set(ids).size !== this.journey.setup.rules.take) this.find('shows other work', `an attempt of ${ids.join()}`);
      this.shown.set(this.browser.seeds[seeds] ?? -1, ids);
      return ids;
    };
    if (follow(this.work, this.journey.setup.rules, step, this.pass(), asked)) this.counted.given += 1;
    this.remember();
    this.everDone ||= this.work.status === 'completed' || this.work.status === 'passed';
    this.ever.push(...answersOf(this.work.records.slice(recorded)));
  }

  private eventOf(step: Step): Event | null {
    const at = 'at' in step ? step.at : 0;
    const practice = QUESTIONS['q' in step ? step.q : 0] ?? '';
    switch (step.do) {
      case 'go': return { type: 'go', to: step.to };
      case 'try': return { type: 'answer', target: { practice }, answer: answerOf(practice, step.given) };
      case 'check': return { type: 'check', target: { practice } };
      case 'retry': return { type: 'retry', practice };
      case 'start': return { type: 'start' };
      case 'submit': return { type: 'submit' };
      case 'open': return { type: 'question', at };
      case 'confirm': return { type: 'check', target: { attempt: at } };
      case 'flag': return { type: 'flag', at, on: step.on };
      case 'summary': return { type: 'summary', open: step.on };
      case 'rate': return { type: 'rate', objective: at, when: step.when, value: step.value };
      case 'answer': {
        const id = this.work.attempt?.shown[at];
        return id === undefined ? null : { type: 'answer', target: { attempt: at }, answer: answerOf(id, step.given) };
      }
      default: return null;
    }
  }

  private async leave(way: Way): Promise<void> {
    const session = this.open();
    const told = session.save().kind;
    const crash = way === 'crash';
    if (way === 'quit') {
      void session.quit();
      await this.clock.pass(200);
    }
    if (!crash) this.page.goes(way, (how) => { this.place.refuses(how); });
    this.counted.flushes += crash ? 0 : 1;
    await this.clock.pass(0);
    const until = crash ? this.clock.passed - AT_MOST : Infinity;
    this.page.end();
    this.place.close();
    this.watch();
    const wrote = this.writes();
    await this.clock.pass(1000);
    this.page = new Page(this.browser);
    this.offline = false;
    await this.launch(way === 'reload');
    this.resume(told, until, wrote);
    this.judge();
  }

  private async launch(reload = false): Promise<void> {
    this.counted.launches += 1;
    const lms = this.place.open(this.page, reload);
    const opening = createSession(this.content.data, this.content.graded, lms, this.page);
    let opened = false;
    void opening.then(() => { opened = true; });
    await this.clock.pass(this.journey.setup.late + 200);
    for (let waited = 0; !opened && waited < RECOVERY; waited += 1000) await this.clock.pass(1000);
    if (!opened) throw new Error('the session never opens');
    const session = await opening;
    this.page.join(session);
    this.session = session;
    await this.clock.pass(0);
    this.launchHeld = this.place.held();
    this.lastHeld = this.launchHeld;
  }

  /** The page shows the work of some moment before; what came after it is lost. */
  private resume(told: string, until: number, wrote: boolean): void {
    const { rules } = this.journey.setup;
    const attempt = this.place.attempt();
    const renewed = attempt !== this.attempt;
    this.attempt = attempt;
    const status = this.place.held()?.status ?? '';
    this.takeUp();
    if (renewed && !this.taken) this.moments = [{ text: expectedOf(fresh(rules), rules), work: fresh(rules), at: 0, given: this.counted.given }];
    const text = shownBy(this.open().state());
    const { here } = this.open().state();
    const seen = this.moments.map((moment) => settled(this.taken ? { ...moment, work: { ...moment.work, here, opened: moment.work.opened } } : moment, status, rules)).reverse().find((moment) => moment.text === text);
    if (seen === undefined) {
      this.find('work of nobody', `${text}${this.taken ? ' taken up' : ''} after ${this.moments.at(-1)?.text ?? ''}`);
      return;
    }
    const missing = this.moments.filter(({ at, given }) => given > seen.given && at <= until);
    const answers = this.counted.given - seen.given;
    if (missing.length > 0 && wrote) this.lose(told, answers, seen.text);
    this.work = structuredClone(seen.work);
    // What was taken up is not stored yet: the place may still have less.
    const before = this.taken ? this.moments : [];
    this.moments = [...before, { ...seen, at: 0, given: this.counted.given }];
    this.vain = null;
  }

  /** Work that the browser kept is offered, and taken; only the page in front is then another. */
  private takeUp(): void {
    const session = this.open();
    this.taken = session.state().notices.some(({ kind }) => kind === 'unsent');
    if (!this.taken) return;
    this.counted.offered += 1;
    session.recover();
  }

  private lose(told: string, answers: number, text: string): void {
    const alone = told === 'standalone' && this.journey.setup.place === 'none' && !this.journey.setup.blocked;
    const wasTold = told !== 'saved' && told !== 'ended' && !alone;
    if (wasTold && this.journey.setup.blocked) {
      this.counted.told += answers;
      return;
    }
    this.counted.lost += answers;
    const over = this.writes() ? '' : ', and the LMS takes no more';
    this.find(wasTold ? 'told and not kept' : 'lost silently', `${String(answers)} answers after ${text}, « ${told} » was said${over}; last was ${this.moments.at(-1)?.text ?? ''}`);
  }

  private judge(): void {
    const session = this.open();
    const text = shownBy(session.state());
    const expected = expectedOf(this.work, this.journey.setup.rules);
    // cmi5 lets who looks see what others must find.
    const looks = this.journey.setup.place === 'cmi5' && !this.writes();
    if (text !== expected && !looks) this.find('shows other work', `${text} instead of ${expected}`);
    this.watch();
    const held = this.place.held();
    if (held === null) return;
    if (!this.writes() || !session.launch.credit) this.findAll(writtenFaults(this.launchHeld ?? held, held, this.writes()));
    if (this.writes() && session.save().kind === 'saved') this.judgeStored(held);
    else this.vain = null;
  }

  private judgeStored(held: Held): void {
    const { rules } = this.journey.setup;
    const session = this.open();
    this.counted.flushes += 1;
    // What the place itself said at the launch is taken up, and stored with the next change.
    const text = held.state === '' ? expectedOf(fresh(rules), rules) : stored(this.content.data, rules, held.state, this.shown);
    const state = text.replace(/"status":"(\w+)"\}$/u, (_, word: Work['status']) => `"status":"${latest(word, wordOf(this.launchHeld?.status))}"}`);
    const faults = storedFaults(held, state, { ...this.work, ever: this.ever, everDone: this.everDone }, this.standing(), this.journey.setup, session.launch.credit);
    if (faults.length === 0) this.vain = null;
    else if (this.offline || this.vain !== null) {
      this.vain ??= this.clock.passed;
      if (this.clock.passed - this.vain > PROBED) this.findAll(faults);
    } else this.findAll(faults);
  }

  /** What is true of the place at any moment. */
  private watch(): void {
    const held = this.place.held();
    if (held !== null && this.lastHeld !== null && wentBack(this.lastHeld.status, held.status)) this.find('status went back', `${this.lastHeld.status} became ${held.status}`);
    this.lastHeld = held;
    this.place.refusals().slice(0, 3).forEach((text) => { this.find('refused', text); });
    this.clock.thrown.slice(0, 3).forEach((error) => { this.find('exception', String(error)); });
  }

  private remember(): void {
    const text = expectedOf(this.work, this.journey.setup.rules);
    if (this.moments.at(-1)?.text === text) return;
    this.moments.push({ text, work: structuredClone(this.work), at: this.clock.passed, given: this.counted.given });
  }

  private standing(): Standing {
    const { setup } = this.journey;
    return standingOf(this.work, setup.rules, this.pass(), this.judges());
  }

  private pass(): number {
    const { setup } = this.journey;
    return this.judges() ? setup.mastery ?? 0 : setup.rules.pass;
  }

  /** Whether the place gives a pass mark of its own. */
  private judges(): boolean {
    const { mastery, place } = this.journey.setup;
    return mastery !== null && place !== 'none' && place !== 'tincan' && place !== 'openedx';
  }

  private writes(): boolean {
    return this.open().launch.mode === 'normal';
  }

  private open(): Session {
    if (this.session === null) throw new Error('no page is open');
    return this.session;
  }

  private async guarded(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.find('exception', error instanceof Error ? error.stack ?? error.message : String(error));
    }
  }

  private findAll(found: readonly [Rule, string][]): void {
    found.forEach(([rule, text]) => { this.find(rule, text); });
  }

  private find(rule: Rule, text: string): void {
    this.findings.push({ rule, at: this.at, text });
  }
}

/** The moment as it comes back where the LMS itself has judged. */
function settled(moment: Moment, status: string, rules: Journey['setup']['rules']): Moment {
  const work = { ...moment.work, status: latest(moment.work.status, wordOf(status)) };
  return { ...moment, work, text: expectedOf(work, rules) };
}

function wordOf(status = ''): Work['status'] {
  return (['incomplete', 'failed', 'completed', 'passed'] as const).find((one) => one === status) ?? 'incomplete';
}

export function run(journey: Journey): Promise<Outcome> {
  return new Runner(journey).run();
}
