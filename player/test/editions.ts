/** Random modules, and random editions of them, for tests of what a newer package makes of an older state. */

import type { EarlierSchema, GradedQuestion, Layout, PlayerData, Question, Slot } from '../src/data';
import type { Random } from '../src/core/random';
import { shuffled } from '../src/core/random';
import { ASSESSMENT, base, made } from './fixtures';

export type Kind = 'set' | 'pick' | 'picks' | 'order' | 'text' | 'number';

export interface Asked {
  readonly id: string;
  readonly kind: Kind;
  /** Letters of options, sources or items; names of blanks. */
  readonly parts: readonly string[];
  readonly targets: readonly string[];
  readonly bytes: number;
}

export interface Edition {
  readonly pages: readonly { readonly id: string; readonly asks: readonly Asked[] }[];
  readonly pool: readonly Asked[];
  readonly take: number;
  readonly objectives: readonly string[];
  readonly shuffle: boolean;
}

const KINDS: readonly Kind[] = ['set', 'pick', 'picks', 'order', 'text', 'number'];
const LETTERS = [...'abcdefgh'];
const BLANKS = ['un', 'deux', 'trois', 'quatre'];

function some<T>(list: readonly T[], least: number, chance: Random): T[] {
  return shuffled(list, chance).slice(0, least + chance.below(list.length - least + 1));
}

function asked(id: string, chance: Random): Asked {
  const kind = KINDS[chance.below(KINDS.length)] ?? 'pick';
  const parts = kind === 'number' ? ['value', 'unit'].slice(0, 1 + chance.below(2)) : some(kind === 'text' ? BLANKS : LETTERS, 2, chance);
  return { id, kind, parts, targets: kind === 'picks' ? some(LETTERS, 2, chance) : [], bytes: [24, 32][chance.below(2)] ?? 24 };
}

export function edition(chance: Random): Edition {
  let next = 0;
  const ask = (): Asked => asked(`q${String(next++)}`, chance);
  const list = (most: number): Asked[] => Array.from({ length: chance.below(most + 1) }, ask);
  const pages = Array.from({ length: 1 + chance.below(5) }, (_, i) => ({ id: `page-${String(i)}`, asks: list(3) }));
  const pool = chance.below(5) === 0 ? [] : [ask(), ...list(7)];
  return { pages, pool, take: pool.length === 0 ? 0 : 1 + chance.below(pool.length), objectives: some(['o1', 'o2', 'o3'], 0, chance), shuffle: chance.below(2) === 0 };
}

/** Something removed, added or moved here and there: questions, their parts, pages, the pool. */
export function edited(from: Edition, name: string, chance: Random): Edition {
  const rare = (): boolean => chance.below(4) === 0;
  const remade = (one: Asked): Asked => {
    if (chance.below(8) === 0) return asked(one.id, chance);
    if (one.kind === 'number' || !rare()) return one;
    const fresh = some(one.kind === 'text' ? BLANKS : LETTERS, 2, chance);
    return { ...one, parts: rare() ? fresh : shuffled(one.parts, chance), targets: one.kind !== 'picks' || rare() ? one.targets : some(LETTERS, 2, chance), bytes: rare() ? 24 : one.bytes };
  };
  const list = (asks: readonly Asked[], where: string): Asked[] => {
    const kept = asks.filter(() => !rare()).map(remade);
    const grown = rare() ? [...kept, asked(`${name}-${where}`, chance)] : kept;
    return rare() ? shuffled(grown, chance) : grown;
  };
  const kept = from.pages.filter(() => !rare()).map((page, i) => ({ id: page.id, asks: list(page.asks, `p${String(i)}`) }));
  const grown = rare() || kept.length === 0 ? [...kept, { id: `${name}-page`, asks: [] }] : kept;
  const pool = from.pool.length === 0 ? [] : list(from.pool, 'pool');
  const take = pool.length === 0 ? 0 : rare() ? 1 + chance.below(pool.length) : Math.min(pool.length, Math.max(1, from.take));
  const shuffle = rare() ? !from.shuffle : from.shuffle;
  return { pages: rare() ? shuffled(grown, chance) : grown, pool, take, shuffle, objectives: rare() ? shuffled(from.objectives, chance).slice(0, 2) : from.objectives };
}

export function layoutOf({ kind, parts, targets, bytes }: Asked): Layout {
  const n = parts.length;
  switch (kind) {
    case 'set':
      return { set: n };
    case 'pick':
      return { pick: n };
    case 'picks':
      return { picks: n, of: targets.length };
    case 'order':
      return { order: n };
    default:
      return { text: n, bytes };
  }
}

