/** A simulated SCORM 1.2 LMS as a place of journeys. */

import { openLms } from '../../src/lms/open';
import type { Lms } from '../../src/lms/lms';
import { createSim } from '../../sim/lms';
import type { Sim } from '../../sim/lms';
import { Placed } from '../../sim/places';
import type { Call, Kind } from '../../sim/types';
import type { Clock } from './clock';
import type { Page } from './page';
import type { Held, Place } from './places';
import type { Fault, Setup } from './steps';

/** A value that stands in for the one to be sent again: what the server then has is judged. */
const STAND_IN = 'the status goes back';

export class Scorm implements Place {
  private sim: Sim | null = null;
  private readonly gone: string[] = [];

  constructor(
    private readonly setup: Setup,
    private readonly clock: Clock,
  ) {}

  open(page: Page): Lms {
    const { place, mode, credit, mastery, settings, late, around } = this.setup;
    if (this.sim !== null) {
      this.sim.switches.offline = false;
      this.gone.push(...refused(this.sim));
    }
    const sim = this.sim?.relaunch() ?? createSim(place as Kind, { mode, credit, mastery, settings }, this.clock);
    this.sim = sim;
    const { own } = new Placed(sim, late > 0 && place !== 'none' ? 'late' : around, this.clock, late);
    return openLms(own, page, 'essai');
  }

  refuses(how: 'frame' | 'page'): void {
    // The LMS's own window stays where it opened another.
    if (this.setup.around !== 'opener') this.sim?.leave(how);
  }

  close(): void {
    this.sim?.close();
  }

  fault(fault: Fault): void {
    const { sim } = this;
    if (sim === null) return;
    if (fault.fault === 'fail') sim.switches.failCommits(fault.times);
    if (fault.fault === 'offline') sim.switches.offline = true;
    if (fault.fault === 'online') sim.switches.offline = false;
    if (fault.fault === 'expire') sim.switches.expired = true;
    if (fault.fault === 'slow') sim.switches.slow = fault.ms;
    if (fault.fault === 'lose') sim.lost = true;
    if (fault.fault === 'jump') this.clock.jump(fault.ms);
  }

  /** Whoever is not logged in is shown the page of login. */
  async ping(): Promise<string> {
    const { offline = false, expired = false, slow = 0 } = this.sim?.switches ?? {};
    if (slow > 0) await new Promise<void>((resolve) => { this.clock.setTimer(resolve, slow); });
    if (offline) throw new TypeError('Failed to fetch');
    return expired ? '<form action="login">' : 'filiere-ok';
  }

  heal(): void {
    const { sim } = this;
    if (sim === null) return;
    sim.switches.failCommits(0);
    sim.switches.offline = false;
    sim.switches.slow = 0;
  }

  isOver(): boolean {
    return this.setup.place !== 'none' && (this.sim?.lost === true || this.sim?.switches.expired === true);
  }

  held(): Held | null {
    if (this.sim === null || this.setup.place === 'none') return null;
    return heldIn(this.sim.stored());
  }

  attempt(): number {
    return this.sim?.server.attempt() ?? 1;
  }

  refusals(): readonly string[] {
    return [...this.gone, ...(this.sim === null ? [] : refused(this.sim))];
  }
}

export function heldIn(stored: Readonly<Record<string, string>>): Held {
  const raw = stored['cmi.core.score.raw'] ?? '';
  const status = stored['cmi.core.lesson_status'] ?? '';
  return { state: stored['cmi.suspend_data'] ?? '', status: status === 'not attempted' ? '' : status, score: raw === '' ? null : Number(raw), records: recordsIn(stored) };
}

function refused(sim: Sim): string[] {
  return wrongCalls(sim.kind, sim.log);
}

/** Values that no LMS should be asked to take, and calls out of place. */
export function wrongCalls(kind: Kind, calls: readonly Call[]): string[] {
  const isWrong = ({ method, verdict, error, why }: Call): boolean =>
    (verdict === 'refused' && (method === 'LMSSetValue' || error === '201')) || (verdict === 'warning' && kind === 'strict' && !why.includes(STAND_IN));
  return calls.filter(isWrong).map(({ method, args, why }) => `${method}(${args.join()}): ${why}`);
}

function recordsIn(stored: Readonly<Record<string, string>>): string[] {
  const count = Object.keys(stored).filter((name) => /^cmi\.interactions\.\d+\.id$/u.test(name)).length;
  return Array.from({ length: count }, (_, i) => ['id', 'type', 'student_response', 'result'].map((part) => stored[`cmi.interactions.${String(i)}.${part}`] ?? '').join(' '));
}
