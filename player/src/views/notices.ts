/** Banners under the bar: what the learner must know about saving, mode and resuming; never a dialog. */

import type { PlayerData } from '../data';
import { isUntracked } from '../core/notices';
import type { Launch, Notice, SaveStatus, Session, State, TabPlace } from '../core/types';
import { button, byId, el, focusOn, icon } from './dom';
import { t } from './words';

export interface NoticeActs {
  /** To the first page. */
  restart(): void;
  copyDiagnostic(): void;
  copyAnswers(): void;
  /** Goes on in this tab. */
  takeOver(): void;
  /** Forgets what this browser keeps and starts anew. */
  forget(): void;
}

interface Strip {
  readonly key: string;
  readonly sign: string;
  readonly tone?: 'is-off' | 'is-bad';
  readonly title?: string;
  readonly text: string;
  readonly acts: readonly HTMLElement[];
}

/** Notices that the learner waits for, or must not miss: the page goes to them. */
const ANSWERS = ['leaving:', 'ended:', 'moved:', 'refused:'];

export class Notices {
  private readonly box = byId('fi-notices');
  private shown = '';

  constructor(private readonly data: PlayerData, private readonly session: Session, private readonly acts: NoticeActs) {}

  update(state: State, save: SaveStatus): void {
    const told = (save.kind !== 'elsewhere' ? state.notices : []).map((notice) => this.ofNotice(notice, state));
    const strips = [...this.ofSave(save), ...told.filter(isBad), ...this.ofLaunch(this.session.launch, save), ...told.filter((strip) => !isBad(strip))];
    const key = strips.map((strip) => `${strip.key}:${strip.text}`).join('\n');
    if (key === this.shown) return;
    const news = ANSWERS.some((answer) => key.includes(answer) && !this.shown.includes(answer));
    // A button that was pressed may go with its notice: whoever was there is not sent back to the top.
    const here = this.box.contains(document.activeElement);
    this.shown = key;
    this.box.replaceChildren(...strips.map(draw));
    if (news || here) focusOn(this.box.querySelector('section') ?? document.querySelector('.fi-now :is(h1, h2)'));
  }

  private ofSave(save: SaveStatus): Strip[] {
    if (save.kind === 'elsewhere') return [this.ofTab(save.tab ?? 'second')];
    const retry = button(t('save.retry'), () => { this.session.hidden(); });
    const copy = this.copy();
    if (save.kind === 'lost' && save.reason !== null) return [{ key: 'denied', sign: 'failed', tone: 'is-bad', title: t('notice.untracked.title'), text: t(`untracked.${save.reason}`), acts: [retry, copy] }];
    if (save.kind === 'lost') return [{ key: 'lost', sign: 'offline', tone: 'is-off', title: t('notice.lost.title'), text: t('notice.lost'), acts: [copy] }];
    if (save.leaving !== undefined) return [{ key: 'leaving', sign: 'failed', tone: save.leaving === 'kept' ? 'is-off' : 'is-bad', title: t(`notice.${save.leaving}.title`), text: t(`notice.${save.leaving}`), acts: [retry, copy] }];
    if (save.kind === 'unsaved') return [{ key: 'unsaved', sign: 'failed', tone: 'is-bad', title: t('notice.unsaved.title'), text: t('notice.unsaved'), acts: [retry, copy] }];
    if (save.kind === 'ended' && this.leaves() && save.partly !== true) return [{ key: 'ended', sign: 'info', title: t('notice.quit.title'), text: t('notice.quit'), acts: [] }];
    if (save.kind === 'ended') return [{ key: 'ended', sign: 'info', title: t('notice.ended.title'), text: t('notice.ended'), acts: [] }];
    return [];
  }

  private copy(): HTMLElement {
    return button(t('save.copy'), () => { this.acts.copyAnswers(); }, { look: 'text' });
  }

  /** Another tab works on the module. */
  private ofTab(tab: TabPlace): Strip {
    const acts = tab === 'taking' ? [] : [button(t('tab.take'), () => { this.acts.takeOver(); })];
    return { key: tab, sign: tab === 'refused' ? 'failed' : 'info', ...(tab === 'refused' ? { tone: 'is-bad' } : {}), title: t(`tab.${tab}.title`), text: t(`tab.${tab}`), acts };
  }

