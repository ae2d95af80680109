/** Random modules, and random editions of them, for tests of what a newer package makes of an older state. */

import type { EarlierSchema, GradedQuestion, Layout, PlayerData, Question, Slot } from '../src/data';
import type { Random } from '../src/core/random';
import { shuffled } from '../src/core/random';
import { ASSESSMENT, base, made } from './fixtures';

export type Kind = 'set' | 'pick' | 'picks' | 'order' | 'text' | 'number' | 'truth';

export interface Asked {
  readonly id: string;
  readonly kind: Kind;
  /** Letters of options, sources or items; names of blanks. */
  readonly parts: readonly string[];
  readonly targets: readonly string[];
  readonly bytes: number;
}

export interface Draw {
  readonly take: number;
  readonly pool: readonly Asked[];
}

export interface Edition {
  readonly pages: readonly { readonly id: string; readonly asks: readonly Asked[] }[];
  /** Of the assessment; none without one. */
  readonly draws: readonly Draw[];
  readonly objectives: readonly string[];
  readonly shuffle: boolean;
}

export const KINDS: readonly Kind[] = ['set', 'pick', 'picks', 'order', 'text', 'number', 'truth'];
const LETTERS = [...'abcdefgh'];
const BLANKS = ['un', 'deux', 'trois', 'quatre'];

function some<T>(list: readonly T[], least: number, chance: Random): T[] {
  return shuffled(list, chance).slice(0, least + chance.below(list.length - least + 1));
}

function asked(id: string, chance: Random): Asked {
  const kind = KINDS[chance.below(KINDS.length)] ?? 'pick';
  const parts = kind === 'truth' ? ['t', 'f'] : kind === 'number' ? ['value', 'unit'].slice(0, 1 + chance.below(2)) : some(kind === 'text' ? BLANKS : LETTERS, 2, chance);
  return { id, kind, parts, targets: kind === 'picks' ? some(LETTERS, 2, chance) : [], bytes: [24, 32][chance.below(2)] ?? 24 };
}

/** Every question that can be drawn. */
export function poolOf(edition: Edition): Asked[] {
  return edition.draws.flatMap((draw) => draw.pool);
}

export function edition(chance: Random): Edition {
  let next = 0;
  const ask = (): Asked => asked(`q${String(next++)}`, chance);
  const list = (most: number): Asked[] => Array.from({ length: chance.below(most + 1) }, ask);
  const pages = Array.from({ length: 1 + chance.below(5) }, (_, i) => ({ id: `page-${String(i)}`, asks: list(3) }));
  const draws = Array.from({ length: chance.below(3) }, () => drawOf([ask(), ...list(5)], chance));
  return { pages, draws, objectives: some(['o1', 'o2', 'o3'], 0, chance), shuffle: draws.length > 0 && chance.below(2) === 0 };
}

function drawOf(pool: readonly Asked[], chance: Random): Draw {
  return { take: 1 + chance.below(pool.length), pool };
}

/** Something removed, added, changed or moved here and there: questions, their parts, pages, objectives, draws, the assessment. */
export function edited(from: Edition, name: string, chance: Random): Edition {
  const rare = (): boolean => chance.below(4) === 0;
  const very = (): boolean => chance.below(8) === 0;
  /** Questions on their way to another place. */
  const moving: Asked[] = [];
  const list = (asks: readonly Asked[], where: string): Asked[] => {
    const stay = asks.filter((one) => chance.below(5) > 0 || moving.push(one) === 0).filter(() => !rare());
    const kept = stay.map((one) => remade(one, chance));
    const grown = rare() ? [...kept, asked(`${name}-${where}`, chance)] : kept;
    return rare() ? shuffled(grown, chance) : grown;
  };
  const arrived = (asks: Asked[], odds: number): Asked[] => (chance.below(odds) === 0 ? [...asks, ...moving.splice(0)] : asks);
  const graded = (): Draw[] => (very() ? [] : from.draws.map((draw, i) => ({ ...draw, pool: arrived(list(draw.pool, `d${String(i)}`), 2) })));
  const early = rare() ? graded() : null;
  const kept = from.pages.filter(() => !rare()).map((page, i) => ({ id: page.id, asks: arrived(list(page.asks, `p${String(i)}`), 4) }));
  const draws = early ?? graded();
  const grown = rare() || kept.length === 0 ? [...kept, { id: `${name}-page`, asks: moving.splice(0) }] : kept;
  const more = draws.length === 0 && rare() ? [drawOf([asked(`${name}-graded`, chance)], chance)] : draws;
  const taken = more.filter(({ pool }) => pool.length > 0).map(({ take, pool }) => (rare() ? drawOf(pool, chance) : { take: Math.min(pool.length, take), pool }));
  const shuffle = taken.length > 0 && (rare() ? !from.shuffle : from.shuffle);
  const objectives = rare() ? shuffled(rare() ? [...from.objectives, `${name}-o`] : from.objectives, chance).slice(0, 3) : from.objectives;
  return { pages: rare() ? shuffled(grown, chance) : grown, draws: taken, shuffle, objectives };
}

