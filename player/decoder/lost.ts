/** Names the questions whose answers the codec could not take over: it counts them (player/src/core/codec/migrate.ts). */

import type { PlayerData, Slot } from '../src/data';
import { isGiven } from '../src/core/answers';
import { carried } from '../src/core/codec/carried';
import { unpack } from '../src/core/codec/memory';
import { drawnIn, thisVersion, versionOf } from '../src/core/codec/versions';
import type { Version } from '../src/core/codec/versions';
import type { AttemptMemory, Memory, PracticeMemory } from '../src/core/memory';
import type { Answer } from '../src/core/types';

/** Of a state that this package reads. */
export function lostIn(data: PlayerData, state: string): string[] {
  const [, hash = '', , payload = ''] = state.split('.');
  const from = versionOf(data, hash);
  if (from === null || hash === data.state.hash) return [];
  const now = thisVersion(data);
  const memory = unpack(from, payload, (other) => versionOf(data, other));
  return [...practised(from, now, memory), ...(memory.attempt === null ? [] : attempted(data, from, now, memory.attempt))];
}

function practised(from: Version, now: Version, memory: Memory): string[] {
  const removed = from.practice.filter((slot, i) => isWork(memory.practice[i]) && find(now.practice, slot) < 0);
  const lost = now.practice.filter((slot) => {
    const at = find(from.practice, slot);
    return isWork(memory.practice[at]) && !isWhole(from.practice[at], slot, memory.practice[at]?.answer);
  });
  return [...removed, ...lost].map(({ q }) => q);
}

function attempted(data: PlayerData, from: Version, now: Version, attempt: AttemptMemory): string[] {
  const drew = attempt.from === undefined ? from : versionOf(data, attempt.from);
  if (drew === null) return [];
  const [before, after] = [drawnIn(from, drew, attempt.seed), drawnIn(now, drew, attempt.seed)];
  const removed = before.filter((slot) => find(after, slot) < 0);
  const lost = after.filter((slot) => {
    const at = find(before, slot);
    const answer = attempt.slots[at]?.answer;
    return answer !== undefined && isGiven(answer) && !isWhole(before[at], slot, answer);
  });
  return [...removed, ...lost].map(({ q }) => q);
}

function find(slots: readonly Slot[], slot: Slot): number {
  return slots.findIndex((one) => one.q === slot.q);
}

function isWork(kept: PracticeMemory | undefined): boolean {
  return kept !== undefined && (kept.tries > 0 || isGiven(kept.answer));
}

function isWhole(from: Slot | undefined, to: Slot, answer: Answer | undefined): boolean {
  return from !== undefined && answer !== undefined && carried(from, to, answer)?.whole === true;
}
