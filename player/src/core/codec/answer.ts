/** Packs one answer by the layout that the compiler gave its question. */

import type { Layout } from '../../data';
import { emptyAnswer, isGiven } from '../answers';
import { range } from '../order';
import type { Answer } from '../types';
import { BitReader, BitWriter, Unreadable, width } from './bits';

export function putAnswer(out: BitWriter, layout: Layout, answer: Answer): void {
  out.flag(isGiven(answer));
  if (!isGiven(answer)) return;
  if (answer.kind === 'set' && 'set' in layout) range(layout.set).forEach((i) => { out.flag(answer.on.includes(i)); });
  if (answer.kind === 'pick' && 'pick' in layout) out.put(answer.at ?? 0, width(layout.pick));
  if (answer.kind === 'picks' && 'picks' in layout) answer.at.forEach((at) => { out.put(at === null ? 0 : at + 1, width(layout.of + 1)); });
  if (answer.kind === 'order' && 'order' in layout) putOrder(out, answer.at ?? []);
  if (answer.kind === 'text' && 'text' in layout) answer.text.forEach((text) => { putText(out, text, layout.bytes); });
}

export function takeAnswer(source: BitReader, layout: Layout): Answer {
  if (!source.flag()) return emptyAnswer(layout);
  if ('set' in layout) return { kind: 'set', on: range(layout.set).filter(() => source.flag()) };
  if ('pick' in layout) return { kind: 'pick', at: source.below(layout.pick) };
  if ('picks' in layout) {
    return { kind: 'picks', at: range(layout.picks).map(() => source.below(layout.of + 1)).map((at) => (at === 0 ? null : at - 1)) };
  }
  if ('order' in layout) return { kind: 'order', at: takeOrder(source, layout.order) };
  return { kind: 'text', text: range(layout.text).map(() => takeText(source, layout.bytes)) };
}

/** Each item by its place among those that are left. */
function putOrder(out: BitWriter, order: readonly number[]): void {
  const left = range(order.length);
  for (const item of order) {
    const place = left.indexOf(item);
    out.put(place, width(left.length));
    left.splice(place, 1);
  }
}

function takeOrder(source: BitReader, length: number): number[] {
  const left = range(length);
  return range(length).map(() => left.splice(source.below(left.length), 1)[0] ?? 0);
}

function putText(out: BitWriter, text: string, most: number): void {
  const bytes = new TextEncoder().encode(text);
  out.put(bytes.length, width(most + 1));
  bytes.forEach((byte) => { out.put(byte, 8); });
}

function takeText(source: BitReader, most: number): string {
  const bytes = range(source.below(most + 1)).map(() => source.take(8));
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
  } catch {
    throw new Unreadable('not UTF-8');
  }
}