  /** With a button of ours; else the LMS closed the module. */
  private leaves(): boolean {
    const { exit, caps } = this.session.launch;
    return exit !== undefined || caps.blind === true;
  }

  private ofLaunch(launch: Launch, save: SaveStatus): Strip[] {
    const forget = button(t('notice.forget'), () => { this.acts.forget(); }, { look: 'text' });
    const title = this.session.state().notices.some(isUntracked) ? {} : { title: t('notice.alone.title') };
    if (save.kind === 'standalone') return [{ key: 'alone', sign: 'info', ...title, text: t(save.kept ? 'notice.alone' : 'notice.alone.lost'), acts: save.kept ? [forget] : [] }];
    if (launch.mode === 'review') return [{ key: 'review', sign: 'review', title: t('notice.review.title'), text: t('notice.review'), acts: [] }];
    if (launch.mode === 'browse') return [{ key: 'browse', sign: 'review', title: t('notice.browse.title'), text: t('notice.browse'), acts: [] }];
    if (!launch.credit) return [{ key: 'no-credit', sign: 'info', title: t('notice.no-credit.title'), text: t('notice.no-credit'), acts: [] }];
    return [];
  }

  private ofNotice(notice: Notice, state: State): Strip {
    const close = button(t('close'), () => { this.session.dispatch({ type: 'dismiss', kind: notice.kind }); }, { look: 'text' });
    if (notice.kind === 'unsent') {
      const take = button(t('unsent.take'), () => { this.session.recover(); });
      const leave = button(t('unsent.leave'), () => { this.session.dispatch({ type: 'dismiss', kind: 'unsent' }); }, { look: 'text' });
      return { key: 'unsent', sign: 'resume', title: t('notice.unsent.title'), text: t('notice.unsent'), acts: [take, leave] };
    }
    if (notice.kind === 'foreign') {
      const anew = button(t('foreign.anew'), () => { this.session.anew(); });
      return { key: 'foreign', sign: 'info', title: t('notice.foreign.title'), text: t('notice.foreign'), acts: this.session.launch.mode === 'normal' ? [anew] : [] };
    }
    if (notice.kind !== 'resumed') {
      const copy = button(t('about.copy'), () => { this.acts.copyDiagnostic(); }, { look: 'text' });
      const title = t(`notice.${notice.kind}.title`);
      // It stays for as long as it is so.
      if (isUntracked(notice)) return { key: notice.kind, sign: 'failed', tone: 'is-bad', title, text: t(`untracked.${notice.detail}`), acts: [this.copy(), copy] };
      return { key: notice.kind, sign: 'info', title, text: t(`notice.${notice.kind}`, { detail: notice.detail }), acts: [copy, close] };
    }
    const restart = button(t('notice.restart'), () => { this.acts.restart(); }, { look: 'text' });
    const page = this.data.pages[state.here];
    const text = page === undefined ? t('notice.resumed.assessment') : t('notice.resumed', { n: state.here + 1, title: page.title });
    return { key: 'resumed', sign: 'resume', text: this.shown.includes('resumed:') ? this.textShown('resumed') : text, acts: [restart, close] };
  }

  /** A notice of resuming says where, not where the learner went since. */
  private textShown(key: string): string {
    const line = this.shown.split('\n').find((known) => known.startsWith(`${key}:`)) ?? '';
    return line.slice(key.length + 1);
  }
}

function isBad({ tone }: Strip): boolean {
  return tone === 'is-bad';
}

function draw(strip: Strip): HTMLElement {
  const words = el('p', {}, strip.title === undefined ? null : el('strong', {}, strip.title), strip.title === undefined ? null : ' ', strip.text);
  const role = strip.tone === 'is-bad' ? { role: 'alert' } : { 'aria-label': strip.title ?? t('notice.label') };
  const acts = strip.acts.length === 0 ? null : el('div', { class: 'fi-acts' }, ...strip.acts);
  return el('section', { class: `fi-notice ${strip.tone ?? ''}`.trim(), ...role }, icon(strip.sign), words, acts);
}
