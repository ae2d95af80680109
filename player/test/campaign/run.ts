/** Runs a journey: what its learner does, what goes wrong, and what is found wrong in it. */

import { Calm } from './calm';
import type { Outcome } from './findings';
import { answersOf } from './judge';
import { opensOnce } from './known';
import { follow, fresh } from './model';
import type { Work } from './model';
import { NodeStage } from './node-stage';
import { Past } from './past';
import type { Stage, View } from './stage';
import type { Journey, Step, Way } from './steps';
import { Watch } from './watch';

/** What is typed is stored within so many milliseconds, unless the browser dies before. */
const AT_MOST = 5000;
/** Nobody does two things at once, and a page shows what was done within so many milliseconds. */
const HAND = 100;
/** All tries again have been made after so many. */
const RECOVERY = 130000;

class Runner {
  private readonly counted = { faults: 0, launches: 0, given: 0, told: 0, offered: 0, lost: 0 };
  private readonly drawn = new Map<number, readonly string[]>();
  private readonly watch: Watch;
  private readonly past: Past;
  private readonly calm: Calm;
  private work: Work;
  /** Everything that was ever checked or handed in, whatever became of it. */
  private readonly ever: string[] = [];
  private everDone = false;
  private attempt = 1;

  constructor(
    private readonly journey: Journey,
    private readonly stage: Stage,
  ) {
    const { setup } = journey;
    this.watch = new Watch(setup, stage);
    this.past = new Past(setup.rules);
    this.calm = new Calm(setup);
    this.work = fresh(setup.rules);
  }

  async run(): Promise<Outcome> {
    const { watch } = this;
    await watch.guarded(() => this.launch());
    this.remember();
    for (const [at, step] of this.journey.steps.entries()) {
      if (watch.findings.length > 0) break;
      watch.at = at;
      await watch.guarded(() => this.perform(step));
    }
    if (watch.findings.length === 0) {
      watch.at = this.journey.steps.length;
      await watch.guarded(() => this.finish());
    }
    await watch.guarded(() => this.stage.close());
    return { findings: watch.findings, counts: { journeys: 1, flushes: watch.flushes, ...this.counted } };
  }

  /** In the end everything works again, and one more launch shows what was kept. */
  private async finish(): Promise<void> {
    await this.stage.heal();
    this.watch.offline = false;
    await this.stage.pass(RECOVERY);
    const { writes, save } = await this.judge();
    if (writes && !this.stage.isOver() && save !== 'saved' && save !== 'standalone') this.watch.find('never stored', `« ${save} » when everything works again`);
    await this.perform({ do: 'leave', way: 'close' });
    await this.stage.pass(AT_MOST);
    await this.judge();
  }

  private async perform(step: Step): Promise<void> {
    if (step.do === 'leave') return this.leave(step.way);
    if (step.do === 'wait') await this.stage.pass(step.ms);
    else if (step.do === 'hide') await this.stage.hide();
    else if (step.do === 'fault') await this.fault(step);
    else for (const each of this.stage.stepsFor(step, this.work)) await this.act(each);
    await this.stage.pass(HAND);
    await this.judge(step.do === 'hide' && this.calm.isHere());
  }

  private async fault(step: Extract<Step, { do: 'fault' }>): Promise<void> {
    this.counted.faults += 1;
    await this.stage.fault(step);
    this.calm.meet(step);
    if (step.fault === 'offline' || step.fault === 'online' || step.fault === 'expire') this.watch.offline = step.fault === 'offline' || this.stage.isOver();
  }

  private async act(step: Step): Promise<void> {
    const { rules } = this.journey.setup;
    const recorded = this.work.records.length;
    const drawn = await this.stage.act(step, this.work);
    const asked = (): readonly string[] => {
      const { seed = -1, ids = [] } = drawn ?? {};
      if (new Set(ids).size !== rules.take) this.watch.find('shows other work', `an attempt of ${ids.join()}`);
      this.drawn.set(seed, ids);
      return ids;
    };
    if (follow(this.work, rules, step, this.watch.pass(), asked)) this.counted.given += 1;
    this.remember();
    this.everDone ||= this.work.status === 'completed' || this.work.status === 'passed';
    this.ever.push(...answersOf(this.work.records.slice(recorded)));
  }

