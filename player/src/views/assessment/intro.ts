/** Before the assessment: what it asks, and what is missing to open it. */

import type { AssessmentState } from '../../core/types';
import { button, el } from '../dom';
import { percent, t, tn } from '../words';
import { cartouche, pageLink, para, row } from './parts';
import type { Desk } from './parts';

export function lockedView(desk: Desk, state: AssessmentState): Node[] {
  const missing = state.missing.map((page) => el('li', {}, el('span', {}, pageLink(desk.data, page))));
  return [cartouche(desk, state), para(tn('locked', missing.length)), el('ol', { class: 'fi-steps' }, ...missing)];
}

export function introView(desk: Desk, state: AssessmentState): Node[] {
  const start = button(t('intro.start', { n: state.attemptsUsed + 1 }), () => { desk.session.dispatch({ type: 'start' }); }, { look: 'main', wide: true });
  const before = state.grade === null ? null : el('p', {}, t('intro.grade', { grade: percent(state.grade) }));
  return [cartouche(desk, state), para(t('intro.free')), para(t(`intro.feedback.${desk.info.feedback}`)), row(state.canStart ? start : null, before)];
}
