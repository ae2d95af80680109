/**
 * Takes a memory of an earlier version over into this one, question by question: what was removed
 * is dropped, what is new starts empty, nothing else changes.
 */

import type { PlayerData, Slot } from '../../data';
import { emptyAnswer, isGiven } from '../answers';
import { NO_GRADES } from '../memory';
import type { AttemptMemory, AttemptSlot, Memory, PracticeMemory } from '../memory';
import { carried } from './carried';
import { drawnIn, thisVersion, versionOf } from './versions';
import type { Version } from './versions';

/** What one question became, and whether some of the learner's work on it is gone. */
interface Moved<T> {
  readonly kept: T;
  readonly lost: boolean;
}

/** `lost` counts the questions whose answer could not be taken over whole. */
export function migrate(data: PlayerData, from: Version, memory: Memory): { memory: Memory; lost: number } {
  const now = thisVersion(data);
  const practice = now.practice.map((slot) => practised(from, slot, memory));
  const removed = from.practice.filter((slot, i) => isWork(memory.practice[i]) && !has(now.practice, slot)).length;
  const attempt = memory.attempt === null ? { kept: null, lost: 0 } : attempted(data, from, now, memory.attempt);
  const ratings = now.ratings.map((id) => memory.ratings[from.ratings.indexOf(id)] ?? { before: 0, after: 0 });
  const grades = now.draws.length === 0 ? NO_GRADES : memory.grades;
  const moved: Memory = { ...memory, ...read(data, from, now, memory), grades, practice: practice.map((one) => one.kept), ratings, attempt: attempt.kept };
  return { memory: moved, lost: removed + practice.filter((one) => one.lost).length + attempt.lost };
}

/** Pages by id; a learner whose page is gone stands on the nearest one before it. */
function read(data: PlayerData, from: Version, now: Version, memory: Memory): Pick<Memory, 'here' | 'opened'> {
  const at = (index: number): number => now.pages.indexOf(from.pages[index] ?? '');
  const before = from.pages.slice(0, memory.here + 1).map((_, i) => at(i)).filter((page) => page >= 0);
  const assessment = memory.here >= from.pages.length && data.assessment !== null;
  const here = assessment ? now.pages.length : before[before.length - 1] ?? 0;
  const opened = now.pages.map((id) => memory.opened[from.pages.indexOf(id)] ?? false);
  return { here, opened: opened.map((was, i) => was || i === here) };
}

function practised(from: Version, slot: Slot, memory: Memory): Moved<PracticeMemory> {
  const at = from.practice.findIndex((one) => one.q === slot.q);
  const [old, kept] = [from.practice[at], memory.practice[at]];
  const fresh: PracticeMemory = { tries: 0, checked: false, answer: emptyAnswer(slot.layout) };
  if (old === undefined || kept === undefined) return { kept: fresh, lost: false };
  const said = carried(old, slot, kept.answer);
  if (said === null) return { kept: fresh, lost: isWork(kept) };
  // What is left of an answer was never checked as such; that it was tried stays.
  return { kept: { ...kept, checked: kept.checked && said.whole, answer: said.answer }, lost: isWork(kept) && !said.whole };
}

function isWork(kept: PracticeMemory | undefined): boolean {
  return kept !== undefined && (kept.tries > 0 || isGiven(kept.answer));
}

function has(slots: readonly Slot[], slot: Slot): boolean {
  return slots.some((one) => one.q === slot.q);
}

/** An attempt stays, running or submitted, with those of its questions that exist. */
function attempted(data: PlayerData, from: Version, now: Version, attempt: AttemptMemory): { kept: AttemptMemory | null; lost: number } {
  const drew = attempt.from === undefined ? from : versionOf(data, attempt.from);
  if (drew === null) return { kept: null, lost: attempt.slots.length };
  const [before, after] = [drawnIn(from, drew, attempt.seed), drawnIn(now, drew, attempt.seed)];
  if (after.length === 0) return { kept: null, lost: attempt.slots.length };
  const slots = after.map((slot) => answered(before, slot, attempt));
  const removed = before.filter((slot) => !has(after, slot)).length;
  const front = after.findIndex((slot) => slot.q === before[attempt.at]?.q);
  const { phase, seed } = attempt;
  const kept = { phase, seed, ...drewLike(now, drew, seed), at: front < 0 ? Math.min(attempt.at, after.length - 1) : front, slots: slots.map((one) => one.kept) };
  return { kept, lost: removed + slots.filter((one) => one.lost).length };
}

/** Nothing when this version draws the same questions in the same order. */
function drewLike(now: Version, drew: Version, seed: number): { from?: string } {
  const names = (by: Version): string => drawnIn(now, by, seed).map((slot) => slot.q).join(' ');
  return drew.hash === now.hash || names(now) === names(drew) ? {} : { from: drew.hash };
}

function answered(before: readonly Slot[], slot: Slot, attempt: AttemptMemory): Moved<AttemptSlot> {
  const at = before.findIndex((one) => one.q === slot.q);
  const [old, kept] = [before[at], attempt.slots[at]];
  const fresh: AttemptSlot = { flagged: false, checked: false, answer: emptyAnswer(slot.layout) };
  if (old === undefined || kept === undefined) return { kept: fresh, lost: false };
  const said = carried(old, slot, kept.answer);
  if (said === null) return { kept: { ...fresh, flagged: kept.flagged }, lost: isGiven(kept.answer) };
  return { kept: { ...kept, checked: kept.checked && said.whole, answer: said.answer }, lost: isGiven(kept.answer) && !said.whole };
}
