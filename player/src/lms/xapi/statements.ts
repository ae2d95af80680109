/** Puts what happened into statements: ids, times, results, contexts; which may be sent is for the rules. */

import type { Env } from '../../core/types';
import type { Interaction } from '../lms';
import type { Activities } from './activities';
import type { Added, Common } from './context';
import { CMI5, contextOf, MASTERY, MOVE_ON } from './context';
import type { JsonObject } from './json';
import { isObject, listOf, objectOf } from './json';
import type { Verb } from './verbs';
import { verbIn, verbOf } from './verbs';

/** A statement on its way, without what all statements share. */
export interface Draft {
  readonly verb: Verb;
  /** Milliseconds of the clock. */
  readonly at: number;
  readonly object: JsonObject;
  readonly result?: JsonObject;
  /** One of the verbs that cmi5 defines itself; the rest of the statements are only allowed. */
  readonly defined?: boolean;
  readonly parent?: JsonObject;
  readonly other?: JsonObject;
}

const PROGRESS = 'https://w3id.org/xapi/cmi5/result/extensions/progress';

export class Statements {
  constructor(
    private readonly env: Env,
    private readonly actor: JsonObject,
    private readonly common: Common,
    /** The LMS's pass mark, 0 to 1, as it came; null: none. */
    private readonly mastery: number | null,
    /** Milliseconds that the clock is ahead of the store's. */
    private readonly ahead: () => number = () => 0,
  ) {}

  of(draft: Draft): JsonObject {
    return {
      id: uuid(this.env),
      actor: this.actor,
      verb: verbOf(draft.verb),
      object: draft.object,
      ...(draft.result === undefined ? {} : { result: draft.result }),
      context: contextOf(this.common, this.added(draft)),
      timestamp: this.time(draft.at),
    };
  }

  /**
   * What another session could not say, in this one: when it happened stands beside. Its id stays, so that a
   * store that hears it of both, since the other one was open still, has it once.
   */
  again(old: JsonObject, activities: Activities): JsonObject {
    const { id = '', verb = '', object = '', result, context, timestamp = '' } = old;
    const others = listOf(objectOf(objectOf(context)['contextActivities'])['other']);
    const other = others.filter(isObject).find((one) => activities.isObjective(one));
    const parent = verbIn(old) === 'progressed' ? {} : { parent: activities.module() };
    const added: Added = { ...parent, ...(other === undefined ? {} : { other }), extensions: { [activities.happened()]: timestamp } };
    return { id, actor: this.actor, verb, object, ...(result === undefined ? {} : { result }), context: contextOf(this.common, added), timestamp: this.time(this.env.now()) };
  }

  private time(at: number): string {
    return new Date(at - this.ahead()).toISOString();
  }

  /** cmi5 9.6.2: « moveon » exactly when there is success or completion; 9.6.3.2: the mark beside a score. */
  private added({ defined = false, result = {}, parent, other }: Draft): Added {
    const judges = 'success' in result || 'completion' in result;
    const scored = defined && 'score' in result && this.mastery !== null;
    return {
      categories: defined ? [CMI5, ...(judges ? [MOVE_ON] : [])] : [],
      ...(parent === undefined ? {} : { parent }),
      ...(other === undefined ? {} : { other }),
      ...(scored ? { extensions: { [MASTERY]: this.mastery } } : {}),
    };
  }
}

/** Records of one question, one a blank for a fill-in, are one statement. */
export function answered(records: readonly Interaction[], activities: Activities): Draft | null {
  const [first] = records;
  if (first === undefined) return null;
  const weight = records.reduce((sum, record) => sum + record.weight, 0);
  const earned = records.reduce((sum, record) => sum + record.result * record.weight, 0);
  const scaled = weight > 0 ? rounded(earned / weight) : rounded(first.result);
  const response = responseOf(records);
  const result: JsonObject = {
    ...(response === '' ? {} : { response }),
    success: records.every((record) => record.result >= 1),
    score: { scaled },
    ...(first.took > 0 ? { duration: duration(first.took) } : {}),
  };
  const other = first.objective === null ? {} : { other: activities.objective(first.objective) };
  return { verb: 'answered', at: first.at, object: activities.question(first.question), result, parent: activities.module(), ...other };
}

/** Consecutive records of one question given at one time. */
export function grouped(records: readonly Interaction[]): Interaction[][] {
  const groups: Interaction[][] = [];
  for (const record of records) {
    const group = groups[groups.length - 1];
    const [known] = group ?? [];
    const same = record.kind === 'fill-in' && known?.question === record.question && known.at === record.at;
    if (same && group !== undefined) group.push(record);
    else groups.push([record]);
  }
  return groups;
}

function responseOf(records: readonly Interaction[]): string {
  const [{ kind, response } = { kind: 'numeric', response: [] }] = records;
  if (kind === 'true-false') return response[0] === undefined ? '' : String(response[0] === 't');
  if (kind === 'matching') return response.map((pair) => pair.replace('.', '[.]')).join('[,]');
  if (kind === 'fill-in') return records.map((record) => record.response.join('')).join('[,]');
  return response.join('[,]');
}

export function progressed(percent: number): JsonObject {
  return { extensions: { [PROGRESS]: percent } };
}

/** Per cent beside the part of one; rounded alike, so that it never falls on the other side of a mark. */
export function scoreOf(score: number): JsonObject {
  const scaled = rounded(score);
  return { scaled, raw: Math.round(scaled * 10000) / 100, min: 0, max: 100 };
}

/** ISO 8601, hundredths of a second; never negative. */
export function duration(milliseconds: number): string {
  return `PT${String(Math.max(0, Math.round(milliseconds / 10)) / 100)}S`;
}

function rounded(part: number): number {
  return Math.round(Math.min(Math.max(part, 0), 1) * 10000) / 10000;
}

/** Version 4, from the four numbers of chance. */
function uuid(env: Env): string {
  const hex = [0, 1, 2, 3].map(() => env.seed().toString(16).padStart(8, '0')).join('');
  const variant = ((parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  const text = `${hex.slice(0, 12)}4${hex.slice(13, 16)}${variant}${hex.slice(17)}`;
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-');
}
