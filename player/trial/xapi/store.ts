/** The State documents and statements of a trial: their addresses, forms and preconditions. */

import { CMI5, contextOf, MASTERY, MOVE_ON } from '../../src/lms/xapi/context';
import type { JsonObject } from '../../src/lms/xapi/json';
import type { Address } from '../../src/lms/xapi/launch';
import type { Answer, Wire } from './wire';

export interface Spoken {
  readonly id: string;
  readonly answer: Answer;
}

/** What statements of a launch have in common. */
export interface Speech {
  readonly address: Address;
  readonly activity: string;
  readonly template: JsonObject;
  /** As LaunchData gives it; null: not at all. */
  readonly mastery: number | null;
  readonly language: string;
  now(): number;
  uuid(): string;
}

const VERBS = 'http://adlnet.gov/expapi/verbs/';
const SINCE = 'PT60S';
const SCORE = { scaled: 0.8, raw: 80, min: 0, max: 100 };

export class Store {
  constructor(private readonly wire: Wire, private readonly speech: Speech) {}

  read(stateId: string): Promise<Answer> {
    return this.wire.ask({ method: 'GET', path: 'activities/state', query: this.place(stateId) });
  }

  /** An empty `etag`: there is no document yet; null: its version is not known. */
  write(stateId: string, body: string, etag: string | null, last = false): Promise<Answer> {
    const headers: Record<string, string> = etag === null ? {} : etag === '' ? { 'If-None-Match': '*' } : { 'If-Match': etag };
    return this.wire.ask({ method: 'PUT', path: 'activities/state', query: this.place(stateId), body, headers, last });
  }

  /** What stands there now is replaced. */
  async replace(stateId: string, body: string): Promise<Answer> {
    const { status, etag } = await this.read(stateId);
    return this.write(stateId, body, status === 200 && etag === '' ? null : etag);
  }

  statement(id: string): Promise<Answer> {
    return this.wire.ask({ method: 'GET', path: 'statements', query: { statementId: id } });
  }

  async say(verb: 'initialized' | 'passed' | 'completed' | 'terminated', last = false, id = this.speech.uuid()): Promise<Spoken> {
    const statement = this.form(verb, id);
    const cmi5 = this.speech.address.standard === 'cmi5';
    const answer = await this.wire.ask(cmi5
      ? { method: 'PUT', path: 'statements', query: { statementId: id }, body: JSON.stringify(statement), last }
      : { method: 'POST', path: 'statements', body: JSON.stringify([statement]), last });
    return { id, answer };
  }

  private form(verb: string, id: string): JsonObject {
    const { address, activity, template, mastery, language, now } = this.speech;
    const cmi5 = address.standard === 'cmi5';
    const result = resultOf(verb, cmi5);
    const judged = 'success' in result || 'completion' in result;
    const categories = cmi5 ? [CMI5, ...(judged ? [MOVE_ON] : [])] : [];
    const extensions = cmi5 && verb === 'passed' && mastery !== null ? { [MASTERY]: mastery } : {};
    const common = { template, registration: address.registration, platform: address.platform, groupings: [], profile: '', language, revision: '1' };
    return {
      id,
      timestamp: new Date(now()).toISOString(),
      actor: address.actor,
      verb: { id: VERBS + verb, display: { en: verb } },
      object: { objectType: 'Activity', id: activity },
      ...(Object.keys(result).length === 0 ? {} : { result }),
      context: contextOf(common, { categories, extensions }),
    };
  }

  private place(stateId: string): Record<string, string> {
    const { address, activity } = this.speech;
    return { activityId: activity, agent: JSON.stringify(address.actor), stateId, ...(address.registration === '' ? {} : { registration: address.registration }) };
  }
}

/** cmi5 wants no score with « completed »; Tin Can platforms take their grade from it. */
function resultOf(verb: string, cmi5: boolean): JsonObject {
  if (verb === 'passed') return { success: true, score: SCORE, duration: SINCE };
  if (verb === 'completed') return { completion: true, duration: SINCE, ...(cmi5 ? {} : { success: true, score: SCORE }) };
  return verb === 'terminated' ? { duration: SINCE } : {};
}
