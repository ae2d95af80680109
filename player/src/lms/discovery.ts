/** Finds the SCORM 1.2 API among the windows around the page, whatever some of them refuse. */

import type { Env } from '../core/types';

const METHODS = ['LMSInitialize', 'LMSFinish', 'LMSGetValue', 'LMSSetValue', 'LMSCommit', 'LMSGetLastError', 'LMSGetErrorString', 'LMSGetDiagnostic'] as const;

export type Method = (typeof METHODS)[number];
export type Api = Readonly<Record<Method, (...args: string[]) => unknown>>;

/** Windows are nested less deeply than this in any LMS; a cycle ends sooner. */
const HOPS = 64;
const EVERY = 100;
const PATIENCE = 3000;

/** The API, or null: own window and its parents, then the opener's, then the opener of the top. */
export function findApi(own: unknown): Api | null {
  const opener = read(own, 'opener');
  return climb(own) ?? climb(opener) ?? apiOf(read(opener, 'document')) ?? climb(read(read(own, 'top'), 'opener'));
}

/** Whether there is one; looks again for a while when the page is framed or was opened: some come late. */
export async function discover(own: unknown, env: Pick<Env, 'passed' | 'setTimer'>): Promise<boolean> {
  const placed = (read(own, 'parent') ?? own) !== own || Boolean(read(own, 'opener'));
  const until = env.passed() + PATIENCE;
  while (findApi(own) === null) {
    if (!placed || env.passed() >= until) return false;
    await new Promise<void>((resolve) => { env.setTimer(resolve, EVERY); });
  }
  return true;
}

/** A frame of another origin is passed over and climbing goes on. */
function climb(from: unknown): Api | null {
  let frame = from;
  for (let hop = 0; hop < HOPS && frame; hop += 1) {
    const api = apiOf(frame);
    if (api !== null) return api;
    const parent = read(frame, 'parent');
    if (parent === frame) return null;
    frame = parent;
  }
  return null;
}

/** Only the API of our own standard, and only whole; some hosts expose it as a function. */
function apiOf(holder: unknown): Api | null {
  const api = read(holder, 'API');
  return METHODS.every((method) => read(api, method) !== undefined) ? (api as Api) : null;
}

/** A property, or undefined: reading one of a foreign window throws. */
export function read(holder: unknown, name: string): unknown {
  if (holder === null || (typeof holder !== 'object' && typeof holder !== 'function')) return undefined;
  try {
    return (holder as Record<string, unknown>)[name] ?? undefined;
  } catch {
    return undefined;
  }
}
