/** Says one answer again in the places of another version of its question: by letter or name, never by place. */

import type { Layout, Slot } from '../../data';
import { fitText, isGiven } from '../answers';
import { range } from '../order';
import type { Answer } from '../types';

export interface Carried {
  readonly answer: Answer;
  /** Whether nothing of it was lost and nothing more is asked. */
  readonly whole: boolean;
}

/** `null`: the question is another one, or asks in another way; it starts empty. */
export function carried(from: Slot, to: Slot, answer: Answer): Carried | null {
  if (answer.kind === 'set' && 'set' in to.layout) return set(from, to, answer.on);
  if (answer.kind === 'set' && 'pick' in to.layout) return only(set(from, to, answer.on));
  if (answer.kind === 'pick' && 'pick' in to.layout) return pick(from, to, answer.at);
  if (answer.kind === 'pick' && 'set' in to.layout) return more(pick(from, to, answer.at));
  if (answer.kind === 'picks' && 'picks' in to.layout) return picks(from, to, answer.at);
  if (answer.kind === 'order' && 'order' in to.layout) return order(from, to, answer.at);
  if (answer.kind === 'text' && 'text' in to.layout) return texts(from, to, answer.text, to.layout.bytes);
  return null;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** What the places of an answer name. */
export function partsOf(slot: Slot): string[] {
  const { layout, parts } = slot;
  if ('text' in layout) return parts === undefined ? range(layout.text).map(String) : parts.split(' ');
  return [...(parts ?? LETTERS.slice(0, count(layout)))];
}

function targetsOf(slot: Slot): string[] {
  return [...(slot.targets ?? LETTERS.slice(0, 'picks' in slot.layout ? slot.layout.of : 0))];
}

function count(layout: Exclude<Layout, { text: number }>): number {
  if ('set' in layout) return layout.set;
  if ('pick' in layout) return layout.pick;
  return 'picks' in layout ? layout.picks : layout.order;
}

/** Place in `to` of each place of `from`; null when they name nothing in common. */
function places(from: readonly string[], to: readonly string[]): (number | null)[] | null {
  const found = from.map((name) => to.indexOf(name)).map((at) => (at < 0 ? null : at));
  return found.every((at) => at === null) ? null : found;
}

function set(from: Slot, to: Slot, on: readonly number[]): Carried | null {
  const moved = places(partsOf(from), partsOf(to));
  if (moved === null) return null;
  const kept = on.flatMap((at) => moved[at] ?? []).sort((a, b) => a - b);
  return { answer: { kind: 'set', on: kept }, whole: kept.length === on.length };
}

function pick(from: Slot, to: Slot, at: number | null): Carried | null {
  const moved = places(partsOf(from), partsOf(to));
  if (moved === null) return null;
  const kept = at === null ? null : moved[at] ?? null;
  return { answer: { kind: 'pick', at: kept }, whole: at === null || kept !== null };
}

/** Of several choices where one is left to make: that one, if it was alone. */
function only(kept: Carried | null): Carried | null {
  if (kept?.answer.kind !== 'set') return null;
  const { on } = kept.answer;
  return { answer: { kind: 'pick', at: on.length === 1 ? on[0] ?? null : null }, whole: kept.whole && on.length === 0 };
}

/** One choice where more can be made now: it stays, to be checked again. */
function more(kept: Carried | null): Carried | null {
  if (kept?.answer.kind !== 'pick') return null;
  const { at } = kept.answer;
  return { answer: { kind: 'set', on: at === null ? [] : [at] }, whole: kept.whole && at === null };
}

function picks(from: Slot, to: Slot, at: readonly (number | null)[]): Carried | null {
  const sources = partsOf(to);
  const back = places(sources, partsOf(from));
  const targets = places(targetsOf(from), targetsOf(to));
  if (back === null || targets === null) return null;
  const kept = back.map((source) => (source === null ? null : at[source] ?? null)).map((target) => (target === null ? null : targets[target] ?? null));
  const given = at.filter((target) => target !== null).length;
  const same = given === kept.filter((target) => target !== null).length;
  return { answer: { kind: 'picks', at: kept }, whole: same && back.every((source) => source !== null) };
}

/** An order of other items says nothing of these. */
function order(from: Slot, to: Slot, at: readonly number[] | null): Carried | null {
  const [before, after] = [partsOf(from), partsOf(to)];
  const moved = before.map((name) => after.indexOf(name));
  if (before.length !== after.length || moved.includes(-1)) return null;
  return { answer: { kind: 'order', at: at === null ? null : at.map((item) => moved[item] ?? 0) }, whole: true };
}

function texts(from: Slot, to: Slot, text: readonly string[], bytes: number): Carried | null {
  const [before, after] = [partsOf(from), partsOf(to)];
  const named = from.parts !== undefined && to.parts !== undefined;
  const back = places(after, before);
  // A number without its unit, or with another one, is another number.
  if (back === null || (!named && (from.parts !== to.parts || before.length !== after.length))) return null;
  const said = back.map((at) => (at === null ? '' : text[at] ?? ''));
  const kept = said.map((one) => (fitText(one, bytes) === one ? one : ''));
  const given = (list: readonly string[]): number => list.filter((one) => one !== '').length;
  return { answer: { kind: 'text', text: kept }, whole: given(kept) === given(text) && (back.every((at) => at !== null) || !isGiven({ kind: 'text', text })) };
}
