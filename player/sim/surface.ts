/** The eight functions that content finds: each call is answered, and logged when it is one that counts. */

import type { CallLog, Result } from './calls';
import type { SimApi, Value } from './types';

type Logged = 'LMSInitialize' | 'LMSFinish' | 'LMSGetValue' | 'LMSSetValue' | 'LMSCommit';
type Run = (args: unknown[]) => Result;

/** `assertThere` throws when the window of the API is gone. */
export function surface(calls: CallLog, errorText: (code: string) => string | undefined, assertThere: () => void, runs: Readonly<Record<Logged, Run>>): SimApi {
  const value = (method: Logged) => (...args: unknown[]): Value => {
    assertThere();
    return calls.record(method, args, runs[method](args));
  };
  const text = (method: Logged) => (...args: unknown[]): string => String(value(method)(...args));
  const there = <T>(run: (code: unknown) => T) => (code?: unknown): T => {
    assertThere();
    return run(code);
  };
  return {
    LMSInitialize: text('LMSInitialize'),
    LMSFinish: text('LMSFinish'),
    LMSGetValue: value('LMSGetValue'),
    LMSSetValue: text('LMSSetValue'),
    LMSCommit: text('LMSCommit'),
    LMSGetLastError: there(() => calls.error),
    LMSGetErrorString: there((code) => errorText(String(code))),
    LMSGetDiagnostic: there(() => calls.why),
  };
}
