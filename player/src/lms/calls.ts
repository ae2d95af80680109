/** Calls the SCORM 1.2 API and survives whatever it does; decides nothing of what is said to it. */

import type { Env } from '../core/types';
import { discover, findApi } from './discovery';
import type { Api, Method } from './discovery';
import type { Trouble } from './lms';

/** Answer of a call that threw. */
export const GONE = Symbol('gone');
export const NOT_OPEN = '301';

export class Calls {
  private api: Api | null = null;
  private listener: (trouble: Trouble) => void = () => undefined;

  constructor(private readonly own: unknown) {}

  async find(env: Env): Promise<boolean> {
    const found = await discover(this.own, env);
    this.api = findApi(this.own);
    return found;
  }

  onTrouble(listener: (trouble: Trouble) => void): void {
    this.listener = listener;
  }

  get(element: string): string {
    return textOf(this.call('LMSGetValue', element));
  }

  lastError(): string {
    return textOf(this.call('LMSGetLastError'));
  }

  /** Tries once more when a window is gone and the API is found elsewhere. */
  call(method: Method, ...args: string[]): unknown {
    const before = this.api;
    const answer = this.once(method, args);
    if (answer !== GONE) return answer;
    this.api = findApi(this.own) ?? before;
    return this.api === before ? GONE : this.once(method, args);
  }

  tell(call: string, kind: Trouble['kind'], code = this.lastError()): void {
    const text = this.call('LMSGetErrorString', code);
    this.listener({ call, code, text: typeof text === 'string' ? text : '', kind: code === NOT_OPEN ? 'lost' : kind });
  }

  private once(method: Method, args: string[]): unknown {
    try {
      return this.api === null ? GONE : this.api[method](...args);
    } catch (error) {
      this.listener({ call: method, code: 'throw', text: error instanceof Error ? error.message : '', kind: 'lost' });
      return GONE;
    }
  }
}

/** Answers come as text or numbers, or not at all. */
function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Return values come as text, boolean or number. */
export function isTrue(value: unknown): boolean {
  return value === true || value === 1 || textOf(value).toLowerCase() === 'true' || value === '1';
}
