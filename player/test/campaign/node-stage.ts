/** The player's core in Node, under a clock of the campaign's own: as a page would use it. */

import { createSession } from '../../src/core/session';
import type { Event, Session } from '../../src/core/types';
import { Clock } from './clock';
import { contentOf, expectedOf, shownBy } from './content';
import { QUESTIONS } from './model';
import type { Work } from './model';
import { Page } from './page';
import type { Browser } from './page';
import type { Held, Place } from './places';
import { answerOf } from './questions';
import { stored } from './reader';
import { Scorm } from './scorm';
import type { Drawn, Stage, View } from './stage';
import type { Fault, Journey, Step, Way } from './steps';
import { RecordStore } from './store';

/** A session that takes longer to open never will. */
const PATIENCE = 130000;

export class NodeStage implements Stage {
  private readonly clock = new Clock();
  private readonly content;
  private readonly place: Place;
  private readonly browser: Browser;
  private page: Page;
  private session: Session | null = null;
  private offline = false;

  constructor(private readonly setup: Journey['setup']) {
    this.content = contentOf(setup.rules);
    this.place = setup.place === 'tincan' || setup.place === 'cmi5' ? new RecordStore(setup, this.clock, this.content) : new Scorm(setup, this.clock);
    this.browser = { clock: this.clock, engine: setup.engine, kept: new Map(), blocked: setup.blocked, place: this.place, seeds: [] };
    this.page = new Page(this.browser);
  }

  async open(reload: boolean): Promise<void> {
    if (!this.page.alive) this.page = new Page(this.browser);
    const lms = this.place.open(this.page, reload);
    const opening = createSession(this.content.data, this.content.graded, lms, this.page);
    let opened = false;
    void opening.then(() => { opened = true; });
    await this.clock.pass(this.setup.late + 200);
    for (let waited = 0; !opened && waited < PATIENCE; waited += 1000) await this.clock.pass(1000);
    if (!opened) throw new Error('the session never opens');
    this.session = await opening;
    this.page.join(this.session);
    await this.clock.pass(0);
  }

  look(): Promise<View> {
    const session = this.opened();
    const { rules } = this.setup;
    const state = session.state();
    const text = shownBy(state);
    return Promise.resolve({
      shown: { text, here: state.here, isOf: (work) => expectedOf(work, rules) === text },
      save: session.save().kind,
      writes: session.launch.mode === 'normal',
      credit: session.launch.credit,
      offers: state.notices.some(({ kind }) => kind === 'unsent'),
      spent: state.notices.some(({ kind }) => kind === 'untracked'),
      met: true,
      held: this.place.held(),
    });
  }

  stepsFor(step: Step): readonly Step[] {
    return [step];
  }

  act(step: Step, work: Work): Promise<Drawn | null> {
    const { seeds } = this.browser;
    const before = seeds.length;
    const event = eventOf(step, work);
    if (event !== null) this.opened().dispatch(event);
    const ids = this.opened().state().assessment?.attempt?.questions.map(({ question }) => question.id) ?? [];
    return Promise.resolve(step.do === 'start' ? { seed: seeds[before] ?? -1, ids } : null);
  }

  takeUp(): Promise<void> {
    this.opened().recover();
    return Promise.resolve();
  }

  hide(): Promise<void> {
    this.page.hide();
    this.page.show();
    return Promise.resolve();
  }

  async leave(way: Way): Promise<Held | null> {
    if (way === 'quit') {
      void this.opened().quit();
      await this.clock.pass(200);
    }
    if (way !== 'crash') this.page.goes(way, (how) => { this.place.refuses(how); });
    await this.clock.pass(0);
    this.page.end();
    this.place.close();
    this.offline = false;
    return this.place.held();
  }

  fault(fault: Fault): Promise<void> {
    const was = this.offline;
    if (fault.fault === 'offline' || fault.fault === 'online') this.offline = fault.fault === 'offline';
    this.place.fault(fault);
    if (was && !this.offline) this.page.online();
    return Promise.resolve();
  }

  heal(): Promise<void> {
    this.place.heal();
    if (this.offline) this.page.online();
    this.offline = false;
    return Promise.resolve();
  }

  pass(milliseconds: number): Promise<void> {
    return this.clock.pass(milliseconds);
  }

  now(): number {
    return this.clock.passed;
  }

  isOver(): boolean {
    return this.place.isOver();
  }

  attempt(): number {
    return this.place.attempt();
  }

  read(state: string, drawn: ReadonlyMap<number, readonly string[]>): string {
    return stored(this.content.data, this.setup.rules, state, drawn);
  }

  refusals(): readonly string[] {
    return this.place.refusals();
  }

  thrown(): readonly string[] {
    return this.clock.thrown.map(String);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private opened(): Session {
    if (this.session === null) throw new Error('no page is open');
    return this.session;
  }
}

function eventOf(step: Step, work: Work): Event | null {
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
      const id = work.attempt?.shown[at];
      return id === undefined ? null : { type: 'answer', target: { attempt: at }, answer: answerOf(id, step.given) };
    }
    default: return null;
  }
}
