/** States of released versions, read by newer packages: kept question by question, by names and never by places. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, decode, encode } from '../src/core/codec/codec';
import { attemptDraw } from '../src/core/codec/versions';
import { load } from '../src/core/load';
import { NO_GRADES } from '../src/core/memory';
import type { Memory } from '../src/core/memory';
import type { Module } from '../src/core/module';
import { range } from '../src/core/order';
import { random, shuffled } from '../src/core/random';
import type { Random } from '../src/core/random';
import { snapshots } from '../src/core/snapshot';
import type { Answer, Launch } from '../src/core/types';
import type { PlayerData } from '../src/data';
import { edited, edition, packageOf } from './editions';
import type { Asked, Edition } from './editions';

/** An answer in words: what was chosen, matched, ordered or typed, by name. */
type Words = readonly string[];

interface Said {
  readonly answer: Words;
  readonly checked: boolean;
}

/** What a learner did, without a single place in a list. */
interface Deeds {
  readonly here: string;
  readonly opened: readonly string[];
  readonly practice: ReadonlyMap<string, Said & { readonly tries: number }>;
  readonly ratings: ReadonlyMap<string, string>;
  readonly kept: readonly unknown[];
  readonly attempt: { readonly phase: string; readonly at: string; readonly said: ReadonlyMap<string, Said & { readonly flagged: boolean }> } | null;
}

function asksOf(now: Edition): Map<string, Asked> {
  return new Map([...now.pages.flatMap((page) => page.asks), ...now.pool].map((one) => [one.id, one]));
}

function words(one: Asked | undefined, answer: Answer): Words {
  const name = (at: number): string => one?.parts[at] ?? '?';
  switch (answer.kind) {
    case 'set':
      return answer.on.map(name).sort();
    case 'pick':
      return answer.at === null ? [] : [name(answer.at)];
    case 'picks':
      return answer.at.flatMap((target, i) => (target === null ? [] : [`${name(i)}>${one?.targets[target] ?? '?'}`])).sort();
    case 'order':
      return (answer.at ?? []).map(name);
    case 'text':
      return answer.text.flatMap((text, i) => (text === '' ? [] : [`${name(i)}=${text}`])).sort();
  }
}

function deeds(now: Edition, data: PlayerData, memory: Memory): Deeds {
  const asks = asksOf(now);
  const { attempt } = memory;
  const slots = attempt === null ? [] : attemptDraw(data, attempt);
  return {
    here: now.pages[memory.here]?.id ?? 'assessment',
    opened: now.pages.map((page) => page.id).filter((_, i) => memory.opened[i] === true).sort(),
    practice: new Map(data.practice.map((q, i) => [q.id, { answer: words(asks.get(q.id), memory.practice[i]?.answer ?? { kind: 'pick', at: null }), checked: memory.practice[i]?.checked === true, tries: memory.practice[i]?.tries ?? 0 }])),
    ratings: new Map(now.objectives.map((id, i) => [id, JSON.stringify(memory.ratings[i])])),
    kept: [memory.recorded, memory.latch, memory.grades],
    attempt: attempt === null ? null : { phase: attempt.phase, at: slots[attempt.at]?.q ?? '', said: new Map(slots.map((slot, i) => [slot.q, { answer: words(asks.get(slot.q), attempt.slots[i]?.answer ?? { kind: 'pick', at: null }), checked: attempt.slots[i]?.checked === true, flagged: attempt.slots[i]?.flagged === true }])) },
  };
}

/** What of an answer still has its names; null: the question starts empty. */
function survives(before: Asked, after: Asked, answer: Words): { answer: Words; whole: boolean } | null {
  const common = after.parts.filter((part) => before.parts.includes(part));
  if (common.length === 0) return null;
  // A choice of one and a choice of several understand each other, but what was checked was another question.
  const choices: readonly string[] = ['set', 'pick'];
  if (before.kind !== after.kind && choices.includes(before.kind) && choices.includes(after.kind)) {
    const left = answer.filter((name) => after.parts.includes(name));
    return { answer: after.kind === 'pick' && left.length !== 1 ? [] : left, whole: answer.length === 0 };
  }
  if (before.kind !== after.kind) return null;
  const sameParts = common.length === before.parts.length && common.length === after.parts.length;
  if ((after.kind === 'order' || after.kind === 'number') && !sameParts) return null;
  if (after.kind === 'picks' && !after.targets.some((target) => before.targets.includes(target))) return null;
  const bytes = (text: string): number => new TextEncoder().encode(text).length;
  const stays = (word: string): boolean => {
    if (after.kind === 'picks') return after.parts.includes(word.split('>')[0] ?? '') && after.targets.includes(word.split('>')[1] ?? '');
    if (after.kind !== 'text' && after.kind !== 'number') return after.parts.includes(word);
    return after.parts.includes(word.slice(0, word.indexOf('='))) && bytes(word.slice(word.indexOf('=') + 1)) <= after.bytes;
  };
  const left = answer.filter(stays);
  const more = after.parts.some((part) => !before.parts.includes(part));
  const asksMore = more && (after.kind === 'picks' || (after.kind === 'text' && answer.length > 0));
  return { answer: left, whole: left.length === answer.length && !asksMore };
}

