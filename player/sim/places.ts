/** Where content finds the API, or does not: windows as a page sees them around itself, without a browser. */

import type { Sim } from './lms';
import type { Clock } from './types';

/** late: in the parent, after a while. foreign: below a page of another origin. sandboxed: below nothing that can be read, without storage. */
export type Place = 'own' | 'parent' | 'deep' | 'above-foreign' | 'opener' | 'opener-document' | 'top-opener' | 'late' | 'foreign' | 'sandboxed' | 'nowhere';

export interface Facts {
  /** The API can be found. */
  readonly api: boolean;
  /** The browser lets the page keep something. */
  readonly storage: boolean;
}

const REACHED: Facts = { api: true, storage: true };

export const PLACES: Readonly<Record<Place, Facts>> = {
  own: REACHED,
  parent: REACHED,
  deep: REACHED,
  'above-foreign': REACHED,
  opener: REACHED,
  'opener-document': REACHED,
  'top-opener': REACHED,
  late: REACHED,
  foreign: { api: false, storage: true },
  sandboxed: { api: false, storage: false },
  nowhere: { api: false, storage: true },
};

type Holder = Record<string, unknown>;

/** A window whose properties all throw, but for the parent that may be reached. */
function foreign(parent?: unknown): object {
  return new Proxy({}, {
    get(_, name) {
      if (name === 'parent' && parent !== undefined) return parent;
      throw new Error('SecurityError: a frame of another origin');
    },
  });
}

function alone(more: Holder = {}): Holder {
  const page: Holder = { ...more };
  page['parent'] = page;
  page['top'] = page;
  return page;
}

function below(holder: object, levels = 1): object {
  let page = holder;
  for (let i = 0; i < levels; i += 1) page = { parent: page, top: holder };
  return page;
}

const FRAMES = 40;

/** The content's own window, `holder` being the one that has the API. */
const WINDOWS: Readonly<Record<Place, (holder: Holder) => object>> = {
  own: (holder) => holder,
  parent: (holder) => below(holder),
  deep: (holder) => below(holder, FRAMES),
  'above-foreign': (holder) => ({ parent: foreign(holder), top: holder }),
  opener: (holder) => alone({ opener: holder }),
  'opener-document': (holder) => alone({ opener: alone({ document: holder }) }),
  'top-opener': (holder) => below(alone({ opener: holder })),
  late: (holder) => below(holder),
  foreign: () => ({ parent: foreign(), top: foreign() }),
  sandboxed: () => ({ parent: foreign(), top: foreign() }),
  nowhere: () => alone(),
};

/** A launch in its place. */
export class Placed {
  /** What the content sees as its window. */
  readonly own: object;
  private readonly holder: Holder = alone();

  constructor(
    private readonly sim: Sim,
    place: Place,
    clock: Clock,
    /** Milliseconds until an API that is late is there. */
    lateBy = 1500,
  ) {
    this.own = WINDOWS[place](this.holder);
    if (place === 'late') clock.setTimer(() => { this.show(); }, lateBy);
    else this.show();
  }

  /** The window of the API goes: it is not found, and who kept it finds that it throws. */
  lose(): void {
    this.sim.lost = true;
    delete this.holder['API'];
  }

  /** It is there again. */
  comeBack(): void {
    this.sim.lost = false;
    this.show();
  }

  private show(): void {
    if (this.sim.kind !== 'none') this.holder['API'] = this.sim.api;
  }
}
