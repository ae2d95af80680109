/** What a learner has done, by the rules of the module alone: shares nothing with the player's core. */

import { askedOf, PRACTICE } from './questions';
import { latest, scoreOf, standingOf } from './rules';
import type { Standing } from './rules';
import type { Rules, Step } from './steps';

export const PAGES = PRACTICE.map((page) => page.map(({ question }) => question.id));
export const QUESTIONS = PAGES.flat();
const OBJECTIVES = 3;
/** Tries beyond these are made, and not counted. */
const MOST_TRIES = 15;

type OnQuestion = Extract<Step, { readonly do: 'answer' | 'confirm' | 'flag' | 'open' }>;
type OfAttempt = OnQuestion | Extract<Step, { readonly do: 'summary' }> | { readonly do: 'submit' };

export interface Attempt {
  readonly shown: readonly string[];
  /** Number of the answer; −1: none. */
  given: number[];
  flagged: boolean[];
  confirmed: boolean[];
  at: number;
  phase: 'running' | 'summary' | 'submitted';
}

/** One answer that was checked or handed in. */
export interface Recorded {
  readonly id: string;
  readonly question: string;
  readonly kind: string;
  readonly said: string;
  /** `p1`, `p2`… for tries of an exercise, the number of an attempt. */
  readonly time: string;
  /** null: one part of several, each with a result of its own. */
  readonly score: number | null;
}

/** Everything that must come back at the next launch. */
export interface Work {
  here: number;
  opened: boolean[];
  practice: { given: number; checked: boolean; tries: number }[];
  ratings: { before: number; after: number }[];
  /** Hundredths of a per cent of each attempt that was handed in. */
  grades: number[];
  attempt: Attempt | null;
  status: Standing['status'];
  records: Recorded[];
}

export function fresh(rules: Rules): Work {
  return {
    here: 0,
    opened: PAGES.map((_, i) => i === 0),
    practice: QUESTIONS.map(() => ({ given: -1, checked: false, tries: 0 })),
    ratings: Array.from({ length: rules.ratings ? OBJECTIVES : 0 }, () => ({ before: 0, after: 0 })),
    grades: [],
    attempt: null,
    status: 'incomplete',
    records: [],
  };
}

/** Whether one more attempt may begin. */
export function canStart(work: Work, rules: Rules): boolean {
  if (!rules.assessment || (work.attempt !== null && work.attempt.phase !== 'submitted')) return false;
  if (rules.attempts !== null && work.grades.length >= rules.attempts) return false;
  return !rules.afterPages || work.opened.every((_, i) => isDone(work, i));
}

/** A page is done once it was opened and each of its questions was tried. */
export function isDone(work: Work, page: number): boolean {
  const tried = (id: string): boolean => (work.practice[QUESTIONS.indexOf(id)]?.tries ?? 0) > 0;
  return work.opened[page] === true && (PAGES[page] ?? []).every(tried);
}

/** The work after a step; `shown` tells which questions a new attempt asks. Whether the step was an answer. */
export function follow(work: Work, rules: Rules, step: Step, pass: number, shown: () => readonly string[]): boolean {
  const answered = act(work, rules, step, shown);
  work.status = latest(work.status, standingOf(work, rules, pass).status);
  return answered;
}

function act(work: Work, rules: Rules, step: Step, shown: () => readonly string[]): boolean {
  switch (step.do) {
    case 'go':
      return go(work, rules, step.to);
    case 'try':
    case 'check':
    case 'retry':
      return practise(work, step);
    case 'rate':
      return rate(work, step);
    case 'start':
      return start(work, rules, shown);
    case 'answer':
    case 'confirm':
    case 'flag':
    case 'open':
    case 'summary':
    case 'submit':
      return work.attempt === null ? false : attempt(work, work.attempt, rules, step);
    default:
      return false;
  }
}

function go(work: Work, rules: Rules, to: number): false {
  if (to > PAGES.length - (rules.assessment ? 0 : 1)) return false;
  work.here = to;
  if (to < PAGES.length) work.opened[to] = true;
  return false;
}

function practise(work: Work, step: Extract<Step, { do: 'try' | 'check' | 'retry' }>): boolean {
  const kept = work.practice[step.q];
  const id = QUESTIONS[step.q];
  if (kept === undefined || id === undefined) return false;
  if (step.do === 'retry') kept.checked = false;
  if (step.do === 'retry' || kept.checked) return false;
  if (step.do === 'try') {
    kept.given = givenBy(id, step.given);
    return kept.given >= 0;
  }
  if (kept.given < 0) return false;
  kept.checked = true;
  if (kept.tries === MOST_TRIES) return false;
  kept.tries += 1;
  work.records.push(...recordsOf(id, kept.given, `p${String(kept.tries)}`));
  return false;
}

function rate(work: Work, step: Extract<Step, { do: 'rate' }>): boolean {
  const kept = work.ratings[step.at];
  if (kept !== undefined) kept[step.when] = step.value;
  return kept !== undefined && step.value > 0;
}

function start(work: Work, rules: Rules, shown: () => readonly string[]): false {
  if (!canStart(work, rules)) return false;
  const asked = shown();
  const none = <T>(value: T): T[] => asked.map(() => value);
  work.here = PAGES.length;
  work.attempt = { shown: asked, given: none(-1), flagged: none(false), confirmed: none(false), at: 0, phase: 'running' };
  return false;
}

function attempt(work: Work, running: Attempt, rules: Rules, step: OfAttempt): boolean {
  const over = running.phase === 'submitted';
  if (step.do === 'open' && running.shown[step.at] !== undefined) {
    running.at = step.at;
    if (!over) running.phase = 'running';
  }
  if (over) return false;
  if (step.do === 'summary') running.phase = step.on ? 'summary' : 'running';
  if (step.do === 'submit') submit(work, running);
  return step.do === 'summary' || step.do === 'submit' ? false : onQuestion(running, rules, step);
}

function onQuestion(running: Attempt, rules: Rules, step: OnQuestion): boolean {
  const id = running.shown[step.at];
  if (id === undefined) return false;
  if (step.do === 'flag') running.flagged[step.at] = step.on;
  if (step.do === 'confirm' && rules.feedback === 'immediate' && rules.corrections !== 'none' && (running.given[step.at] ?? -1) >= 0) running.confirmed[step.at] = true;
  if (step.do !== 'answer' || running.confirmed[step.at] === true) return false;
  running.given[step.at] = givenBy(id, step.given);
  return (running.given[step.at] ?? -1) >= 0;
}

function submit(work: Work, running: Attempt): void {
  running.phase = 'submitted';
  running.at = 0;
  work.grades.push(scoreOf(running));
  const number = String(work.grades.length);
  work.records.push(...running.shown.flatMap((id, i) => recordsOf(id, running.given[i] ?? -1, number)));
}

/** Which answer a step gives: its number, or −1 when that one takes the answer back. */
function givenBy(id: string, chosen: number): number {
  const { givens } = askedOf(id);
  const at = chosen % givens.length;
  return givens[at]?.score === null ? -1 : at;
}

/** What an LMS is told of an answer: nothing when there is none. */
function recordsOf(id: string, at: number, time: string): Recorded[] {
  const { givens, records, question } = askedOf(id);
  const given = givens[at];
  if (given === undefined) return [];
  return records.map((name, i) => ({ id: `${name}_0_${time}`, question: id, kind: question.type, time, said: given.said[i] ?? '', score: records.length > 1 ? null : given.score }));
}
