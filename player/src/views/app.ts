/** The player's page: builds every view once, then keeps them with the session. */

import type { PlayerData } from '../data';
import type { Session } from '../core/types';
import { copy, diagnostic, openAbout } from './about';
import { givenWords } from './answer-words';
import { assessmentOf } from './assessment/index';
import { Bar } from './bar';
import { all, button, byId, el } from './dom';
import { scrollable, terms } from './glossary';
import { breath, laid, later } from './later';
import { Nav } from './nav';
import { Notices } from './notices';
import { Objectives } from './objectives';
import { ASSESSMENT } from './place';
import { Practice } from './practice';
import { createRouter } from './router';
import type { Router } from './router';
import { t } from './words';
import { zoomable } from './zoom';

export interface Ways {
  /** Forgets what this browser keeps. */
  forget(): void;
  /** The page once more, with what the LMS has now. */
  reload(): void;
  /** To where the LMS wants the learner; null: nowhere, the window closes. */
  leave(url: string | null): void;
}

/** In steps: none takes long, and nothing shows before it works. */
export async function start(data: PlayerData, session: Session, ways: Ways): Promise<void> {
  const practice = new Practice(data, session);
  const router = createRouter(data, session.state().here, {
    moved: (place) => {
      nav.toggle(false);
      practice.show(byId(`/${place.section}`));
      if (place.page !== null) session.dispatch({ type: 'go', to: place.page });
      work();
      void breath().then(frame);
    },
    shown: (section) => { scrollable(section, t('equation')); },
  });
  const nav = new Nav(data, () => { openAbout(data, session); });
  const frame = framed(data, session, ways, nav, router);
  frame();
  await laid();
  const work = working(data, session, router, practice, frame);
  session.subscribe(work);
  skipLink();
  zoomable();
  terms();
  await breath();
  router.start();
  window.addEventListener('resize', () => { scrollable(document, t('equation')); });
  await practice.finish();
}

/** Returns what keeps the pages up to date: where the learner works at once, all the rest after the next frame. */
function working(data: PlayerData, session: Session, router: Router, practice: Practice, frame: () => void): () => void {
  const assessment = assessmentOf(data, session, (page) => { router.go(page); });
  const objectives = new Objectives(data, session);
  objectives.update(session.state());
  const rest = later(() => {
    frame();
    [practice, objectives, assessment].forEach((view) => { view?.update(session.state()); });
  });
  return () => {
    (router.place().section === ASSESSMENT ? assessment : practice)?.update(session.state());
    rest();
  };
}

/** Bar, list of pages and notices: makes them, and returns what keeps them up to date. */
function framed(data: PlayerData, session: Session, ways: Ways, nav: Nav, router: Router): () => void {
  const bar = new Bar(session.launch, nav.opener, data.pages.length, wayOut(session, ways));
  const notices = new Notices(data, session, {
    restart: () => { session.dispatch({ type: 'dismiss', kind: 'resumed' }); router.go(0); },
    copyDiagnostic: () => { void copy(diagnostic(data, session)); },
    copyAnswers: () => { void copy(answers(data, session)); },
    forget: () => { ways.forget(); },
    takeOver: () => { void session.takeOver?.().then(() => { ways.reload(); }); },
  });
  const rest = still(session);
  return () => {
    const state = session.state();
    nav.update(state, router.place());
    bar.update(state, session.save());
    notices.update(state, session.save());
    rest();
  };
}

/** Reading goes on while another tab works: what would change something does not react. Nobody quits twice. */
function still(session: Session): () => void {
  const rest = (nodes: string, on: boolean): void => { all(document, nodes).forEach((node) => { node.toggleAttribute('inert', on); }); };
  return () => {
    const { kind } = session.save();
    rest('form, .fi-rates, #fi-assessment', kind === 'elsewhere');
    rest('.fi-leave', kind === 'elsewhere' || kind === 'ended');
  };
}

/** Where the LMS has no way out of its own, or stores the rest only when it is told the end; null: it needs none. */
function wayOut(session: Session, ways: Ways): HTMLElement | null {
  const { exit, caps } = session.launch;
  if (exit === undefined && caps.blind !== true) return null;
  const way = button('', () => { void session.quit().then(() => { if (exit !== undefined) ways.leave(exit.url); }); });
  // One word where there is no room for all.
  const short = t('quit.short');
  const [before = '', after = ''] = t('quit').split(short);
  way.replaceChildren(el('span', {}, el('span', { class: 'fi-more' }, before), short, el('span', { class: 'fi-more' }, after)));
  way.classList.add('fi-leave');
  return way;
}

/** The address is the place in the module: skipping must not change it. */
function skipLink(): void {
  document.querySelector('.fi-skip')?.addEventListener('click', (event) => {
    event.preventDefault();
    byId('fi-main').focus();
  });
}

/** Everything the learner gave, to keep when nothing can be stored. */
function answers(data: PlayerData, session: Session): string {
  const { practice, assessment } = session.state();
  const all = [...practice, ...(assessment?.attempt?.questions ?? [])].filter((each) => each.given);
  return [data.module.title, ...all.map((each) => `${each.question.label} → ${givenWords(each.question, each.answer)}`)].join('\n');
}
