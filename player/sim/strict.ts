/**
 * Puts the strict LMS into a page: `window.API` for the content, `window.filiereLms` for whoever
 * looks. Options come from `window.filiereLmsOptions`, then from the script element: data-mode,
 * data-credit (true or false), data-mastery, data-key, data-without.
 */

import { StrictLms } from './lms';
import { DEFAULTS } from './types';
import type { SimOptions, Store } from './types';

declare global {
  interface Window {
    API?: unknown;
    filiereLms?: StrictLms;
    filiereLmsOptions?: Partial<SimOptions>;
  }
}

function fromScript(set: DOMStringMap): Partial<SimOptions> {
  const mode = (['normal', 'review', 'browse'] as const).find((one) => one === set['mode']);
  const { key, credit, mastery, without } = set;
  return {
    ...(mode === undefined ? {} : { mode }),
    ...(key === undefined ? {} : { key }),
    ...(credit === undefined ? {} : { credit: credit !== 'false' }),
    ...(mastery === undefined || mastery === '' ? {} : { mastery: Number(mastery) }),
    ...(without === undefined ? {} : { without: without.split(/[ ,]+/u).filter(Boolean) }),
  };
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
const options = { store: storage(), ...window.filiereLmsOptions, ...fromScript(script instanceof HTMLScriptElement ? script.dataset : {}) };
window.filiereLms = new StrictLms(options);
window.API = window.filiereLms.api;
