/** After sending: score, pass or not, objectives, what to do next, and a sheet to print. */

import type { AssessmentState, Attempt, ObjectiveResult, Result } from '../../core/types';
import { reaches } from '../../core/grade';
import { button, el, icon } from '../dom';
import { day, number, percent, t, tn } from '../words';
import { cell, heading, pageLink, row } from './parts';
import type { Desk } from './parts';
import { meter, scale } from './measure';

export function resultView(desk: Desk, state: AssessmentState, attempt: Attempt, review: () => void): Node[] {
  const { result } = attempt;
  if (result === null) return [];
  const objectives = result.objectives.length === 0 ? [] : [heading(t('result.objectives')), el('p', { class: 'fi-quiet' }, t('result.bars', { pass: percent(state.pass) })), objectiveList(result.objectives, state.pass)];
  return [
    heading(t('result.title', { n: attempt.number }), true),
    score(desk, state, result),
    scale(result.score, state.pass),
    ...objectives,
    heading(t('result.next')),
    steps(desk, state, result),
    actions(desk, state, review),
    attestation(desk, state, result),
    ...notice(),
  ];
}

function score(desk: Desk, state: AssessmentState, result: Result): HTMLElement {
  const tone = result.passed ? 'right' : 'part';
  const words = el('p', { class: `fi-score-w fi-t-${tone}` }, icon(tone), el('span', {}, t(result.passed ? 'result.passed' : 'result.failed')));
  const facts = [tn('result.points', result.points, { total: result.total }), t('result.pass', { pass: percent(state.pass) })];
  const several = state.attemptsUsed > 1 && state.grade !== null;
  if (several) facts.push(t(`result.counts.${desk.info.grading}`, { grade: percent(state.grade ?? 0) }));
  if (result.blanks > 0) facts.push(tn('result.blanks', result.blanks));
  return el('div', { class: 'fi-score' }, el('p', { class: 'fi-score-n' }, percent(result.score)), el('div', {}, words, el('p', {}, facts.join(' '))));
}

function objectiveList(results: readonly ObjectiveResult[], pass: number): HTMLElement {
  const line = (each: ObjectiveResult): HTMLElement => {
    const low = !reaches(each.score, pass);
    const points = `${number(each.points)} / ${number(each.total)}`;
    const name = each.text.replace(/\.$/u, '');
    return el('li', {}, el('span', { class: 'fi-name' }, name), el('b', { class: 'fi-num' }, low ? `${points} · ${t('result.low')}` : points), meter(name, each.score, pass));
  };
  return el('ol', { class: 'fi-obj' }, ...results.map(line));
}

/** What to read again comes first, then the next attempt or the missing pages. */
function steps(desk: Desk, state: AssessmentState, result: Result): HTMLElement {
  const low = result.objectives.filter((each) => !reaches(each.score, state.pass));
  const open = state.next === 'pages' ? state.missing : [];
  const again = low.flatMap((each) => desk.data.pages.flatMap((page, i) => (serves(desk, page.questions, each.id) && !open.includes(i) ? [i] : [])));
  const items: Node[][] = [...new Set(again)].slice(0, 4).map((page) => [document.createTextNode(`${t('next.read')} `), pageLink(desk.data, page)]);
  if (state.next === 'pages') return stepList([...items, ...open.map((page) => [document.createTextNode(`${t('next.finish')} `), pageLink(desk.data, page)])]);
  return stepList([...items, [document.createTextNode(t(`next.${state.next ?? 'done'}`))]]);
}

function stepList(items: readonly Node[][]): HTMLElement {
  return el('ol', { class: 'fi-steps' }, ...items.map((item) => el('li', {}, el('span', {}, ...item))));
}

function serves(desk: Desk, questions: readonly string[], objective: string): boolean {
  return desk.data.practice.some((question) => questions.includes(question.id) && question.objective === objective);
}

function actions(desk: Desk, state: AssessmentState, review: () => void): HTMLElement {
  const start = button(t('intro.start', { n: state.attemptsUsed + 1 }), () => { desk.session.dispatch({ type: 'start' }); }, state.passed ? { wide: true } : { look: 'main', wide: true });
  const visible = state.attempt?.questions.some((question) => question.shows.verdict) === true;
  const see = button(t('result.review'), review, state.passed ? { look: 'main', wide: true } : { wide: true });
  const print = button(t('result.print'), () => { window.print(); }, { sign: 'print', wide: true });
  return row(visible ? see : el('p', {}, t(`result.hidden.${desk.info.feedback}`)), state.canStart ? start : null, print);
}

function attestation(desk: Desk, state: AssessmentState, result: Result): HTMLElement {
  const { module } = desk.data;
  const { learner } = desk.session.launch;
  return el('dl', { class: 'fi-block fi-gap' },
    cell(t(state.passed ? 'sheet.passed' : 'sheet.title'), module.title, '', 'fi-span'),
    learner === null || learner.name === '' ? cell(t('print.name'), '', t('sheet.by-hand'), 'fi-write') : cell(t('print.name'), learner.name),
    cell(t('print.date'), day(desk.session.save().at ?? Date.now())),
    cell(t('sheet.score'), percent(result.score)),
    cell(t('sheet.version'), module.version),
    cell(t('about.hash'), module.hash, '', 'fi-span fi-hash'));
}

/** The module's own notice, as on its first page. */
function notice(): Node[] {
  const first = document.querySelector('.fi-module-notice');
  return first === null ? [] : [first.cloneNode(true)];
}
