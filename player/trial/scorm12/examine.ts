/** Puts the questions of each launch to a SCORM 1.2 API and notes the answers; it judges none of them. */

import type { Facts } from '../facts';
import { filler, packed, unpacked } from '../facts';
import type { RawApi } from './api';
import { groupsIn, INTERACTION, LARGE_ROOM, LAUNCH_DATA, LOCATION_ROOM, MODULE_ROOM, OBJECTIVE, SAMPLE, SESSION, STANDARD_ROOM } from './samples';

const STATE = 'cmi.suspend_data';
const STATUS = 'cmi.core.lesson_status';
const LOCATION = 'cmi.core.lesson_location';
const SCORE = 'cmi.core.score.raw';

/** What a browser that was here before remembers. */
export interface Memory {
  readonly launch: number;
  /** Letters of the ways that its last page left by. */
  readonly left: string;
}

/** What stands at the beginning of every launch. */
export function opening(api: RawApi, where: string): Facts {
  const { yes, code } = api.done('LMSInitialize');
  const began = { where, init: yes ? 'true' : `false/${code}`, mode: api.get('cmi.core.lesson_mode'), credit: api.get('cmi.core.credit') };
  const learner = ['cmi.core.student_id', 'cmi.core.student_name'].map((name) => (api.get(name) === '' ? '0' : '1')).join('');
  const data = api.get('cmi.launch_data');
  const given = { data: data === LAUNCH_DATA ? 'same' : data === '' ? 'none' : 'other', mastery: short(api.get('cmi.student_data.mastery_score')) };
  api.get('cmi.filiere.essai');
  return { ...began, learner, ...given, error: api.code() };
}

/** The launch that this one is, and what the ones before left. */
export function earlier(api: RawApi, memory: Memory | null): { readonly launch: number; readonly facts: Facts } {
  const text = api.get(STATE);
  const found = unpacked(text);
  const record = found.kind === 'none' ? null : found.record;
  const before = Number(record?.facts['launch'] ?? 0) || (found.kind === 'none' ? 0 : memory?.launch ?? 1);
  // Whoever was here, and of whom the platform knows nothing, begins anew.
  if (found.kind === 'none') return { launch: 1, facts: memory === null ? {} : { back: 'none' } };
  const left = record?.left ?? '';
  return { launch: before + 1, facts: { ...record?.facts, back: `${found.kind}/${String(text.length)}`, left, went: memory?.left ?? '?' } };
}

export function first(api: RawApi): Facts {
  const status = api.write(STATUS, 'incomplete');
  const location = api.write(LOCATION, SAMPLE + filler(LOCATION_ROOM - SAMPLE.length));
  const total = short(api.get('cmi.core.total_time'));
  const facts = {
    status: written(status, 'incomplete'),
    location: sized(location, LOCATION_ROOM),
    chars: location.back === '' ? '?' : groupsIn(location.back),
    total,
    ...room(api),
    interactions: records(api, 'cmi.interactions', INTERACTION),
    objectives: records(api, 'cmi.objectives', OBJECTIVE),
  };
  api.set('cmi.core.session_time', SESSION);
  api.set('cmi.core.exit', 'suspend');
  return facts;
}

/** What came back, then the result that the gradebook is to show. */
export function second(api: RawApi): Facts {
  const [entry, status, location, total] = ['cmi.core.entry', STATUS, LOCATION, 'cmi.core.total_time'].map((name) => api.get(name));
  const came = { entry: short(entry ?? ''), came: short(status ?? ''), place: `${String((location ?? '').length)}/${groupsIn(location ?? '')}`, spent: short(total ?? ''), counts: ['interactions', 'objectives'].map((name) => api.get(`cmi.${name}._count`)).join('/') };
  const score = api.write(SCORE, '80');
  api.set('cmi.core.score.min', '0');
  api.set('cmi.core.score.max', '100');
  const words = ['passed', 'completed'].filter((word) => api.set(STATUS, word)).join('+');
  const read = short(api.get(STATUS));
  api.set('cmi.core.session_time', SESSION);
  api.set('cmi.core.exit', 'suspend');
  return { ...came, score: written(score, '80'), words, read };
}

/** What became of that result. */
export function third(api: RawApi): Facts {
  return { judged: short(api.get(STATUS)), scored: short(api.get(SCORE)) };
}

/** Writes the record and asks to store it; what was answered. */
export function keep(api: RawApi, facts: Facts, left: string, method: 'LMSCommit' | 'LMSFinish' = 'LMSCommit'): string {
  const room = Number(facts['room']?.split('/')[1] ?? MODULE_ROOM);
  api.set(STATE, packed({ facts, left }, Math.min(MODULE_ROOM, room)));
  const { yes, code } = api.done(method);
  return yes ? 'true' : `false/${code}`;
}

/** The standard's 4 096 characters, then 64 000, or where it is cut between. */
function room(api: RawApi): Facts {
  const standard = attempt(api, STANDARD_ROOM);
  if (standard.startsWith('unread')) return { room: standard, more: standard };
  if (!standard.startsWith('kept')) return { room: `${standard.split('/')[0] ?? ''}/${String(edge(api, 0, STANDARD_ROOM))}`, more: 'none' };
  const large = attempt(api, LARGE_ROOM);
  if (large.startsWith('kept')) return { room: standard, more: large };
  const at = edge(api, STANDARD_ROOM, LARGE_ROOM);
  return { room: standard, more: at === STANDARD_ROOM ? 'none' : `some/${String(at)}` };
}

/** The longest text that comes back whole: `low` does, `high` does not. */
function edge(api: RawApi, low: number, high: number): number {
  let [kept, lost] = [low, high];
  while (lost - kept > 1) {
    const middle = Math.floor((kept + lost) / 2);
    if (attempt(api, middle).startsWith('kept')) kept = middle;
    else lost = middle;
  }
  return kept;
}

function attempt(api: RawApi, length: number): string {
  const text = filler(length);
  const { taken, code, back } = api.write(STATE, text);
  if (!taken) return `refused/${code}`;
  if (back === text) return `kept/${String(length)}`;
  return back === '' ? `unread/${String(length)}` : `cut/${String(back.length)}`;
}

/** How many of its parts one new record takes. */
function records(api: RawApi, list: string, parts: readonly (readonly [string, string])[]): string {
  const at = Number(api.get(`${list}._count`)) || 0;
  const taken = parts.filter(([part, value]) => api.set(`${list}.${String(at)}.${part}`, value));
  const lacking = parts.filter((part) => !taken.includes(part)).map(([part]) => part);
  return `${String(taken.length)}/${String(parts.length)}/${lacking.join('+')}`;
}

function written({ taken, code, back }: { taken: boolean; code: string; back: string }, value: string): string {
  if (!taken) return `refused/${code}`;
  if (back === '') return 'unread';
  return Number(back) === Number(value) || back === value ? 'kept' : `refused/${short(back)}`;
}

function sized({ taken, code, back }: { taken: boolean; code: string; back: string }, length: number): string {
  if (!taken) return `refused/${code}`;
  if (back === '') return 'unread/0';
  return `${back.length === length ? 'kept' : 'cut'}/${String(back.length)}`;
}

function short(text: string): string {
  return text.slice(0, 40);
}
