/** « À propos »: what this is, how it talks with the LMS, whom to ask; and the diagnostic to copy. */

import type { PlayerData } from '../data';
import type { Session } from '../core/types';
import { button, el } from './dom';
import { openDialog } from './dialog';
import { clock, day, t } from './words';

type Row = readonly [string, string];

export function openAbout(data: PlayerData, session: Session): void {
  const said = el('span', { class: 'fi-quiet', role: 'status' });
  const copyIt = button(t('about.copy'), () => {
    void copy(diagnostic(data, session)).then((done) => { said.textContent = t(done ? 'copied' : 'not-copied'); });
  }, { sign: 'copy' });
  const list = el('dl', { class: 'fi-about' });
  for (const [name, value] of rows(data, session)) list.append(el('dt', {}, name), el('dd', {}, value));
  openDialog(t('nav.about'), [list, el('div', { class: 'fi-row fi-gap' }, copyIt, said)]);
}

function rows(data: PlayerData, session: Session): Row[] {
  const { module } = data;
  const save = session.save();
  const all: Row[] = [
    [t('about.module'), module.title],
    [t('about.version-of'), t('about.version-value', { version: module.version, date: day(Date.parse(`${module.date}T12:00`)) })],
    [t('about.hash'), module.hash],
    [t('about.publisher'), `${module.publisher} · ${module.licence}`],
    [t('about.lms'), t(`about.lms.${session.launch.kind}`, { host: session.launch.host ?? '' })],
    [t('about.mode'), t(session.launch.credit ? `about.mode.${session.launch.mode}` : 'about.mode.no-credit')],
    [t('about.saved'), save.at === null ? t('about.never') : `${day(save.at)}, ${clock(save.at)}`],
    [t('about.support'), module.support],
  ];
  return all.filter(([, value]) => value !== '');
}

/** What support needs, without any answer or name. */
export function diagnostic(data: PlayerData, session: Session): string {
  const save = session.save();
  const state = session.state();
  const more: Row[] = [
    [t('about.status'), `${state.status}, ${state.score === null ? '–' : String(state.score)}`],
    [t('about.save-state'), `${save.kind} ${save.detail}`.trim()],
    [t('about.notices'), state.notices.map((notice) => `${notice.kind} ${notice.detail}`.trim()).join('; ')],
    [t('about.browser'), navigator.userAgent],
  ];
  return [...rows(data, session), ...more].map(([name, value]) => `${name}: ${value}`).join('\n');
}

/** Frames may forbid the clipboard: then the text is selected and copied the old way. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const field = el('textarea', { class: 'fi-vh', readonly: true, 'aria-hidden': 'true', tabindex: '-1' });
  const before = document.activeElement;
  field.value = text;
  (before?.closest('dialog') ?? document.body).append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return done;
}
