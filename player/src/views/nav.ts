/** The list of pages: their state in words, where the learner is, and a panel where there is no room. */

import type { PlayerData } from '../data';
import type { State } from '../core/types';
import { all, button, byId, el, find, focusOn, icon } from './dom';
import { ASSESSMENT } from './place';
import type { Place } from './place';
import { list, t, tn } from './words';

type Mark = 'done' | 'seen' | 'todo' | 'here' | 'locked' | 'open' | 'passed' | 'failed' | 'running';

const SIGNS: Readonly<Record<Mark, string>> = { done: 'done', seen: 'seen', todo: 'todo', here: 'here', locked: 'lock', open: 'todo', passed: 'done', failed: 'seen', running: 'seen' };

export class Nav {
  readonly opener: HTMLButtonElement;
  private readonly panel = byId('fi-nav');
  private readonly links: readonly HTMLAnchorElement[];

  constructor(private readonly data: PlayerData, about: () => void) {
    this.opener = button(t('nav.button'), () => { this.press(); }, { sign: 'menu' });
    this.opener.classList.add('fi-bar-menu');
    this.opener.setAttribute('aria-controls', this.panel.id);
    this.links = all<HTMLAnchorElement>(this.panel, 'a');
    this.panel.append(el('div', { class: 'fi-nav-acts' }, button(t('nav.about'), about, { look: 'text' }), button(t('nav.print'), printAll, { look: 'text' })));
    this.toggle(false);
    for (const node of [this.panel, this.opener]) node.addEventListener('keydown', (event) => { this.escape(event); });
    this.panel.addEventListener('focusout', (event) => { this.left(event.relatedTarget); });
    document.addEventListener('click', (event) => { if (this.isOpen()) this.left(event.target); });
  }

  toggle(open: boolean): void {
    this.panel.classList.toggle('is-open', open);
    this.opener.setAttribute('aria-expanded', String(open));
  }

  /** The panel lies over the page: it begins where the bar ends, and reading goes to it. */
  private press(): void {
    this.toggle(!this.isOpen());
    if (!this.isOpen()) return;
    this.panel.style.setProperty('--bar', `${String(byId('fi-bar').offsetHeight)}px`);
    focusOn(find(this.panel, 'h2'));
  }

  private escape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.isOpen()) return;
    this.toggle(false);
    this.opener.focus();
  }

  /** Whoever tabs past its end, or points beside it, must not stay under it; a dialog opened from it comes back to it. */
  private left(to: EventTarget | null): void {
    if (!(to instanceof Element) || this.opener.contains(to) || this.panel.contains(to) || to.closest('dialog') !== null) return;
    this.toggle(false);
  }

  /** An entry that says the same already is left alone: making all of them anew takes as long as a page. */
  update(state: State, place: Place): void {
    for (const link of this.links) {
      const section = (link.getAttribute('href') ?? '').slice(2);
      const here = section === place.section;
      if (here) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
      const mark = here ? 'here' : this.mark(section, state);
      const why = section === ASSESSMENT ? this.why(state) : null;
      const said = `${mark ?? ''} ${why ?? ''}`;
      if (link.dataset['said'] === said) continue;
      link.dataset['said'] = said;
      find(link, '.fi-st')?.remove();
      find(link, '.fi-why')?.remove();
      if (mark !== null) link.append(el('span', { class: 'fi-st' }, icon(SIGNS[mark]), el('span', {}, t(`state.${mark}`))));
      if (why !== null) link.append(el('span', { class: 'fi-why' }, why));
    }
  }

  private isOpen(): boolean {
    return this.panel.classList.contains('is-open');
  }

  /** null for sections without a state. */
  private mark(section: string, state: State): Mark | null {
    if (section === ASSESSMENT) return assessmentMark(state);
    const page = state.pages[this.data.pages.findIndex((known) => known.id === section)];
    if (page === undefined) return null;
    return page.done ? 'done' : page.opened ? 'seen' : 'todo';
  }

  private why(state: State): string | null {
    const { assessment } = state;
    if (assessment?.phase !== 'locked') return null;
    return tn('state.missing', assessment.missing.length, { list: list(assessment.missing.map((i) => String(i + 1))) });
  }
}

function assessmentMark(state: State): Mark {
  const { assessment } = state;
  if (assessment === null) return 'open';
  if (assessment.phase === 'locked') return 'locked';
  if (assessment.passed) return 'passed';
  if (assessment.phase === 'running' || assessment.phase === 'summary') return 'running';
  return assessment.phase === 'result' ? 'failed' : 'open';
}

/** Every page on paper, not only the one in front. */
function printAll(): void {
  const root = document.documentElement;
  root.classList.add('fi-all');
  window.addEventListener('afterprint', () => { root.classList.remove('fi-all'); }, { once: true });
  window.print();
}
