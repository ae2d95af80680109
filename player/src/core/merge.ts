/** Joins the work of two tabs that began from the same memory; nothing that either of them did is lost. */

import type { PlayerData } from '../data';
import { MOST } from './memory';
import type { Grades, Memory } from './memory';
import { latched } from './status';

type Attempt = Memory['attempt'];

/** Progress is the union, grades add up, and of two answers to one question ours is the later. */
export function merged(data: PlayerData, base: Memory, mine: Memory, theirs: Memory): Memory {
  const same = <T>(a: T, b: T): boolean => JSON.stringify(a) === JSON.stringify(b);
  /** Ours when we changed it, else theirs. */
  const pick = <T>(start: T, ours: T, other: T): T => (same(start, ours) ? other : ours);
  const tries = (i: number): number => Math.min(MOST.tries, grown(base.practice[i]?.tries ?? 0, mine.practice[i]?.tries ?? 0, theirs.practice[i]?.tries ?? 0));
  const one = twice(base, mine, theirs);
  return {
    here: mine.here,
    opened: mine.opened.map((opened, i) => opened || theirs.opened[i] === true),
    practice: mine.practice.map((kept, i) => ({ ...pick(base.practice[i] ?? kept, kept, theirs.practice[i] ?? kept), tries: tries(i) })),
    ratings: mine.ratings.map((rating, i) => pick(base.ratings[i] ?? rating, rating, theirs.ratings[i] ?? rating)),
    recorded: Math.min(MOST.recorded, grown(base.recorded, mine.recorded, theirs.recorded)),
    latch: latched(mine.latch, theirs.latch),
    grades: one === null ? grades(base.grades, mine.grades, theirs.grades) : { ...one.grades, best: Math.max(mine.grades.best, theirs.grades.best) },
    attempt: data.assessment === null ? null : (one?.attempt ?? sameAttempt(base.attempt, mine.attempt, theirs.attempt, pick) ?? pick(base.attempt, mine.attempt, theirs.attempt)),
  };
}

/** A count to which both added. */
function grown(base: number, mine: number, theirs: number): number {
  return Math.max(mine, theirs, mine + theirs - base);
}

/** Each question of an attempt keeps its answer, and who submitted it ended it for both; null: nothing of one attempt is to be joined. */
function sameAttempt(base: Attempt, mine: Attempt, theirs: Attempt, pick: <T>(start: T, ours: T, other: T) => T): Attempt {
  if (base === null || mine === null || theirs === null || [base, theirs].some(({ seed, from }) => seed !== mine.seed || from !== mine.from)) return null;
  // Where one did nothing there is nothing to join.
  if (pick(base, mine, theirs) === theirs || pick(base, theirs, mine) === mine) return null;
  const over = [mine, theirs].find(({ phase }) => phase === 'submitted');
  return over ?? { ...mine, slots: mine.slots.map((kept, i) => pick(base.slots[i] ?? kept, kept, theirs.slots[i] ?? kept)) };
}

/** Theirs were stored first; an attempt of each tab is an attempt. */
function grades(base: Grades, mine: Grades, theirs: Grades): Grades {
  if (mine.count === base.count) return theirs;
  if (theirs.count === base.count) return mine;
  return {
    count: Math.min(MOST.attempts, grown(base.count, mine.count, theirs.count)),
    first: theirs.first,
    best: Math.max(mine.best, theirs.best),
    last: mine.last,
    sum: grown(base.sum, mine.sum, theirs.sum),
  };
}

/** Both submitted one attempt, which counts once: as who has more since has it, else who did better; null: they did not. */
function twice({ attempt, grades: { count } }: Memory, mine: Memory, theirs: Memory): Memory | null {
  if (attempt === null || attempt.phase === 'submitted' || mine.grades.count === count || theirs.grades.count === count) return null;
  return (mine.grades.count - theirs.grades.count || mine.grades.last - theirs.grades.last) < 0 ? theirs : mine;
}
