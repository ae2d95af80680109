/** Counts how often an LMS failed to take a value for a reason of its own: some errors pass, others stay. */

/** Something went wrong in the LMS, whatever the value: the next try may succeed. */
const GENERAL = '101';
const TRIES = 3;

export class Patience {
  private readonly met = new Map<string, number>();

  /** Whether this error on an element is worth another try. */
  has(element: string, code: string): boolean {
    if (code !== GENERAL) return false;
    const times = (this.met.get(element) ?? 0) + 1;
    this.met.set(element, times);
    return times < TRIES;
  }

  /** The element was taken. */
  renew(element: string): void {
    this.met.delete(element);
  }
}