/** The model: what the learner finds in the next edition; `drawn` are the questions that began the attempt. */
function expected(before: Edition, after: Edition, was: Deeds, drawn: readonly string[]): Omit<Deeds, 'here'> {
  const [old, now] = [asksOf(before), asksOf(after)];
  const said = <T extends Said>(id: string, kept: T | undefined, fresh: T): T => {
    const [a, b] = [old.get(id), now.get(id)];
    const left = kept === undefined || a === undefined || b === undefined ? null : survives(a, b, kept.answer);
    return left === null || kept === undefined ? fresh : { ...kept, answer: left.answer, checked: kept.checked && left.whole };
  };
  const practice = after.pages.flatMap((page) => page.asks).map(({ id }) => [id, said(id, was.practice.get(id), { answer: [], checked: false, tries: 0 })] as const);
  const exists = new Set(after.pool.map((one) => one.id));
  const slots = was.attempt === null ? [] : drawn.filter((id) => exists.has(id));
  const taken = slots.map((id) => [id, said(id, was.attempt?.said.get(id), { answer: [], checked: false, flagged: was.attempt?.said.get(id)?.flagged === true })] as const);
  const at = was.attempt !== null && exists.has(was.attempt.at) ? was.attempt.at : null;
  return {
    opened: was.opened.filter((id) => after.pages.some((page) => page.id === id)),
    practice: new Map(practice),
    ratings: new Map(after.objectives.map((id) => [id, was.ratings.get(id) ?? '{"before":0,"after":0}'])),
    // Without an assessment there is no grade to keep.
    kept: after.pool.length > 0 ? was.kept : [...was.kept.slice(0, 2), NO_GRADES],
    attempt: was.attempt === null || taken.length === 0 ? null : { phase: was.attempt.phase, at: at ?? '*', said: new Map(taken) },
  };
}

/** A new edition may show the learner's own page again, and its first one: both count as opened. */
function compare(found: Deeds, wanted: Omit<Deeds, 'here'>, note: string): void {
  const opened = found.opened.filter((id) => wanted.opened.includes(id) || id !== found.here);
  const attempt = found.attempt === null || wanted.attempt?.at !== '*' ? found.attempt : { ...found.attempt, at: '*' };
  assert.deepEqual({ ...found, opened: opened.sort(), attempt }, { here: found.here, ...wanted }, note);
  assert.deepEqual([...(found.attempt?.said.keys() ?? [])], [...(wanted.attempt?.said.keys() ?? [])], note);
}

function answerTo(one: Asked, chance: Random): Answer {
  const n = one.parts.length;
  const none = chance.below(4) === 0;
  const text = (): string => ['', 'Bayer', 'é'.repeat(16), '2,7'][chance.below(4)] ?? '';
  const fits = (word: string): string => (new TextEncoder().encode(word).length <= one.bytes ? word : '');
  switch (one.kind) {
    case 'set':
      return { kind: 'set', on: range(n).filter(() => !none && chance.below(2) === 0) };
    case 'pick':
      return { kind: 'pick', at: none ? null : chance.below(n) };
    case 'picks':
      return { kind: 'picks', at: range(n).map(() => (none || chance.below(3) === 0 ? null : chance.below(one.targets.length))) };
    case 'order':
      return { kind: 'order', at: none ? null : shuffled(range(n), chance) };
    default:
      return { kind: 'text', text: range(n).map(() => (none ? '' : fits(text()))) };
  }
}

