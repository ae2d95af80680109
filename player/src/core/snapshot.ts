/** Derives what views show from a memory; a question whose memory is the same object is the same object again. */

import type { AssessmentInfo } from '../data';
import type { Batch } from '../lms/lms';
import { counted, reaches } from './grade';
import type { AttemptMemory, AttemptSlot, Memory, PracticeMemory } from './memory';
import { attemptResult, attemptSlots, attemptsLeft, hasPassed, reportOf } from './module';
import type { Module } from './module';
import { drawnCount } from './draw';
import { missingPages, pageStates, progressOf } from './progress';
import { attemptQuestion, practiceState } from './questions';
import type { AttemptContext } from './questions';
import { canStart } from './reduce';
import { isBelow } from './status';
import type { AssessmentState, Attempt, AttemptQuestion, NextStep, Notice, PageState, PracticeState, State } from './types';

/** A function from memory to state that remembers the questions it made. */
export function snapshots(module: Module): (memory: Memory, notices: readonly Notice[]) => State {
  const { data } = module;
  const free = module.frozen !== true;
  const practice = cached((kept: PracticeMemory, i: number) => {
    const state = practiceState(data, kept, i);
    return { ...state, canRetry: free && state.canRetry };
  });
  const attempt = attempts(module);
  return (memory, notices) => {
    const pages = pageStates(data, memory);
    const score = scoreOf(module, memory);
    return {
      here: memory.here,
      pages,
      progress: progressOf(data, memory, pages),
      practice: memory.practice.map((kept, i): PracticeState => practice(kept, i)),
      assessment: data.assessment === null ? null : assessmentState(module, data.assessment, memory, pages, attempt(memory)),
      ratings: memory.ratings.map((rating) => ({ before: rating.before || null, after: rating.after || null })),
      status: memory.latch,
      score: score === null ? null : Math.round(score * 10000) / 100,
      notices,
    };
  };
}

/**
 * 0 to 1, as reported: none when the state that earned the latched status is lost, nor when an LMS
 * that judges scores itself would take back a pass.
 */
export function scoreOf(module: Module, memory: Memory): number | null {
  const { status, score } = reportOf(module, memory);
  if (module.mastery && memory.latch === 'passed' && score !== null && !reaches(score, module.pass)) return null;
  const rule = module.data.assessment?.grading ?? 'best';
  const rising = rule === 'best' || rule === 'first';
  if (score === null || (rising && isBelow(status, memory.latch))) return null;
  return Math.max(score, module.floor ?? 0);
}

/** How the learner stands, as reported; nothing of it without credit. */
export function standing(module: Module, memory: Memory): Pick<Batch, 'score' | 'completion' | 'success'> {
  const score = scoreOf(module, memory);
  const { latch } = memory;
  return {
    ...(score === null ? {} : { score }),
    completion: latch === 'incomplete' ? 'incomplete' : 'completed',
    success: latch === 'passed' || latch === 'failed' ? latch : 'unknown',
  };
}

function cached<K extends object, V>(make: (key: K, i: number) => V): (key: K, i: number) => V {
  const known = new WeakMap<K, V>();
  return (key, i) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(key, i);
    known.set(key, made);
    return made;
  };
}

function attempts(module: Module): (memory: Memory) => Attempt | null {
  let known = new WeakMap<AttemptSlot, AttemptQuestion>();
  let moment = '';
  return (memory) => {
    const { attempt } = memory;
    const info = module.data.assessment;
    if (attempt === null || info === null) return null;
    const submitted = attempt.phase === 'submitted';
    const context: AttemptContext = { data: module.data, info, seed: attempt.seed, submitted, passed: hasPassed(module, memory) };
    const now = [context.submitted, context.passed].join();
    if (now !== moment) known = new WeakMap();
    moment = now;
    const questions = attemptSlots(module, attempt).map(({ slot, question }, i) => {
      const kept = attempt.slots[i];
      if (kept === undefined) throw new Error('an attempt has as many answers as its draw');
      const state = known.get(kept) ?? attemptQuestion(context, question, slot.layout, kept);
      known.set(kept, state);
      return state;
    });
    return attemptState(module, memory, attempt, questions);
  };
}

function attemptState(module: Module, memory: Memory, attempt: AttemptMemory, questions: readonly AttemptQuestion[]): Attempt {
  const submitted = attempt.phase === 'submitted';
  const which = (test: (question: AttemptQuestion) => boolean): number[] => questions.flatMap((question, i) => (test(question) ? [i] : []));
  return {
    number: memory.grades.count + (submitted ? 0 : 1),
    submitted,
    at: attempt.at,
    questions,
    blanks: which((question) => !question.given),
    flagged: which((question) => question.flagged),
    result: submitted ? attemptResult(module, attempt) : null,
  };
}

function assessmentState(module: Module, info: AssessmentInfo, memory: Memory, pages: readonly PageState[], attempt: Attempt | null): AssessmentState {
  const { count, best, last } = memory.grades;
  const grade = counted(memory.grades, info.grading);
  const missing = missingPages(pages);
  const phase = memory.attempt === null ? (info.afterPages && missing.length > 0 ? 'locked' : 'intro') : memory.attempt.phase;
  return {
    phase: phase === 'submitted' ? 'result' : phase,
    missing,
    pass: module.pass,
    questions: drawnCount(module.data.state, info),
    attemptsUsed: count + (attempt !== null && !attempt.submitted ? 1 : 0),
    attemptsLeft: attemptsLeft(module, memory),
    canStart: canStart(module, memory),
    attempt,
    grade: grade === null ? null : grade / 100,
    best: count === 0 ? null : best / 100,
    last: count === 0 ? null : last / 100,
    passed: hasPassed(module, memory),
    next: count === 0 ? null : nextStep(module, memory, missing),
  };
}

function nextStep(module: Module, memory: Memory, missing: readonly number[]): NextStep {
  if (!hasPassed(module, memory)) return attemptsLeft(module, memory) === 0 || module.frozen === true ? 'review' : 'retry';
  return module.data.completion !== 'assessment' && missing.length > 0 ? 'pages' : 'done';
}