function slotOf(one: Asked): Slot {
  const own = one.kind === 'number' ? {} : { parts: one.parts.join(one.kind === 'text' ? ' ' : '') };
  return { q: one.id, layout: layoutOf(one), ...own, ...(one.kind === 'picks' ? { targets: one.targets.join('') } : {}) };
}

/** The least that a view needs; what is right plays no part here. */
function questionOf(one: Asked): Question {
  const letters = one.parts.map((id, i) => ({ id, text: id, right: i === 0, fixed: false, feedback: null, target: 0 }));
  switch (one.kind) {
    case 'set':
    case 'pick':
      return { ...base(one.id), type: 'choice', multiple: one.kind === 'set', options: letters };
    case 'picks':
      return { ...base(one.id), type: 'matching', sources: letters, targets: one.targets.map((text) => ({ id: String(LETTERS.indexOf(text) + 1), text })) };
    case 'order':
      return { ...base(one.id), type: 'sequencing', items: letters };
    case 'text':
      return { ...base(one.id), type: 'fill-in', blanks: one.parts.map((name) => ({ name, answers: [name], choices: null, ignoreCase: true, ignoreAccents: true })) };
    case 'number':
      return { ...base(one.id), type: 'numeric', value: 1, low: 1, high: 1, unit: null, units: [], askUnit: one.parts.length > 1, significant: null, shares: { unit: 0.5, dimension: 0.25, digits: 0.5 }, shown: '1', mistakes: [] };
  }
}

function hashOf(at: number): string {
  return `edit-${String(at)}`;
}

/** The whole table row of an edition, without what it has in common with `now` where chance leaves it out. */
function earlier(of: Edition, at: number, now: Edition, chance: Random): EarlierSchema {
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b) && chance.below(4) > 0;
  const ids = (list: readonly Asked[]): string[] => list.map((one) => one.id);
  const [pages, practice] = [of.pages.map((page) => page.id), ids(of.pages.flatMap((page) => page.asks))];
  const draws = of.pool.length === 0 ? [] : [{ take: of.take, pool: ids(of.pool) }];
  const known = [...now.pages.flatMap((page) => page.asks), ...now.pool];
  const slots = [...of.pages.flatMap((page) => page.asks), ...of.pool].filter((one) => !known.some((other) => same(one, other))).map(slotOf);
  const alike = of.take === now.take && same(ids(of.pool), ids(now.pool));
  return {
    hash: hashOf(at),
    ...(same(pages, now.pages.map((page) => page.id)) ? {} : { pages }),
    ...(same(practice, ids(now.pages.flatMap((page) => page.asks))) ? {} : { practice }),
    ...(alike ? {} : { draws }),
    ...(same(of.objectives, now.objectives) ? {} : { objectives: [...of.objectives] }),
    ...(of.shuffle === now.shuffle ? {} : { shuffle: of.shuffle }),
    ...(slots.length === 0 ? {} : { slots }),
  };
}

/** The package of the last of some editions; those before are in its table. */
export function packageOf(editions: readonly Edition[], chance: Random): { data: PlayerData; graded: GradedQuestion[] } {
  const at = editions.length - 1;
  const now = editions[at];
  if (now === undefined) throw new Error('there is an edition');
  const practice = now.pages.flatMap((page) => page.asks);
  const draws = now.pool.length === 0 ? [] : [{ take: now.take, pool: now.pool.map(slotOf) }];
  const table = editions.slice(0, at).map((one, i) => earlier(one, i, now, chance));
  const data: PlayerData = {
    ...made().data,
    pages: now.pages.map((page) => ({ id: page.id, title: page.id, questions: page.asks.map((one) => one.id) })),
    objectives: now.objectives.map((id) => ({ id, text: id })),
    assessment: now.pool.length === 0 ? null : { ...ASSESSMENT, shuffleQuestions: now.shuffle, draws: draws.map(({ take, pool }) => ({ bank: 'b', take, pool: pool.map((slot) => slot.q) })) },
    practice: practice.map(questionOf),
    state: { hash: hashOf(at), pages: now.pages.length, practice: practice.map(slotOf), draws, objectives: now.objectives.length, ...(table.length === 0 ? {} : { earlier: table }) },
  };
  return { data, graded: now.pool.map((one) => ({ ...questionOf(one), html: '' })) };
}