function memoryOf(now: Edition, data: PlayerData, chance: Random): Memory {
  const asks = asksOf(now);
  const answer = (id: string): Answer => answerTo(asks.get(id) as Asked, chance);
  const flip = (): boolean => chance.below(2) === 0;
  const grade = (): number => (now.pool.length === 0 ? 0 : chance.below(10001));
  const seed = chance.below(0x1_0000_0000);
  const slots = now.pool.length === 0 ? [] : attemptDraw(data, { seed }).map((slot) => ({ flagged: flip(), checked: flip(), answer: answer(slot.q) }));
  return {
    here: chance.below(now.pages.length + (now.pool.length === 0 ? 0 : 1)),
    opened: range(now.pages.length).map(flip),
    practice: data.practice.map((q) => ({ tries: chance.below(4), checked: flip(), answer: answer(q.id) })),
    ratings: now.objectives.map(() => ({ before: chance.below(5), after: chance.below(5) })),
    recorded: chance.below(200),
    latch: (['incomplete', 'failed', 'completed', 'passed'] as const)[chance.below(4)] ?? 'incomplete',
    grades: { count: now.pool.length === 0 ? 0 : chance.below(3), first: grade(), best: grade(), last: grade(), sum: grade() },
    attempt: slots.length === 0 || chance.below(4) === 0 ? null : { phase: (['running', 'summary', 'submitted'] as const)[chance.below(3)] ?? 'running', seed, at: chance.below(slots.length), slots },
  };
}

const LAUNCH: Launch = { state: '', location: '', priorStatus: 'none', pass: null, mode: 'normal', credit: true, caps: { interactions: true, objectives: true } } as unknown as Launch;

test('a newer package finds what of an older state still has a name, through two updates', () => {
  for (const seed of range(600)) {
    const chance = random(seed);
    const first = edition(chance);
    const second = edited(first, 'second', chance);
    const third = chance.below(5) === 0 ? first : edited(second, 'third', chance);
    const packages = [[first], [first, second], [first, second, third]].map((list) => packageOf(list, chance));
    const [one, two, three] = packages.map(({ data }) => data) as [PlayerData, PlayerData, PlayerData];
    const memory = memoryOf(first, one, chance);
    const was = deeds(first, one, memory);
    const drawn = [...(was.attempt?.said.keys() ?? [])];
    const in2 = decode(two, encode(one, memory, 7));
    assert.equal(in2.kind, 'ok', `seed ${String(seed)}`);
    if (in2.kind !== 'ok') return;
    compare(deeds(second, two, in2.memory), expected(first, second, was, drawn), `seed ${String(seed)}, second`);
    const in3 = decode(three, encode(two, in2.memory, 8));
    if (in3.kind !== 'ok') assert.fail(`seed ${String(seed)}: ${in3.kind}`);
    // A question that left and came back is asked again, unless the second edition drew its like by itself.
    const then = deeds(second, two, in2.memory);
    const asked = in2.memory.attempt?.from === undefined ? [...(then.attempt?.said.keys() ?? [])] : drawn;
    compare(deeds(third, three, in3.memory), expected(second, third, then, asked), `seed ${String(seed)}, third`);
    const skipped = decode(three, encode(one, memory, 7));
    if (skipped.kind !== 'ok') assert.fail(`seed ${String(seed)}: ${skipped.kind}`);
    compare(deeds(third, three, skipped.memory), expected(first, third, was, drawn), `seed ${String(seed)}, skipped`);
    const module: Module = { data: three, graded: new Map(packages[2]?.graded.map((q) => [q.id, q])), pass: 60, mastery: false };
    snapshots(module)(skipped.memory, []);
  }
});

test('corrupted states of any version start clean or are read, and never throw', () => {
  const alphabet = 'ABCxyz019-_.~é ';
  const kinds = new Set<string>();
  for (const seed of range(800)) {
    const chance = random(seed);
    const first = edition(chance);
    const second = edited(first, 'second', chance);
    const [old, now] = [packageOf([first], chance).data, packageOf([first, second], chance)];
    const whole = encode(old, memoryOf(first, old, chance), seed);
    const at = chance.below(whole.length);
    const letter = alphabet.charAt(chance.below(alphabet.length));
    const broken = [whole.slice(0, at), whole.slice(0, at) + letter + whole.slice(at + 1), whole + letter, letter + whole][chance.below(4)] ?? '';
    // With its check made right again, damage reaches the bits themselves.
    const body = broken.slice(0, broken.lastIndexOf('.'));
    const state = chance.below(2) === 0 ? broken : `${body}.${check(body)}`;
    const found = decode(now.data, state);
    kinds.add(found.kind);
    const { memory, notices } = load(now.data, { ...LAUNCH, state });
    snapshots({ data: now.data, graded: new Map(now.graded.map((q) => [q.id, q])), pass: 60, mastery: false })(memory, notices);
    assert.ok(found.kind === 'ok' || found.kind === 'empty' || notices.some((notice) => notice.kind === found.kind), `seed ${String(seed)}`);
  }
  assert.deepEqual([...kinds].sort(), ['damaged', 'empty', 'foreign', 'ok']);
});
