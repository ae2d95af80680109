/** Makes a failing journey small: steps and faults are left out as long as it still fails. */

import type { Journey, Step } from './steps';

/** Delta debugging: halves, quarters, … single steps. */
export async function shrunk(journey: Journey, fails: (journey: Journey) => Promise<boolean>): Promise<Journey> {
  let steps: readonly Step[] = journey.steps;
  let parts = 2;
  while (steps.length > 0 && parts <= 2 * steps.length) {
    const size = Math.max(1, Math.ceil(steps.length / parts));
    const smaller = await without(journey, steps, size, fails);
    if (smaller !== null) steps = smaller;
    else if (size === 1) break;
    else parts *= 2;
  }
  return calm({ ...journey, steps }, fails);
}

async function without(journey: Journey, steps: readonly Step[], size: number, fails: (journey: Journey) => Promise<boolean>): Promise<readonly Step[] | null> {
  for (let from = steps.length - size; from > -size; from -= size) {
    const left = steps.filter((_, i) => i < from || i >= from + size);
    if (await fails({ ...journey, steps: left })) return left;
  }
  return null;
}

/** What is odd about the surroundings is left out too. */
async function calm(journey: Journey, fails: (journey: Journey) => Promise<boolean>): Promise<Journey> {
  let { setup } = journey;
  const plain = { mode: 'normal', credit: true, mastery: null, settings: {}, blocked: false, late: 0, engine: 'firefox', around: 'parent' } as const;
  for (const [name, value] of Object.entries(plain)) {
    const quieter = { ...setup, [name]: value };
    if (await fails({ ...journey, setup: quieter })) setup = quieter;
  }
  return { ...journey, setup };
}
