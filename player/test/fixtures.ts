/** Small modules for tests, made from what each test cares about. */

import type { AssessmentInfo, GradedQuestion, Layout, PlayerData, Question, QuestionBase, StateSchema } from '../src/data';

export function base(id: string, more: Partial<QuestionBase> = {}): QuestionBase {
  return { id, objective: null, points: 1, label: id, feedback: null, solution: null, ...more };
}

/** Four options; `right` are the indices of the right ones. */
export function choice(id: string, right: number[] = [0], more: Partial<QuestionBase> = {}): Question {
  const options = ['a', 'b', 'c', 'd'].map((letter, i) => ({ id: letter, right: right.includes(i), fixed: false, text: letter, feedback: null }));
  return { ...base(id, more), type: 'choice', multiple: right.length > 1, options };
}

export function trueFalse(id: string, answer = true): Question {
  return { ...base(id), type: 'true-false', answer };
}

export type Numeric = Extract<Question, { type: 'numeric' }>;

/** 2 678 kg within 1 %, in kilograms or tonnes. */
export function numeric(id: string, more: Partial<Numeric> = {}): Numeric {
  return {
    ...base(id),
    type: 'numeric',
    value: 2678,
    low: 2651.22,
    high: 2704.78,
    unit: 'kg',
    units: [{ symbol: 'kg', factor: 1, offset: 0 }, { symbol: 't', factor: 1000, offset: 0 }],
    askUnit: false,
    significant: null,
    measure: 'une masse',
    others: [{ symbol: 'g', factor: 0.001, offset: 0 }],
    shares: { unit: 0.5, dimension: 0.25, digits: 0.5 },
    shown: '2 678 kg',
    mistakes: [{ low: 2790, high: 2850, feedback: '<p>Vous avez oublié le rendement.</p>' }],
    ...more,
  };
}

export function fillIn(id: string): Question {
  return {
    ...base(id),
    type: 'fill-in',
    blanks: [
      { name: 'procede', answers: ['Bayer'], choices: null, ignoreCase: true, ignoreAccents: true },
      { name: 'minerai', answers: ['bauxite'], choices: ['bauxite', 'cryolithe'], ignoreCase: false, ignoreAccents: false },
    ],
  };
}

export function matching(id: string): Question {
  const sources = [{ id: 'a', text: '2xxx', target: 0 }, { id: 'b', text: '3xxx', target: 1 }];
  return { ...base(id), type: 'matching', sources, targets: [{ id: '1', text: 'cuivre' }, { id: '2', text: 'manganèse' }, { id: '3', text: 'fer' }] };
}

export function sequencing(id: string): Question {
  return { ...base(id), type: 'sequencing', items: ['a', 'b', 'c', 'd'].map((letter) => ({ id: letter, text: letter })) };
}

/** As src/state.rs lays a question out. */
export function layoutOf(question: Question): Layout {
  switch (question.type) {
    case 'choice':
      return question.multiple ? { set: question.options.length } : { pick: question.options.length };
    case 'true-false':
      return { pick: 2 };
    case 'numeric':
      return { text: question.askUnit || question.units.length > 1 ? 2 : 1, bytes: 24 };
    case 'fill-in':
      return { text: question.blanks.length, bytes: 24 };
    case 'matching':
      return { picks: question.sources.length, of: question.targets.length };
    case 'sequencing':
      return { order: question.items.length };
  }
}

export const ASSESSMENT: AssessmentInfo = {
  pass: 60,
  attempts: 3,
  grading: 'best',
  feedback: 'after-attempt',
  corrections: 'worked',
  shuffleQuestions: false,
  shuffleOptions: false,
  afterPages: false,
  draws: [],
};

export interface Made {
  readonly data: PlayerData;
  readonly graded: GradedQuestion[];
}

export interface Wanted {
  /** Practice questions of each page. */
  readonly pages?: readonly (readonly Question[])[];
  readonly graded?: readonly Question[];
  /** All of them when absent. */
  readonly take?: number;
  readonly assessment?: Partial<AssessmentInfo>;
  readonly completion?: PlayerData['completion'];
  readonly objectives?: readonly string[];
  readonly ratings?: boolean;
  readonly ui?: 'fr' | 'en';
}

export function made(wanted: Wanted = {}): Made {
  const pages = wanted.pages ?? [[], []];
  const graded = (wanted.graded ?? []).map((question): GradedQuestion => ({ ...question, html: `<p>${question.id}</p>` }));
  const take = wanted.take ?? graded.length;
  const slots = (list: readonly Question[]): { q: string; layout: Layout }[] => list.map((question) => ({ q: question.id, layout: layoutOf(question) }));
  const objectives = (wanted.objectives ?? []).map((id) => ({ id, text: id }));
  const state: StateSchema = {
    hash: 'test-1',
    pages: pages.length,
    practice: slots(pages.flat()),
    draws: graded.length === 0 ? [] : [{ take, pool: slots(graded) }],
    objectives: wanted.ratings === true ? objectives.length : 0,
  };
  const draws = graded.length === 0 ? [] : [{ bank: 'banque', pool: graded.map(({ id }) => id), take }];
  const data: PlayerData = {
    v: 1,
    module: { ...MODULE, ui: wanted.ui ?? 'fr' },
    pages: pages.map((questions, i) => ({ id: `page-${String(i + 1)}`, title: `Page ${String(i + 1)}`, questions: questions.map(({ id }) => id) })),
    objectives,
    completion: wanted.completion ?? (graded.length === 0 ? 'pages' : 'assessment'),
    assessment: graded.length === 0 ? null : { ...ASSESSMENT, ...wanted.assessment, draws },
    practice: pages.flat(),
    graded: '',
    state,
  };
  return { data, graded };
}

const MODULE: PlayerData['module'] = {
  id: 'essai',
  iri: 'https://exemple.quebec/modules/essai',
  title: 'Essai',
  about: 'De l’alumine au métal.',
  programmes: ['270.A0'],
  version: '1.0.0',
  date: '2026-11-01',
  language: 'fr-CA',
  ui: 'fr',
  hash: '0123456789ab',
  publisher: 'Essai',
  support: '',
  licence: 'CC-BY-4.0',
};
