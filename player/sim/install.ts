/**
 * Puts a simulated LMS into a page: `window.API` for the content, `window.filiereLms` for whoever
 * looks, `window.filiereSims` for who wants others. Options come from `window.filiereLmsOptions`,
 * then from the script element: data-lms, data-mode, data-credit (true or false), data-mastery,
 * data-key, data-without, data-settings and data-faults (see faults.ts), data-place (page, document,
 * late) and data-late (milliseconds).
 */

import { browserClock } from './clock';
import { applyFaults, settingsOf } from './faults';
import { watchLeaving } from './leaving';
import { createSim } from './lms';
import type { Sim } from './lms';
import { KINDS } from './profiles/all';
import { storageOf } from './storage';
import { DEFAULTS } from './types';
import type { Kind, SimOptions, Store } from './types';

declare global {
  interface Window {
    API?: unknown;
    filiereLms?: Sim;
    filiereLmsOptions?: Partial<SimOptions> & { readonly lms?: Kind; readonly faults?: string };
    filiereSims?: { readonly createSim: typeof createSim };
  }
  interface Document {
    API?: unknown;
  }
}

function fromScript(set: DOMStringMap): Partial<SimOptions> {
  const mode = (['normal', 'review', 'browse'] as const).find((one) => one === set['mode']);
  const { key, credit, mastery, without, settings } = set;
  return {
    ...(mode === undefined ? {} : { mode }),
    ...(key === undefined ? {} : { key }),
    ...(credit === undefined ? {} : { credit: credit !== 'false' }),
    ...(mastery === undefined || mastery === '' ? {} : { mastery: Number(mastery) }),
    ...(without === undefined ? {} : { without: without.split(/[ ,]+/u).filter(Boolean) }),
    ...(settings === undefined ? {} : { settings: settingsOf(settings) }),
  };
}

/** The browser's storage, or this page's memory alone. */
function storage(): Store | null {
  try {
    window.localStorage.getItem(DEFAULTS.key);
    return window.localStorage;
  } catch {
    return storageOf('keeps');
  }
}

function show(sim: Sim, set: DOMStringMap): void {
  const holder = set['place'] === 'document' ? document : window;
  if (sim.kind === 'none') return;
  const late = set['place'] === 'late' ? Number(set['late'] ?? 1500) : 0;
  if (late > 0) window.setTimeout(() => { holder.API = sim.api; }, late);
  else holder.API = sim.api;
}

const script = document.currentScript;
const set = script instanceof HTMLScriptElement ? script.dataset : {};
const given = window.filiereLmsOptions ?? {};
const kind = KINDS.find((one) => one === set['lms']) ?? given.lms ?? 'strict';
const sim = createSim(kind, { store: storage(), ...given, ...fromScript(set) }, browserClock());
applyFaults(set['faults'] ?? given.faults ?? '', sim.switches);
watchLeaving(sim);
window.filiereSims = { createSim };
window.filiereLms = sim;
show(sim, set);
