/** Turns a memory and an event into the next memory; what an event may not do leaves it as it is. */

import { emptyAnswer, fitAnswer, isGiven } from './answers';
import { graded } from './grade';
import { MOST } from './memory';
import type { AttemptMemory, AttemptSlot, Memory, PracticeMemory } from './memory';
import { attemptResult, attemptSlots, attemptsLeft, reportOf } from './module';
import type { Module } from './module';
import { missingPages, pageStates } from './progress';
import { canCheckAlone } from './shows';
import { latched } from './status';
import type { Answer, Event, Target } from './types';

type Of<T extends Event['type']> = Extract<Event, { type: T }>;

/** `seed` starts an attempt, and is not looked at otherwise. */
export function reduce(module: Module, memory: Memory, event: Event, seed: number): Memory {
  const next = step(module, memory, event, seed);
  const latch = latched(next.latch, reportOf(module, next).status);
  return latch === next.latch ? next : { ...next, latch };
}

function step(module: Module, memory: Memory, event: Event, seed: number): Memory {
  switch (event.type) {
    case 'go':
      return go(module, memory, event.to);
    case 'answer':
      return answer(module, memory, event.target, event.answer);
    case 'check':
      return check(module, memory, event.target);
    case 'retry':
      return module.frozen === true ? memory : onPractice(module, memory, event.practice, (kept) => ({ ...kept, checked: false }));
    case 'rate':
      return rate(memory, event);
    case 'start':
      return canStart(module, memory) ? start(module, memory, seed) : memory;
    case 'dismiss':
      return memory;
    default:
      return memory.attempt === null ? memory : onAttempt(module, memory, memory.attempt, event);
  }
}

function go(module: Module, memory: Memory, to: number): Memory {
  const last = module.data.pages.length - (module.data.assessment === null ? 1 : 0);
  if (!Number.isInteger(to) || to < 0 || to > last) return memory;
  const opened = memory.opened[to] === false ? memory.opened.map((was, i) => was || i === to) : memory.opened;
  return to === memory.here && opened === memory.opened ? memory : { ...memory, here: to, opened };
}

function answer(module: Module, memory: Memory, target: Target, given: Answer): Memory {
  if ('practice' in target) {
    const slot = module.data.state.practice.find((one) => one.q === target.practice);
    return onPractice(module, memory, target.practice, (kept) =>
      kept.checked || slot === undefined ? kept : { ...kept, answer: fitAnswer(given, slot.layout) });
  }
  const slots = memory.attempt === null ? [] : attemptSlots(module, memory.attempt);
  const layout = slots[target.attempt]?.slot.layout;
  return onSlot(memory, target.attempt, (kept) => (kept.checked || layout === undefined ? kept : { ...kept, answer: fitAnswer(given, layout) }));
}

function check(module: Module, memory: Memory, target: Target): Memory {
  if ('practice' in target) {
    return onPractice(module, memory, target.practice, (kept) =>
      kept.checked || !isGiven(kept.answer) ? kept : { ...kept, checked: true, tries: Math.min(kept.tries + 1, MOST.tries) });
  }
  const info = module.data.assessment;
  if (info === null || !canCheckAlone(info)) return memory;
  return onSlot(memory, target.attempt, (kept) => (isGiven(kept.answer) ? { ...kept, checked: true } : kept));
}

function rate(memory: Memory, event: Of<'rate'>): Memory {
  const value = event.value ?? 0;
  if (!Number.isInteger(value) || value < 0 || value > MOST.rating) return memory;
  return { ...memory, ratings: memory.ratings.map((rating, i) => (i === event.objective ? { ...rating, [event.when]: value } : rating)) };
}

/** Whether an attempt can start now. */
export function canStart(module: Module, memory: Memory): boolean {
  const info = module.data.assessment;
  if (info === null || (memory.attempt !== null && (module.frozen === true || memory.attempt.phase !== 'submitted'))) return false;
  if (attemptsLeft(module, memory) === 0 || memory.grades.count >= MOST.attempts) return false;
  return !info.afterPages || missingPages(pageStates(module.data, memory)).length === 0;
}

function start(module: Module, memory: Memory, seed: number): Memory {
  const attempt: AttemptMemory = { phase: 'running', seed: seed >>> 0, at: 0, slots: [] };
  const slots = attemptSlots(module, attempt).map(({ slot }): AttemptSlot => ({ flagged: false, checked: false, answer: emptyAnswer(slot.layout) }));
  return { ...memory, here: module.data.pages.length, attempt: { ...attempt, slots } };
}

function onAttempt(module: Module, memory: Memory, attempt: AttemptMemory, event: Of<'question' | 'flag' | 'summary' | 'submit'>): Memory {
  if (event.type === 'flag') return onSlot(memory, event.at, (kept) => ({ ...kept, flagged: event.on }));
  const running = attempt.phase !== 'submitted';
  if (event.type === 'question') {
    if (attempt.slots[event.at] === undefined) return memory;
    return { ...memory, attempt: { ...attempt, at: event.at, phase: running ? 'running' : attempt.phase } };
  }
  if (!running) return memory;
  if (event.type === 'summary') return { ...memory, attempt: { ...attempt, phase: event.open ? 'summary' : 'running' } };
  const { score } = attemptResult(module, attempt);
  return { ...memory, grades: graded(memory.grades, score), attempt: { ...attempt, phase: 'submitted', at: 0 } };
}

function onPractice(module: Module, memory: Memory, id: string, change: (kept: PracticeMemory) => PracticeMemory): Memory {
  const at = module.data.state.practice.findIndex((slot) => slot.q === id);
  const practice = memory.practice.map((kept, i) => (i === at ? change(kept) : kept));
  return practice.every((kept, i) => kept === memory.practice[i]) ? memory : { ...memory, practice };
}

/** Changes one answer of a running attempt. */
function onSlot(memory: Memory, at: number, change: (kept: AttemptSlot) => AttemptSlot): Memory {
  const { attempt } = memory;
  if (attempt === null || attempt.phase === 'submitted') return memory;
  const slots = attempt.slots.map((kept, i) => (i === at ? change(kept) : kept));
  return slots.every((kept, i) => kept === attempt.slots[i]) ? memory : { ...memory, attempt: { ...attempt, slots } };
}
