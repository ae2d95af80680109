/**
 * Puts a simulated LMS into a page: `window.API` for the content, `window.filiereLms` for whoever
 * looks, `window.filiereSims` for who wants others. Options come from `window.filiereLmsOptions`,
 * then from the script element: data-lms, data-mode, data-credit (true or false), data-mastery,
 * data-key, data-without, data-settings (as `scormStandard=true autoReview=false`).
 */

import { browserClock } from './clock';
import { createSim } from './lms';
import type { Sim } from './lms';
import { DEFAULTS } from './types';
import type { Kind, SimOptions, Store } from './types';

declare global {
  interface Window {
    API?: unknown;
    filiereLms?: Sim;
    filiereLmsOptions?: Partial<SimOptions> & { readonly lms?: Kind };
    filiereSims?: { readonly createSim: typeof createSim };
  }
}

const KINDS: readonly Kind[] = ['strict', 'moodle', 'ilias', 'openedx', 'chamilo', 'none'];

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

function settingsOf(text: string): SimOptions['settings'] {
  const pairs = text.split(/\s+/u).filter(Boolean).map((pair) => pair.split('=') as [string, string]);
  return Object.fromEntries(pairs.map(([name, value]) => [name, value === 'true' ? true : value === 'false' ? false : value]));
}

/** The browser's storage, or this page's memory alone. */
function storage(): Store {
  try {
    window.localStorage.getItem(DEFAULTS.key);
    return window.localStorage;
  } catch {
    const kept = new Map<string, string>();
    return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value) };
  }
}

const script = document.currentScript;
const set = script instanceof HTMLScriptElement ? script.dataset : {};
const kind = KINDS.find((one) => one === set['lms']) ?? window.filiereLmsOptions?.lms ?? 'strict';
const sim = createSim(kind, { store: storage(), ...window.filiereLmsOptions, ...fromScript(set) }, browserClock());
window.filiereSims = { createSim };
window.filiereLms = sim;
if (kind !== 'none') window.API = sim.api;
