/** The ends of pages, as their server hears of them: what left with one has arrived before the next one begins. */

import type { Host } from './host';

/** A page that goes says so at once; after so many milliseconds the browser has dropped its word. */
const PATIENCE = 10000;

export class Endings {
  /** Open when nothing of an earlier page is on its way. */
  gate = Promise.resolve();
  private page = new Ending();

  /** The page goes, after so many requests for a record store. */
  told(sent: number): void {
    this.page.tell(sent);
  }

  /** `dead`: requests of a page that dies, and says no more. */
  async follow(host: Host, dead: number | null, leave: () => Promise<void>): Promise<void> {
    const { page } = this;
    this.gate = page.settled;
    const arrived = host.settled(() => (dead === null ? page.sent() : Promise.resolve(dead)));
    await Promise.all([leave(), arrived.then(() => { page.settle(); })]);
    this.page = new Ending();
  }
}

class Ending {
  readonly settled: Promise<void>;
  private readonly told: Promise<number>;
  tell: (sent: number) => void = () => undefined;
  settle: () => void = () => undefined;

  constructor() {
    this.settled = new Promise((resolve) => { this.settle = resolve; });
    this.told = new Promise((resolve) => { this.tell = resolve; });
  }

  /** How many requests left; `Infinity` where nobody knows. */
  async sent(): Promise<number> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<number>((resolve) => { timer = setTimeout(() => { resolve(Infinity); }, PATIENCE); });
    return Promise.race([this.told, late]).finally(() => { clearTimeout(timer); });
  }
}
