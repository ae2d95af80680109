/** The calls of one page: which are out of place, their log, and the error that the last of them left. */

import type { Calls, Phase } from './profile';
import type { Call, Method, Value, Verdict } from './types';

export interface Result {
  readonly value: Value;
  readonly error: string;
  readonly verdict?: Verdict;
  readonly why: string;
}

export class CallLog {
  readonly calls: Call[] = [];
  error = '0';
  why = '';
  listener: (call: Call) => void = () => undefined;

  record(method: Method, args: readonly unknown[], result: Result): Value {
    const { value, error, why } = result;
    this.error = error;
    this.why = why;
    const verdict = result.verdict ?? (error === '0' ? 'ok' : 'refused');
    const call: Call = { n: this.calls.length + 1, method, args: args.map(String), value, error, verdict, why };
    this.calls.push(call);
    this.listener(call);
    return value;
  }
}

const WHY: Readonly<Record<Phase, string>> = { before: 'no session is open', running: 'already initialized', finished: 'already finished' };

/** The answer to a call out of place, or null. */
export function refusalOf(calls: Calls, phase: Phase, method: Method, args: readonly unknown[]): Result | null {
  const named = method === 'LMSGetValue' || method === 'LMSSetValue';
  const value = method === 'LMSGetValue' ? '' : 'false';
  if (calls.argument !== undefined && !named && args[0] !== '') return { value, error: calls.argument, why: 'the argument must be ""' };
  const general = method === 'LMSInitialize' || phase === 'running' ? undefined : calls[phase];
  const error = calls[`${phase} ${method}`] ?? general ?? '0';
  return error === '0' ? null : { value, error, why: WHY[phase] };
}
