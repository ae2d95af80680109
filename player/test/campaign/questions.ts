/** The questions of the campaign's modules, with answers that were marked by hand. */

import type { Answer } from '../../src/core/types';
import type { Question } from '../../src/data';
import { choice, fillIn, matching, numeric, sequencing, trueFalse } from '../fixtures';

/** One answer that a learner may give. */
export interface Given {
  readonly answer: Answer;
  /** Part of the points, by the rules of the module format; null: it takes an answer back. */
  readonly score: number | null;
  /** What each record of it says was answered: texts of SCORM 1.2. */
  readonly said: readonly string[];
}

const pick = (at: number | null, score: number | null, ...said: string[]): Given => ({ answer: { kind: 'pick', at }, score, said });
const set = (on: number[], score: number | null, ...said: string[]): Given => ({ answer: { kind: 'set', on }, score, said });
const picks = (at: (number | null)[], score: number | null, ...said: string[]): Given => ({ answer: { kind: 'picks', at }, score, said });
const order = (at: number[] | null, score: number | null, ...said: string[]): Given => ({ answer: { kind: 'order', at }, score, said });
const text = (given: string[], score: number | null, ...said: string[]): Given => ({ answer: { kind: 'text', text: given }, score, said });

/** One of four options, the first is right. */
const ONE = [pick(0, 1, 'a'), pick(1, 0, 'b'), pick(3, 0, 'd'), pick(null, null)];
/** Two of four are right; a wrong one takes back what a right one gives. */
const FIRST_AND_THIRD = [set([0, 2], 1, 'a,c'), set([0], 0.5, 'a'), set([0, 1, 2], 0.5, 'a,b,c'), set([1, 3], 0, 'b,d'), set([], null)];
const SECOND_AND_THIRD = [set([1, 2], 1, 'b,c'), set([2], 0.5, 'c'), set([0, 1], 0, 'a,b'), set([], null)];
const TRUE = [pick(0, 1, 't'), pick(1, 0, 'f'), pick(null, null)];
/** 2 678 kg within 1 %: another unit that says the same, a wrong unit, a mistake that was foreseen, no number. */
const MASS = [text(['2678', 'kg'], 1, '2678'), text(['2.678', 't'], 1, '2678'), text(['2678', 't'], 0.5, '2678000'), text(['2819', 'kg'], 0, '2819'), text(['douze', 'kg'], 0, ''), text(['', ''], null)];
/** Two blanks, each half of the points. */
const BLANKS = [text(['Bayer', 'bauxite'], 1, 'Bayer', 'bauxite'), text(['BAYER', 'cryolithe'], 0.5, 'BAYER', 'cryolithe'), text(['Hall', ''], 0, 'Hall', ''), text(['', ''], null)];
const PAIRS = [picks([0, 1], 1, 'a.1,b.2'), picks([0, 2], 0.5, 'a.1,b.3'), picks([1, null], 0, 'a.2'), picks([null, null], null)];
const ORDER = [order([0, 1, 2, 3], 1, 'a,b,c,d'), order([0, 1, 3, 2], 0.5, 'a,b,d,c'), order([1, 2, 3, 0], 0, 'b,c,d,a'), order(null, null)];

export interface Asked {
  readonly question: Question;
  readonly points: number;
  /** The first is right. */
  readonly givens: readonly Given[];
  /** Names of its records: one a blank for a text with blanks. */
  readonly records: readonly string[];
}

const WORTH_TWO = { objective: 'o1', points: 2 };

function asked(question: Question, givens: readonly Given[], points = 1): Asked {
  const { id } = question;
  return { question, points, givens, records: question.type === 'fill-in' ? [`${id}_procede`, `${id}_minerai`] : [id] };
}

/** On pages, in their order. */
export const PRACTICE: readonly (readonly Asked[])[] = [
  [asked(choice('p1'), ONE), asked(numeric('p2'), MASS)],
  [],
  [asked(fillIn('p3'), BLANKS), asked(matching('p4'), PAIRS), asked(sequencing('p5'), ORDER), asked(choice('p6', [0, 2]), FIRST_AND_THIRD)],
];

export const GRADED: readonly Asked[] = [
  asked(choice('g1', [0], WORTH_TWO), ONE, 2),
  asked(trueFalse('g2'), TRUE),
  asked(numeric('g3'), MASS),
  asked(fillIn('g4'), BLANKS),
  asked(matching('g5'), PAIRS),
  asked(sequencing('g6'), ORDER),
  asked(choice('g7', [1, 2], WORTH_TWO), SECOND_AND_THIRD, 2),
];

const ALL: ReadonlyMap<string, Asked> = new Map([...PRACTICE.flat(), ...GRADED].map((one) => [one.question.id, one]));

export function askedOf(id: string): Asked {
  const found = ALL.get(id);
  if (found === undefined) throw new Error(`the campaign has no question ${id}`);
  return found;
}

/** Which of the answers it is: −1 for none, −2 for one that nobody gave. */
export function numberOf(id: string, answer: Answer): number {
  const text = JSON.stringify(answer);
  const { givens } = askedOf(id);
  const at = givens.findIndex((given) => JSON.stringify(given.answer) === text);
  return at < 0 ? -2 : givens[at]?.score === null ? -1 : at;
}

/** The answer itself. */
export function answerOf(id: string, chosen: number): Given['answer'] {
  const { givens } = askedOf(id);
  const given = givens[chosen % givens.length];
  if (given === undefined) throw new Error('every question has answers');
  return given.answer;
}
