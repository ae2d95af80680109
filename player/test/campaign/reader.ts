/** Reads the stored state by the description of its format, without the player's codec. */

import type { Answer } from '../../src/core/types';
import type { Layout, PlayerData } from '../../src/data';
import type { Work } from './model';
import { gradeOf } from './rules';
import { numberOf } from './questions';
import type { Rules } from './steps';

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const STATUSES: readonly Work['status'][] = ['incomplete', 'failed', 'completed', 'passed'];
const PHASES = [null, 'running', 'summary', 'submitted'] as const;

class Bits {
  private left: string;

  constructor(payload: string) {
    this.left = Array.from(payload, (digit) => DIGITS.indexOf(digit).toString(2).padStart(6, '0')).join('');
  }

  take(size: number): number {
    const taken = this.left.slice(0, size);
    if (taken.length < size) throw new Error('the state is too short');
    this.left = this.left.slice(size);
    return size === 0 ? 0 : parseInt(taken, 2);
  }

  is(): boolean {
    return this.take(1) === 1;
  }

  /** One of `values` values. */
  one(values: number): number {
    return this.take(Math.ceil(Math.log2(Math.max(values, 1))));
  }
}

function answer(bits: Bits, layout: Layout): Answer {
  const given = bits.is();
  const each = <T>(count: number, take: () => T): T[] => Array.from({ length: count }, () => take());
  if ('set' in layout) return { kind: 'set', on: given ? each(layout.set, () => bits.is()).flatMap((on, i) => (on ? [i] : [])) : [] };
  if ('pick' in layout) return { kind: 'pick', at: given ? bits.one(layout.pick) : null };
  if ('picks' in layout) return { kind: 'picks', at: each(layout.picks, () => (given ? bits.one(layout.of + 1) : 0)).map((at) => (at === 0 ? null : at - 1)) };
  if ('order' in layout) return { kind: 'order', at: given ? order(bits, layout.order) : null };
  return { kind: 'text', text: each(layout.text, () => (given ? text(bits, layout.bytes) : '')) };
}

function order(bits: Bits, length: number): number[] {
  const items = Array.from({ length }, (_, i) => i);
  return items.slice().map(() => items.splice(bits.one(items.length), 1)[0] ?? -1);
}

function text(bits: Bits, most: number): string {
  const length = bits.one(most + 1);
  return Buffer.from(Array.from({ length }, () => bits.take(8))).toString('utf8');
}

/** What a page would show of it, as text; `shownBy` says which questions a drawn attempt asks. */
export function stored(data: PlayerData, rules: Rules, state: string, shownBy: ReadonlyMap<number, readonly string[]>): string {
  const bits = new Bits(state.split('.')[3] ?? '');
  const { pages, practice, objectives, draws } = data.state;
  const here = bits.one(pages + 1);
  const opened = Array.from({ length: pages }, () => bits.is());
  const tried = practice.map(({ q, layout }) => {
    const [tries, checked] = [bits.take(4), bits.is()];
    return [numberOf(q, answer(bits, layout)), checked, tries];
  });
  const ratings = Array.from({ length: objectives }, () => [bits.take(3), bits.take(3)]);
  bits.take(14);
  const status = STATUSES[bits.take(2)];
  const grade = draws.length === 0 ? null : grades(bits, rules);
  const attempt = draws.length === 0 ? null : attemptIn(bits, data, shownBy);
  return JSON.stringify({ here, opened, practice: tried, ratings, grade, attempt, status });
}

function grades(bits: Bits, rules: Rules): number | null {
  const [count = 0, first = 0, best = 0, last = 0, sum = 0] = [7, 14, 14, 14, 21].map((size) => bits.take(size));
  if (count === 0) return null;
  const grade = rules.grading === 'average' ? Math.round(sum / count) : gradeOf([first, best, last], rules.grading);
  return grade === null ? null : grade / 100;
}

function attemptIn(bits: Bits, data: PlayerData, shownBy: ReadonlyMap<number, readonly string[]>): unknown {
  const phase = PHASES[bits.take(2)] ?? null;
  if (phase === null) return null;
  const shown = shownBy.get(bits.take(32)) ?? [];
  // Whether an earlier version of the package drew it: there is none here.
  if (bits.is()) throw new Error('an attempt of another version');
  const at = bits.one(shown.length);
  const pool = data.state.draws.flatMap((draw) => draw.pool);
  return [phase, at, shown.map((id) => {
    const layout = pool.find(({ q }) => q === id)?.layout;
    if (layout === undefined) throw new Error(`no layout for ${id}`);
    const [flagged, checked] = [bits.is(), bits.is()];
    return [id, numberOf(id, answer(bits, layout)), flagged, checked || phase === 'submitted'];
  })];
}
