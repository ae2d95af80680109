/** Puts the questions of each launch to a record store and notes the answers; it judges none of them. */

import { filler, packed, unpacked } from '../facts';
import type { Facts } from '../facts';
import { isObject, objectOf, parsed, textOf } from '../../src/lms/xapi/json';
import { MODULE_ROOM } from '../scorm12/samples';
import type { Store } from './store';
import { isDone } from './wire';
import type { Answer } from './wire';

export const STATE = 'suspendData';
const LEFT = 'essai-ena-';
const SIZES = [4096, 65536, 524288] as const;

/** Facts of the launches before; none at the first one. */
export async function earlier(store: Store): Promise<Facts> {
  const text = textOf(objectOf(parsed((await store.read(STATE)).text))['essai']);
  const found = unpacked(text);
  if (found.kind === 'none' || found.record === null) return found.kind === 'none' ? {} : { launch: '1', back: `cut/${String(text.length)}` };
  const { facts } = found.record;
  const left = await Promise.all(['h', 'p'].map(async (letter) => ((await store.read(LEFT + letter + (facts['launch'] ?? ''))).status === 200 ? letter : '')));
  const ended = facts['end'] === undefined ? 'no' : reread(await store.statement(facts['end']), facts['end']);
  return { ...facts, back: `${found.kind}/${String(text.length)}`, left: left.join(''), ended };
}

/** A document, its version, its room. */
export async function documents(store: Store): Promise<Facts> {
  const body = JSON.stringify({ probe: 'éèàçœ & <>' });
  const put = await store.replace(STATE, body);
  const back = await store.read(STATE);
  const document = isDone(put) ? (back.text === body ? 'kept' : 'other') : `refused/${String(put.status)}`;
  const stale = await store.write(STATE, body, '"0000000000000000000000000000000000000000"');
  return { document, tag: back.etag === '' ? 'hidden' : 'yes', guard: String(stale.status), volume: String(await volume(store)) };
}

/** The largest size that comes back whole; 0: none. */
async function volume(store: Store): Promise<number> {
  let kept = 0;
  for (const size of SIZES) {
    const body = JSON.stringify({ room: filler(size) });
    const put = await store.replace(STATE, body);
    if (!isDone(put) || (await store.read(STATE)).text !== body) break;
    kept = size;
  }
  return kept;
}

/** Begins the session; `end` is the id of the statement that will close it. */
export async function session(store: Store): Promise<Facts> {
  const { id, answer } = await store.say('initialized');
  const begun = isDone(answer) ? 'yes' : `no/${String(answer.status)}`;
  return { begun, reread: reread(await store.statement(id), id) };
}

export async function result(store: Store, cmi5: boolean, mastery: number | null): Promise<Facts> {
  // cmi5 9.3.4: nobody passes below the mastery score.
  const verbs = cmi5 && (mastery ?? 0) > 0.8 ? (['completed'] as const) : (['passed', 'completed'] as const);
  const taken: string[] = [];
  for (const verb of verbs) if (isDone((await store.say(verb)).answer)) taken.push(verb);
  return { result: taken.join('+') };
}

export async function keep(store: Store, facts: Facts): Promise<string> {
  const put = await store.replace(STATE, JSON.stringify({ essai: packed({ facts, left: '' }, MODULE_ROOM) }));
  return isDone(put) ? 'yes' : `no/${String(put.status)}`;
}

/** A word of a page on its way out: nobody waits for its answer. */
export function word(store: Store, letter: 'h' | 'p', launch: number): void {
  void store.write(`${LEFT}${letter}${String(launch)}`, '{}', '', true);
}

/** Some stores show nothing to content, some answer anything to everything. */
function reread(answer: Answer, id: string): string {
  if (answer.status === 401 || answer.status === 403) return 'denied';
  const found = parsed(answer.text);
  return isObject(found) && found['id'] === id ? 'yes' : `no/${String(answer.status)}`;
}
