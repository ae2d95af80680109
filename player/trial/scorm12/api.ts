/** Finds where the API stands and calls it as it is: every answer and error is kept, none is judged. */

import { findApi, read } from '../../src/lms/discovery';
import type { Api, Method } from '../../src/lms/discovery';

export interface Line {
  readonly call: string;
  readonly answer: string;
  readonly code: string;
}

/** What a value was answered and what is read afterwards. */
export interface Written {
  /** Whether it was taken: the error code counts, since some platforms answer « false » when it worked. */
  readonly taken: boolean;
  readonly code: string;
  readonly back: string;
}

const HOPS = 64;
/** Never shown: they name a person. */
const PERSONAL = ['cmi.core.student_id', 'cmi.core.student_name'];

export class RawApi {
  readonly log: Line[] = [];
  private last = '';

  constructor(private readonly api: Api) {}

  get(element: string): string {
    return this.call('LMSGetValue', element);
  }

  /** Whether a call without a value was answered « true », or at least without an error. */
  done(method: 'LMSInitialize' | 'LMSCommit' | 'LMSFinish'): { readonly yes: boolean; readonly code: string } {
    const answer = this.call(method, '');
    return { yes: answer === 'true' || (answer !== 'false' && this.last === '0'), code: this.last };
  }

  set(element: string, value: string): boolean {
    const answer = this.call('LMSSetValue', element, value);
    return answer === 'true' || this.last === '0';
  }

  write(element: string, value: string): Written {
    const taken = this.set(element, value);
    const code = this.last;
    return { taken, code, back: this.get(element) };
  }

  code(): string {
    return this.last;
  }

  private call(method: Method, ...args: string[]): string {
    const answer = this.raw(method, args);
    this.last = this.raw('LMSGetLastError', []);
    const shown = PERSONAL.includes(args[0] ?? '') && answer !== '' ? '***' : short(answer);
    this.log.push({ call: `${method}(${args.map((arg) => JSON.stringify(short(arg))).join(', ')})`, answer: shown, code: this.last });
    return answer;
  }

  private raw(method: Method, args: string[]): string {
    try {
      return String(this.api[method](...args));
    } catch (error) {
      return error instanceof Error ? error.name : 'exception';
    }
  }
}

/** `own`, `parent:2`, `opener:0`, `document`, as the modules look for it; null: nowhere. */
export function locate(own: unknown): { readonly api: Api; readonly where: string } | null {
  const api = findApi(own);
  if (api === null) return null;
  const opener = read(own, 'opener');
  const where = climb(own, api, 'parent') ?? climb(opener, api, 'opener') ?? (read(read(opener, 'document'), 'API') === api ? 'document:0' : null);
  return { api, where: (where ?? climb(read(read(own, 'top'), 'opener'), api, 'opener') ?? 'opener:0').replace('parent:0', 'own:0') };
}

function climb(from: unknown, api: Api, name: string): string | null {
  let frame = from;
  for (let hop = 0; hop < HOPS && frame; hop += 1) {
    if (read(frame, 'API') === api) return `${name}:${String(hop)}`;
    const parent = read(frame, 'parent');
    if (parent === frame) return null;
    frame = parent;
  }
  return null;
}

function short(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 40)}… (${String(text.length)})`;
}
