/** Calls a simulated LMS as content does, and writes down return/error. */

import { createSim } from '../sim/lms';
import type { Sim } from '../sim/lms';
import type { Clock, Kind, SimOptions } from '../sim/types';

/** A launch whose session is open. */
export function opened(kind: Kind, options: Partial<SimOptions> = {}, clock?: Clock): Sim {
  return initialized(createSim(kind, options, clock));
}

/** The next launch, opened. */
export function initialized(sim: Sim): Sim {
  sim.api.LMSInitialize('');
  return sim;
}

export function set(sim: Sim, name: string, value: string): string {
  return `${sim.api.LMSSetValue(`cmi.${name}`, value)}/${sim.api.LMSGetLastError()}`;
}

export function get(sim: Sim, name: string): string {
  return `${String(sim.api.LMSGetValue(`cmi.${name}`))}/${sim.api.LMSGetLastError()}`;
}

export function commit(sim: Sim): string {
  return `${sim.api.LMSCommit('')}/${sim.api.LMSGetLastError()}`;
}

export function finish(sim: Sim): string {
  return `${sim.api.LMSFinish('')}/${sim.api.LMSGetLastError()}`;
}

/** Sets each `element=value`. */
export function write(sim: Sim, ...pairs: string[]): void {
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    set(sim, pair.slice(0, at), pair.slice(at + 1));
  }
}

/** Answers to calls out of place, in one order for every LMS. */
export function outOfPlace(kind: Kind): string[] {
  const sim = createSim(kind);
  const { api } = sim;
  const answers: string[] = [];
  const say = (value: unknown): void => { answers.push(`${String(value)}/${api.LMSGetLastError()}`); };
  say(api.LMSGetValue('cmi.core.entry'));
  say(api.LMSSetValue('cmi.suspend_data', 'x'));
  say(api.LMSCommit(''));
  say(api.LMSFinish(''));
  say(api.LMSInitialize('x'));
  say(api.LMSInitialize(''));
  say(api.LMSInitialize(''));
  say(api.LMSCommit('x'));
  say(api.LMSFinish(''));
  say(api.LMSFinish(''));
  say(api.LMSSetValue('cmi.suspend_data', 'x'));
  say(api.LMSInitialize(''));
  return answers;
}
