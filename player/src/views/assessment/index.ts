/** The assessment: shows the screen of its phase, and moves the focus when the phase changes. */

import type { AssessmentState, Attempt, Session, State } from '../../core/types';
import type { PlayerData } from '../../data';
import { byId, find, focusOn } from '../dom';
import { breath, soon } from '../later';
import { introView, lockedView } from './intro';
import type { Desk } from './parts';
import { resultView } from './result';
import { reviewView } from './review';
import { Running } from './running';
import { summaryView } from './summary';

/** What a learner waits for in a result: title, score and its scale. */
const FIRST = 3;

export class Assessment {
  private readonly box: HTMLElement;
  private running: Running | null = null;
  private screen = '';
  private shown: AssessmentState | null = null;
  private reviewing = false;

  constructor(private readonly desk: Desk) {
    this.box = byId('fi-assessment');
  }

  update(all: State): void {
    const state = all.assessment;
    if (state === null || this.same(state)) return;
    const { attempt, phase } = state;
    if (phase !== 'result') this.reviewing = false;
    const screen = this.reviewing ? 'review' : phase;
    const fresh = screen !== this.screen;
    const changed = fresh && this.screen !== '';
    this.screen = screen;
    this.shown = state;
    const show = (): void => {
      if (this.shown !== state) return;
      if (screen !== 'running' || attempt === null) this.draw(screen, state);
      else this.run(attempt, fresh);
    };
    // A result is drawn in a task of its own, after that which marked, noted and told.
    if (changed && screen === 'result') void soon().then(show);
    else show();
    if (changed) void soon().then(() => { this.land(); });
  }

  private same(state: AssessmentState): boolean {
    return this.shown !== null && JSON.stringify(this.shown) === JSON.stringify(state);
  }

  private run(attempt: Attempt, fresh: boolean): void {
    if (fresh || this.running === null) {
      this.running = new Running(this.desk);
      this.box.replaceChildren(this.running.root);
    }
    this.running.update(attempt);
  }

  private draw(screen: string, state: AssessmentState): void {
    const { attempt } = state;
    const nodes = (): Node[] => {
      if (screen === 'locked') return lockedView(this.desk, state);
      if (attempt === null || screen === 'intro') return introView(this.desk, state);
      if (screen === 'summary') return summaryView(this.desk, attempt);
      if (screen === 'review') return reviewView(attempt, () => { this.review(false); });
      return resultView(this.desk, state, attempt, () => { this.review(true); });
    };
    const all = nodes();
    this.box.replaceChildren(...all.splice(0, FIRST));
    // The rest a task later, unless something else is shown by then.
    const rest = (): void => { if (this.shown === state) this.box.append(...all); };
    if (screen === 'result') void breath().then(rest);
    else rest();
  }

  private review(open: boolean): void {
    this.reviewing = open;
    this.shown = null;
    this.update(this.desk.session.state());
  }

  private land(): void {
    // Asked of the page: the layout has more to say, and takes longer.
    if (this.box.closest('.fi-now') === null) return;
    const start = find(this.box, '[data-start]') ?? this.running?.start() ?? null;
    window.scrollTo(0, 0);
    focusOn(start);
  }
}

/** null for a module without one. */
export function assessmentOf(data: PlayerData, session: Session, go: (page: number) => void): Assessment | null {
  return data.assessment === null ? null : new Assessment({ data, info: data.assessment, session, go });
}
