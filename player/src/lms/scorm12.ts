/** Speaks SCORM 1.2: order and form of every value, returns and errors of every call; no policy. */

import type { Env, Launch, Status } from '../core/types';
import { discover, findApi } from './discovery';
import type { Api, Method } from './discovery';
import { elementsOf } from './elements';
import type { Batch, Lms, Outcome, Trouble } from './lms';

/** Already open: the page was reloaded, or another part of it opened the session. */
const RUNNING = ['101', '103'];
const NOT_OPEN = '301';
const SCORE = 'cmi.core.score.raw';
const STATUS = 'cmi.core.lesson_status';
/** Answer of a call that threw. */
const GONE = Symbol('gone');
/** An optional element that this LMS does not have: nobody needs to know. */
const NOT_IMPLEMENTED = '401';

export class Scorm12 implements Lms {
  private api: Api | null = null;
  private finished = false;
  /** A value could not be handed over since the last commit. */
  private broken = false;
  private listener: (trouble: Trouble) => void = () => undefined;
  /** Set since the last commit; stored for certain; refused as they are. */
  private readonly pending = new Map<string, string>();
  private readonly confirmed = new Map<string, string>();
  private readonly refused = new Map<string, string>();
  private readonly unsupported = new Set<string>();
  private readonly supported = new Set<string>();

  constructor(
    private readonly own: unknown,
    private readonly env: Env,
  ) {}

  /** Whether there is an API; `start` needs one. */
  async find(): Promise<boolean> {
    const found = await discover(this.own, this.env);
    this.api = findApi(this.own);
    return found;
  }

  start(): Promise<Launch> {
    const opened = this.call('LMSInitialize', '');
    if (!isTrue(opened)) this.judgeOpening();
    const mode = this.get('cmi.core.lesson_mode').toLowerCase();
    const credit = this.get('cmi.core.credit').toLowerCase() !== 'no-credit';
    const state = this.get('cmi.suspend_data');
    const location = this.get('cmi.core.lesson_location');
    const status = this.get('cmi.core.lesson_status').toLowerCase();
    const pass = this.get('cmi.student_data.mastery_score').trim();
    const learner = { id: this.get('cmi.core.student_id'), name: this.get('cmi.core.student_name') };
    this.remember({ 'cmi.suspend_data': state, 'cmi.core.lesson_location': location, 'cmi.core.lesson_status': status });
    return Promise.resolve({
      kind: 'scorm12',
      mode: mode === 'review' || mode === 'browse' ? mode : 'normal',
      credit,
      learner: learner.id === '' && learner.name === '' ? null : learner,
      pass: /^\d{1,3}(\.\d+)?$/u.test(pass) && Number(pass) <= 100 ? Number(pass) : null,
      state,
      location,
      priorStatus: priorStatus(status),
      caps: { interactions: true, objectives: true, keeps: true },
    });
  }

  recorded(): number | null {
    const count = this.get('cmi.interactions._count').trim();
    return /^\d+$/u.test(count) ? Number(count) : null;
  }

  put(batch: Batch): void {
    for (const [element, value] of elementsOf(batch, this.env)) this.set(element, value);
  }

  flush(): Promise<Outcome> {
    return Promise.resolve(this.finished ? 'failed' : this.stored('LMSCommit'));
  }

  end(): Outcome {
    if (this.finished) return 'ok';
    this.finished = true;
    return this.stored('LMSFinish');
  }

  quit(): Promise<Outcome> {
    return Promise.resolve(this.end());
  }

  onTrouble(listener: (trouble: Trouble) => void): void {
    this.listener = listener;
  }

  private stored(method: 'LMSCommit' | 'LMSFinish'): Outcome {
    const done = isTrue(this.call(method, '')) && !this.broken;
    this.broken = false;
    for (const [element, value] of this.pending) {
      if (done) this.confirmed.set(element, value);
      else this.confirmed.delete(element);
    }
    this.pending.clear();
    if (!done) this.tell(method, 'failed');
    return done ? 'ok' : 'failed';
  }

  /** An LMS may keep what is there: only what differs is set. */
  private set(element: string, value: string): void {
    if ((this.pending.get(element) ?? this.confirmed.get(element)) === value) return;
    if (this.refused.get(element) === value || this.isUnsupported(element)) return;
    const answer = this.call('LMSSetValue', element, value);
    if (answer === GONE) {
      this.broken = true;
      return;
    }
    const code = isTrue(answer) ? '0' : this.lastError();
    // Some LMSs say false though it worked; the error code tells.
    if (code === '0') this.take(element, value);
    else if (code === NOT_IMPLEMENTED) this.unsupported.add(element);
    else {
      if (code === NOT_OPEN) this.broken = true;
      else this.refused.set(element, value);
      this.tell(`SetValue(${element})`, 'refused', code);
    }
  }

  /** A score that changes asks for its status again: some LMSs grade only when one comes. */
  private take(element: string, value: string): void {
    this.pending.set(element, value);
    if (element !== SCORE) return;
    this.pending.delete(STATUS);
    this.confirmed.delete(STATUS);
  }

  /** Lists are asked once whether they exist; an empty answer without error says nothing. */
  private isUnsupported(element: string): boolean {
    const list = /^cmi\.(interactions|objectives)\./u.exec(element)?.[0];
    if (list !== undefined && !this.supported.has(list)) {
      this.supported.add(list);
      if (this.get(`${list}_children`) === '' && this.lastError() === NOT_IMPLEMENTED) this.unsupported.add(list);
    }
    return this.unsupported.has(element) || (list !== undefined && this.unsupported.has(list));
  }

  private judgeOpening(): void {
    const code = this.lastError();
    if (code !== '0' && !RUNNING.includes(code)) this.tell('LMSInitialize', 'lost', code);
  }

  private get(element: string): string {
    return textOf(this.call('LMSGetValue', element));
  }

  private lastError(): string {
    return textOf(this.call('LMSGetLastError'));
  }

  /** Tries once more when a window is gone and the API is found elsewhere. */
  private call(method: Method, ...args: string[]): unknown {
    const before = this.api;
    const answer = this.callOnce(method, args);
    if (answer !== GONE) return answer;
    this.api = findApi(this.own) ?? before;
    return this.api === before ? GONE : this.callOnce(method, args);
  }

  private callOnce(method: Method, args: string[]): unknown {
    try {
      return this.api === null ? GONE : this.api[method](...args);
    } catch (error) {
      this.listener({ call: method, code: 'throw', text: error instanceof Error ? error.message : '', kind: 'lost' });
      return GONE;
    }
  }

  private tell(call: string, kind: Trouble['kind'], code = this.lastError()): void {
    const text = this.call('LMSGetErrorString', code);
    this.listener({ call, code, text: typeof text === 'string' ? text : '', kind: code === NOT_OPEN ? 'lost' : kind });
  }

  private remember(values: Record<string, string>): void {
    for (const [element, value] of Object.entries(values)) if (value !== '') this.confirmed.set(element, value);
  }
}

/** Answers come as text or numbers, or not at all. */
function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Return values come as text, boolean or number. */
function isTrue(value: unknown): boolean {
  return value === true || value === 1 || textOf(value).toLowerCase() === 'true' || value === '1';
}

function priorStatus(status: string): Launch['priorStatus'] {
  const known: readonly (Status | 'browsed')[] = ['incomplete', 'failed', 'completed', 'passed', 'browsed'];
  return known.find((one) => one === status) ?? 'none';
}
