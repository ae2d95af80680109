/** A state beside the module that it is of: what the learner did, as data (src/transcript/said.rs); its words are in told.ts. */

import type { AssessmentInfo, Question } from '../src/data';
import { attemptDraw } from '../src/core/codec/versions';
import { counted } from '../src/core/grade';
import type { AttemptMemory, Grades, Memory } from '../src/core/memory';
import { pageStates } from '../src/core/progress';
import type { Status } from '../src/core/types';
import { answered } from './answered';
import type { Answered } from './answered';
import { joined } from './joined';
import { playerData } from './package';
import type { Bare } from './package';
import type { Document, Pasted } from './pasted';

export interface Transcript {
  readonly module: Bare['module'];
  readonly state: { readonly schema: string; readonly sequence: number; readonly earlier: boolean; readonly lost: readonly string[]; readonly joined: number };
  readonly document: Document | null;
  readonly status: Status;
  /** null: the assessment. */
  readonly here: { readonly id: string; readonly title: string } | null;
  readonly pages: readonly { readonly id: string; readonly title: string; readonly opened: boolean; readonly done: boolean }[];
  readonly practice: readonly { readonly tries: number; readonly checked: boolean; readonly answered: Answered }[];
  /** 0: not given. */
  readonly ratings: readonly { readonly objective: string; readonly text: string; readonly before: number; readonly after: number }[];
  readonly assessment: Assessment | null;
}

export interface Assessment {
  /** Per cent, as all grades here. */
  readonly pass: number;
  readonly count: number;
  /** null: unlimited. */
  readonly allowed: number | null;
  readonly grades: Counted | null;
  readonly attempt: Tried | null;
}

export interface Counted extends Record<'first' | 'best' | 'last' | 'average' | 'counts', number> {
  readonly rule: AssessmentInfo['grading'];
  readonly passed: boolean;
}

export interface Tried {
  readonly number: number;
  readonly phase: AttemptMemory['phase'];
  /** Question in front, from 1. */
  readonly at: number;
  readonly points: number;
  readonly total: number;
  readonly score: number;
  readonly questions: readonly { readonly flagged: boolean; readonly points: number; readonly answered: Answered }[];
}

/** damaged: of this schema, but saying what it would not; foreign: of another one. */
export function transcript(bare: Bare, given: Pasted): Transcript | 'damaged' | 'foreign' {
  const data = playerData(bare);
  const found = joined(data, given);
  if (typeof found === 'string') return found;
  const { schema, sequence, memory, lost, joined: count } = found;
  const { document } = given;
  const pages = pageStates(data, memory).map((read, i) => ({ id: bare.pages[i]?.id ?? '', title: bare.pages[i]?.title ?? '', ...read }));
  return {
    module: bare.module,
    state: { schema, sequence, earlier: lost !== null, lost: lost ?? [], joined: count },
    document,
    status: memory.latch,
    here: pages[memory.here] ?? null,
    pages,
    practice: bare.practice.flatMap((question, i) => practised(bare, question, memory.practice[i])),
    ratings: memory.ratings.map((rating, i) => ({ objective: bare.objectives[i]?.id ?? '', text: bare.objectives[i]?.text ?? '', ...rating })),
    assessment: bare.assessment === null ? null : assessed(bare, bare.assessment, memory),
  };
}

function practised(bare: Bare, question: Question, kept: Memory['practice'][number] | undefined): Transcript['practice'] {
  return kept === undefined ? [] : [{ tries: kept.tries, checked: kept.checked, answered: answered(bare, question, kept.answer) }];
}

function assessed(bare: Bare, info: AssessmentInfo, { grades, attempt }: Memory): Assessment {
  const { count } = grades;
  return {
    pass: info.pass,
    count,
    allowed: info.attempts,
    grades: count === 0 ? null : countedBy(grades, info),
    attempt: attempt === null ? null : tried(bare, attempt, count),
  };
}

function countedBy(grades: Grades, { grading, pass }: AssessmentInfo): Counted {
  const counts = (counted(grades, grading) ?? 0) / 100;
  const average = (counted(grades, 'average') ?? 0) / 100;
  return { first: grades.first / 100, best: grades.best / 100, last: grades.last / 100, average, counts, rule: grading, passed: counts >= pass };
}

function tried(bare: Bare, attempt: AttemptMemory, submitted: number): Tried {
  const questions = attemptDraw(playerData(bare), attempt).flatMap((slot, i) => {
    const [question, kept] = [bare.graded.find((one) => one.id === slot.q), attempt.slots[i]];
    return question === undefined || kept === undefined ? [] : [{ flagged: kept.flagged, points: question.points, answered: answered(bare, question, kept.answer) }];
  });
  const points = questions.reduce((sum, one) => sum + one.answered.score * one.points, 0);
  const total = questions.reduce((sum, one) => sum + one.points, 0);
  const { phase, at } = attempt;
  const number = phase === 'submitted' ? Math.max(submitted, 1) : submitted + 1;
  return { number, phase, at: at + 1, points, total, score: Math.floor((total === 0 ? 0 : points / total) * 10000 + 0.5) / 100, questions };
}
