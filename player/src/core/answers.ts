/** Answers without judgement: empty ones, whether something was given, and what fits the state. */

import type { Layout } from '../data';
import type { Answer } from './types';

export function emptyAnswer(layout: Layout): Answer {
  if ('set' in layout) return { kind: 'set', on: [] };
  if ('pick' in layout) return { kind: 'pick', at: null };
  if ('picks' in layout) return { kind: 'picks', at: Array.from({ length: layout.picks }, () => null) };
  if ('order' in layout) return { kind: 'order', at: null };
  return { kind: 'text', text: Array.from({ length: layout.text }, () => '') };
}

export function isGiven(answer: Answer): boolean {
  switch (answer.kind) {
    case 'set':
      return answer.on.length > 0;
    case 'picks':
      return answer.at.some((at) => at !== null);
    case 'text':
      return answer.text.some((text) => text.trim() !== '');
    default:
      return answer.at !== null;
  }
}

/** The answer as the state can hold it; the empty one when it is of another kind. */
export function fitAnswer(answer: Answer, layout: Layout): Answer {
  if (answer.kind === 'set' && 'set' in layout) return { kind: 'set', on: indices(answer.on, layout.set) };
  if (answer.kind === 'pick' && 'pick' in layout) return { kind: 'pick', at: index(answer.at, layout.pick) };
  if (answer.kind === 'picks' && 'picks' in layout) {
    return { kind: 'picks', at: Array.from({ length: layout.picks }, (_, i) => index(answer.at[i] ?? null, layout.of)) };
  }
  if (answer.kind === 'order' && 'order' in layout) {
    const whole = answer.at !== null && answer.at.length === layout.order && indices(answer.at, layout.order).length === layout.order;
    return { kind: 'order', at: whole ? answer.at : null };
  }
  if (answer.kind === 'text' && 'text' in layout) {
    return { kind: 'text', text: Array.from({ length: layout.text }, (_, i) => fitText(answer.text[i] ?? '', layout.bytes)) };
  }
  return emptyAnswer(layout);
}

/** The longest beginning of whole characters that has at most `bytes` UTF-8 bytes. */
export function fitText(text: string, bytes: number): string {
  let out = '';
  let used = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (used + size > bytes) break;
    // A lone surrogate has no UTF-8 form.
    out += code >= 0xd800 && code <= 0xdfff ? '\ufffd' : character;
    used += size;
  }
  return out;
}

function index(at: number | null, n: number): number | null {
  return at !== null && Number.isInteger(at) && at >= 0 && at < n ? at : null;
}

/** Ascending, each once, those below n. */
function indices(list: readonly number[], n: number): number[] {
  return Array.from({ length: n }, (_, i) => i).filter((i) => list.includes(i));
}