/** Another type now and then, or other parts, targets and room for texts. */
function remade(one: Asked, chance: Random): Asked {
  const rare = (): boolean => chance.below(4) === 0;
  if (chance.below(8) === 0) return asked(one.id, chance);
  if (one.kind === 'number' || one.kind === 'truth' || !rare()) return one;
  const fresh = some(one.kind === 'text' ? BLANKS : LETTERS, 2, chance);
  return { ...one, parts: rare() ? fresh : shuffled(one.parts, chance), targets: one.kind !== 'picks' || rare() ? one.targets : some(LETTERS, 2, chance), bytes: rare() ? 24 : one.bytes };
}

export function layoutOf({ kind, parts, targets, bytes }: Asked): Layout {
  const n = parts.length;
  switch (kind) {
    case 'set':
      return { set: n };
    case 'pick':
    case 'truth':
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
    case 'truth':
      return { ...base(one.id), type: 'true-false', answer: true };
    case 'number':
      return { ...base(one.id), type: 'numeric', value: 1, low: 1, high: 1, unit: null, units: [], askUnit: one.parts.length > 1, significant: null, shown: '1', mistakes: [] };
  }
}

function hashOf(at: number): string {
  return `ed-${String(at).padStart(3, '0')}`;
}

/** The whole table row of an edition, without what it has in common with `now` where chance leaves it out. */
function earlier(of: Edition, at: number, now: Edition, chance: Random): EarlierSchema {
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b) && chance.below(4) > 0;
  const ids = (list: readonly Asked[]): string[] => list.map((one) => one.id);
  const [pages, practice] = [of.pages.map((page) => page.id), ids(of.pages.flatMap((page) => page.asks))];
  const draws = (one: Edition): unknown[] => one.draws.map(({ take, pool }) => ({ take, pool: ids(pool) }));
  const known = [...now.pages.flatMap((page) => page.asks), ...poolOf(now)];
  const slots = [...of.pages.flatMap((page) => page.asks), ...poolOf(of)].filter((one) => !known.some((other) => same(one, other))).map(slotOf);
  return {
    hash: hashOf(at),
    ...(same(pages, now.pages.map((page) => page.id)) ? {} : { pages }),
    ...(same(practice, ids(now.pages.flatMap((page) => page.asks))) ? {} : { practice }),
    ...(same(draws(of), draws(now)) ? {} : { draws: of.draws.map(({ take, pool }) => ({ take, pool: ids(pool) })) }),
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
  const draws = now.draws.map(({ take, pool }) => ({ take, pool: pool.map(slotOf) }));
  const table = editions.slice(0, at).map((one, i) => earlier(one, i, now, chance));
  const data: PlayerData = {
    ...made().data,
    pages: now.pages.map((page) => ({ id: page.id, title: page.id, questions: page.asks.map((one) => one.id) })),
    objectives: now.objectives.map((id) => ({ id, text: id })),
    assessment: now.draws.length === 0 ? null : { ...ASSESSMENT, shuffleQuestions: now.shuffle, draws: draws.map(({ take, pool }) => ({ bank: 'b', take, pool: pool.map((slot) => slot.q) })) },
    practice: practice.map(questionOf),
    state: { hash: hashOf(at), pages: now.pages.length, practice: practice.map(slotOf), draws, objectives: now.objectives.length, ...(table.length === 0 ? {} : { earlier: table }) },
  };
  return { data, graded: poolOf(now).map((one) => ({ ...questionOf(one), html: '' })) };
}
