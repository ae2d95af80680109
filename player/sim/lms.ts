/** Makes simulated LMSs: one engine, a profile for each. */

import { Switches } from './network';
import { Page } from './page';
import type { Core } from './page';
import type { Profile } from './profile';
import { PROFILES } from './profiles/all';
import { STRICT } from './profiles/strict';
import { Server } from './server';
import { DEFAULTS, SETTINGS } from './types';
import type { Clock, Kind, SimOptions } from './types';

/** A clock that stands still, for those who never look at it. */
const STILL: Clock = { now: () => 0, setTimer: () => null, clearTimer: () => undefined };

export interface Again {
  /** The learner asks for a new attempt. */
  readonly newAttempt?: boolean;
}

/** A launch that can be followed by others of the same learner. */
export class Sim extends Page {
  get kind(): Kind {
    return this.core.profile.kind;
  }

  /** The page goes without a word, and the module is opened again, logged in anew. */
  relaunch(again: Again = {}): Sim {
    this.close();
    this.switches.expired = false;
    this.server.opens(again.newAttempt ?? false);
    return new Sim(this.core);
  }

  /** The module is opened once more while this page stays. */
  secondTab(): Sim {
    return new Sim(this.core);
  }
}

function coreOf(profile: Profile, options: Partial<SimOptions>, clock: Clock): Core {
  const all = { ...DEFAULTS, key: `filiere-${profile.kind}`, ...options };
  const settings = { ...SETTINGS, ...all.settings };
  const server = new Server(profile, all, settings);
  server.opens(false);
  return { profile, options: all, settings, clock, server, switches: new Switches() };
}

/** The first launch of a learner, or the next one when `options.store` has something. */
export function createSim(kind: Kind, options: Partial<SimOptions> = {}, clock: Clock = STILL): Sim {
  const sim = new Sim(coreOf(PROFILES[kind], options, clock));
  sim.lost = kind === 'none';
  return sim;
}

/** The LMS that keeps every rule. */
export class StrictLms extends Sim {
  constructor(options: Partial<SimOptions> = {}, clock: Clock = STILL) {
    super(coreOf(STRICT, options, clock));
  }
}
