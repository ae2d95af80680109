/** Lists the SCORM 1.2 elements of a batch in the order in which they must be written. */

import type { Env } from '../core/types';
import { clock, identifier, pattern, percent, response, result, timespan, weighting } from './formats';
import type { Batch, Interaction, ObjectiveRecord } from './lms';

type Element = readonly [name: string, value: string];

/** Records first, score before status (some LMSs grade when the status comes), time and exit last. */
export function elementsOf(batch: Batch, env: Env): Element[] {
  return [
    ...(batch.interactions ?? []).flatMap(({ index, record }) => interaction(index, record, env)),
    ...(batch.objectives ?? []).flatMap(({ index, record }) => objective(index, record)),
    ...(batch.score === undefined ? [] : score('cmi.core.score', batch.score)),
    ...status(batch),
    ...one('cmi.core.lesson_location', batch.location),
    ...one('cmi.suspend_data', batch.state),
    ...one('cmi.core.session_time', batch.seconds === undefined ? undefined : timespan(batch.seconds)),
    // A crash must stay resumable, so this stands from the first batch on.
    ['cmi.core.exit', 'suspend'],
  ];
}

/** One word for two facts: success says more than completion. */
function status(batch: Batch): Element[] {
  const success = batch.success === 'passed' || batch.success === 'failed' ? batch.success : batch.completion;
  return one('cmi.core.lesson_status', success);
}

function score(place: string, value: number): Element[] {
  return [[`${place}.raw`, percent(value)], [`${place}.min`, '0'], [`${place}.max`, '100']];
}

function objective(index: number, record: ObjectiveRecord): Element[] {
  const place = `cmi.objectives.${String(index)}`;
  const named: Element = [`${place}.id`, identifier(record.id)];
  if (record.judged === null) return [named];
  return [named, ...score(`${place}.score`, record.judged.score), [`${place}.status`, record.judged.passed ? 'passed' : 'failed']];
}

/** The type comes before the responses, whose syntax depends on it. */
function interaction(index: number, record: Interaction, env: Env): Element[] {
  const place = `cmi.interactions.${String(index)}`;
  const given = response(record);
  return [
    [`${place}.id`, identifier(record.id)],
    [`${place}.type`, record.kind],
    ...(record.objective === null ? [] : one(`${place}.objectives.0.id`, identifier(record.objective))),
    [`${place}.time`, clock(record.at, env.offset())],
    ...record.correct.map((alternative, i): Element => [`${place}.correct_responses.${String(i)}.pattern`, pattern(record, alternative)]),
    [`${place}.weighting`, weighting(record.weight)],
    ...(given === '' ? [] : one(`${place}.student_response`, given)),
    [`${place}.result`, result(record.result)],
    ...(record.took > 0 ? one(`${place}.latency`, timespan(record.took / 1000)) : []),
  ];
}

function one(name: string, value: string | undefined): Element[] {
  return value === undefined ? [] : [[name, value]];
}
