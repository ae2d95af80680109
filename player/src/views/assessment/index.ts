/** The assessment: shows the screen of its phase, and moves the focus when the phase changes. */

import type { AssessmentState, Session, State } from '../../core/types';
import type { PlayerData } from '../../data';
import { byId, find, focusOn } from '../dom';
import { introView, lockedView } from './intro';
import type { Desk } from './parts';
import { resultView } from './result';
import { reviewView } from './review';
import { Running } from './running';
import { summaryView } from './summary';

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
    const { attempt } = state;
    if (state.phase !== 'result') this.reviewing = false;
    const screen = this.reviewing ? 'review' : state.phase;
    const changed = this.screen !== '' && screen !== this.screen;
    if (screen === 'running' && attempt !== null) this.run(changed || this.screen === '');
    if (screen === 'running' && attempt !== null) this.running?.update(attempt);
    else this.draw(screen, state);
    this.screen = screen;
    this.shown = state;
    if (changed && this.box.getClientRects().length > 0) this.land();
  }

  private same(state: AssessmentState): boolean {
    return this.shown !== null && JSON.stringify(this.shown) === JSON.stringify(state);
  }

  private run(fresh: boolean): void {
    if (!fresh && this.running !== null) return;
    this.running = new Running(this.desk);
    this.box.replaceChildren(this.running.root);
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
    this.box.replaceChildren(...nodes());
  }

  private review(open: boolean): void {
    this.reviewing = open;
    this.shown = null;
    this.update(this.desk.session.state());
  }

  private land(): void {
    const start = find(this.box, '[data-start]') ?? this.running?.start() ?? null;
    window.scrollTo(0, 0);
    focusOn(start);
  }
}

/** null for a module without one. */
export function assessmentOf(data: PlayerData, session: Session, go: (page: number) => void): Assessment | null {
  return data.assessment === null ? null : new Assessment({ data, info: data.assessment, session, go });
}
