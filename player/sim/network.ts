/** Between the page and its server: carries what is sent, or fails as its switches say. */

import type { Said, Transport } from './profile';
import { YES } from './profile';
import type { Commit, Sent, Server } from './server';
import type { Clock } from './types';

/**
 * The module is closing, so that the browser refuses synchronous requests. frame: the LMS's page
 * stays, so that others arrive. page: it goes too, and only beacons arrive.
 */
export type Leaving = 'no' | 'frame' | 'page';

/** Faults that can be turned on and off while sessions run. */
export class Switches {
  /** Nothing gets through. */
  offline = false;
  /** The session is over: the server refuses until the next launch. */
  expired = false;
  /** Milliseconds that each request takes. */
  slow = 0;
  private failing = 0;

  /** The server answers 503 to the next requests. */
  failCommits(times: number): void {
    this.failing = times;
  }

  /** Whether the server refuses one request; each asked counts. */
  refuses(): boolean {
    if (this.expired) return true;
    if (this.failing === 0) return false;
    this.failing -= 1;
    return true;
  }
}

/** What became of one sending. */
export interface Delivery {
  readonly said: Said;
  /** null: not stored, whatever was said. */
  readonly commit: Commit | null;
  readonly why: string;
}

export class Network {
  leaving: Leaving = 'no';

  constructor(
    private readonly server: Server,
    private readonly clock: Clock,
    private readonly switches: Switches,
  ) {}

  /** One synchronous request, or its beacon. */
  send(sent: Sent, transport: Transport): Delivery {
    const { offline, slow } = this.switches;
    if (this.leaving !== 'no' && transport.beacon !== 'never') return this.beacon(sent, transport);
    if (slow > 0) this.clock.block?.(slow);
    if (!offline && this.leaving === 'no') return this.arrive(sent, 'request', transport.refused);
    if (transport.beacon === 'unreachable') return this.beacon(sent, transport);
    return this.miss(sent, transport.unreachable, offline ? 'offline' : 'the browser refuses a request while the page closes');
  }

  /** One request that nobody waits for; told when it ended. */
  later(sent: Sent, done: (stored: boolean) => void): void {
    const finish = (): void => {
      const lost = this.switches.offline || this.leaving === 'page';
      const delivery = lost ? this.miss(sent, YES, 'nothing gets through') : this.arrive(sent, 'request', YES);
      done(delivery.commit !== null);
    };
    if (this.switches.slow > 0) this.clock.setTimer(finish, this.switches.slow);
    else finish();
  }

  /** How many sendings never arrived. */
  missed(): number {
    return this.server.missed.length;
  }

  /** What a closed page still had to send. */
  drop(sent: readonly Sent[]): void {
    this.server.missed.push(...sent);
  }

  /** The browser takes it and says so; whether it arrives, nobody learns. */
  private beacon(sent: Sent, transport: Transport): Delivery {
    if (bytes(sent, transport.around) > transport.beaconLimit) return this.miss(sent, transport.unreachable, 'more than a beacon can carry');
    if (this.switches.offline) return this.miss(sent, YES, 'the beacon never arrives');
    return this.arrive(sent, 'beacon', YES);
  }

  private arrive(sent: Sent, by: Commit['by'], refused: Said): Delivery {
    if (this.switches.refuses()) return this.miss(sent, refused, this.switches.expired ? 'the session is over' : 'the server answers 503');
    return { said: YES, commit: this.server.receive(sent, by, this.clock.now()), why: '' };
  }

  private miss(sent: Sent, said: Said, why: string): Delivery {
    this.server.missed.push(sent);
    return { said, commit: null, why };
  }
}

/** Bytes of what carries it: names, values and what stands between them. */
function bytes(sent: Sent, around = 100): number {
  return sent.elements.reduce((total, [name, value]) => total + around + name.length + utf8(String(value)), 200);
}

function utf8(text: string): number {
  let total = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    total += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return total;
}