  private async leave(way: Way): Promise<void> {
    const { save, writes } = await this.look();
    const crash = way === 'crash';
    const until = crash ? this.stage.now() - AT_MOST : Infinity;
    this.watch.look(await this.stage.leave(way));
    this.watch.flushes += crash ? 0 : 1;
    await this.stage.pass(1000);
    this.watch.offline = false;
    await this.launch(way === 'reload');
    await this.resume(save, until, writes, this.calm.stores(way));
    this.calm.launch();
    await this.judge();
  }

  private async launch(reload = false): Promise<void> {
    this.counted.launches += 1;
    await this.stage.open(reload);
    if (reload && opensOnce(this.journey.setup) && (await this.look()).spent) {
      await this.stage.leave('close');
      await this.stage.open(false);
    }
    this.watch.launch(await this.look());
  }

  /** The page shows the work of some moment before; what came after it is lost. */
  private async resume(told: string, until: number, wrote: boolean, calm: boolean): Promise<void> {
    const renewed = this.stage.attempt() !== this.attempt;
    this.attempt = this.stage.attempt();
    const { held, offers } = await this.look();
    if (offers && calm && wrote) this.watch.find('never stored', 'everything worked when the page was left, and its work was only kept');
    if (offers) await this.takeUp();
    else if (renewed) this.past.renew(this.counted.given);
    const { shown } = await this.look();
    const stored = held === null || held.state === '' ? '' : this.stage.read(held.state, this.drawn);
    const seen = this.past.find(shown, held?.status ?? '', stored, offers);
    // Of who only looks nothing is stored, and cmi5 shows them what others must find.
    if (seen === null && !wrote && this.journey.setup.place === 'cmi5') return;
    if (seen === null) {
      this.watch.find('work of nobody', `${shown.text}${offers ? ' taken up' : ''} after ${this.past.last()}`);
      return;
    }
    if (this.past.isMissing(seen, until) && wrote) await this.lose(calm ? 'saved' : told, this.counted.given - seen.given, seen.text);
    // A page that is loaded again stays in front by its address, where nothing is stored.
    this.work = this.past.goOn(seen, this.counted.given, offers || !wrote);
    this.watch.resume();
  }

  /** Work that the browser kept is offered, and taken; only the page in front is then another. */
  private async takeUp(): Promise<void> {
    this.counted.offered += 1;
    await this.stage.takeUp();
    await this.stage.pass(HAND);
  }

  private async lose(told: string, answers: number, text: string): Promise<void> {
    const { blocked, place } = this.journey.setup;
    const alone = told === 'standalone' && place === 'none' && !blocked;
    const wasTold = told !== 'saved' && told !== 'ended' && !alone;
    if (wasTold && blocked) {
      this.counted.told += answers;
      return;
    }
    this.counted.lost += answers;
    const over = (await this.look()).writes ? '' : ', and the LMS takes no more';
    this.watch.find(wasTold ? 'told and not kept' : 'lost silently', `${String(answers)} answers after ${text}, « ${told} » was said${over}; last was ${this.past.last()}`);
  }

  /** `must`: everything has to be stored, whatever is said. */
  private async judge(must = false): Promise<View> {
    const view = await this.look();
    this.watch.judge(must && view.save === 'saving' ? { ...view, save: 'saved' } : view, { ...this.work, ever: this.ever, everDone: this.everDone }, this.drawn);
    return view;
  }

  private look(): Promise<View> {
    return this.stage.look();
  }

  private remember(): void {
    this.past.remember(this.work, this.stage.now(), this.counted.given);
  }
}

export function run(journey: Journey, stage: Stage = new NodeStage(journey.setup)): Promise<Outcome> {
  return new Runner(journey, stage).run();
}
