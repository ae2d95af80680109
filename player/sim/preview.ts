/** The page of `filiere preview`: a module in a simulated LMS, launched again after each build. */

import { browserClock } from './clock';
import { applyFaults } from './faults';
import { watchLeaving } from './leaving';
import { createSim } from './lms';
import type { Sim } from './lms';
import { byId, fill, showCalls, showState, showValues, word } from './preview-panel';
import { KINDS } from './profiles/all';
import type { Kind, SimOptions } from './types';

interface Module {
  readonly name: string;
  readonly title: string;
  readonly state: number;
  readonly state_limit: number;
}

interface Snapshot {
  readonly number: number;
  readonly errors: number;
  readonly summary: string;
  readonly findings: string;
  readonly modules: readonly Module[];
}

const frame = byId('frame', HTMLIFrameElement);
const choice = byId('module', HTMLSelectElement);
const mode = byId('mode', HTMLSelectElement);
let snapshot: Snapshot = { number: 0, errors: 0, summary: '', findings: '', modules: [] };
const platform = byId('lms', HTMLSelectElement);
const fault = byId('fault', HTMLSelectElement);
let lms: Sim | null = null;

function chosen(): Module | undefined {
  return snapshot.modules.find((module) => module.name === choice.value) ?? snapshot.modules[0];
}

function kind(): Kind {
  return KINDS.find((one) => one === platform.value) ?? 'strict';
}

/** Where the data of a learner of this module are kept in this browser; each LMS has its own. */
function key(module: Module): string {
  return `filiere-preview-${kind()}-${module.name}`;
}

/** The part of the address that says the page, which a new launch keeps. */
function place(): string {
  try {
    return frame.contentWindow?.location.hash ?? '';
  } catch {
    return '';
  }
}

/** Leaves the module, so that it finishes its session. */
function leave(): Promise<void> {
  return new Promise((resolve) => {
    frame.addEventListener('load', () => resolve(), { once: true });
    frame.src = 'about:blank';
  });
}

function show(): void {
  const module = chosen();
  if (lms === null || module === undefined) return;
  const values = lms.current();
  showState((values['cmi.suspend_data'] ?? '').length, module.state_limit);
  showValues(values);
  showCalls(lms.log);
}

async function launch(hash: string): Promise<void> {
  const module = chosen();
  if (lms !== null) await leave();
  if (module === undefined) return;
  const modes: Record<string, SimOptions['mode']> = { review: 'review', browse: 'browse' };
  lms = createSim(kind(), { store: window.localStorage, key: key(module), mode: modes[mode.value] ?? 'normal' }, browserClock());
  applyFaults(fault.value, lms.switches);
  watchLeaving(lms);
  lms.onCall(show);
  if (lms.kind === 'none') delete window.API;
  else window.API = lms.api;
  frame.src = `/package/${encodeURIComponent(module.name)}/index.html${hash}`;
  show();
}

function showModules(): void {
  const kept = choice.value;
  choice.replaceChildren(...snapshot.modules.map((module) => new Option(module.title, module.name)));
  if (snapshot.modules.some((module) => module.name === kept)) choice.value = kept;
}

function showFindings(): void {
  const { number, errors, summary, findings, modules } = snapshot;
  const text = fill(word('build'), { n: number, summary });
  byId('status', HTMLElement).textContent = modules.length === 0 ? word('empty') : text;
  byId('findings', HTMLElement).hidden = findings === '';
  byId('findings-text', HTMLElement).textContent = findings;
  document.body.classList.toggle('has-errors', errors > 0);
}

async function refresh(): Promise<void> {
  const answer = await fetch('/state');
  const next = (await answer.json()) as Snapshot;
  if (next.number === snapshot.number) return;
  const relaunch = next.errors === 0 || lms === null;
  snapshot = next;
  showModules();
  showFindings();
  if (relaunch) await launch(place());
}

function listen(): void {
  const news = new EventSource('/events');
  news.addEventListener('message', () => void refresh());
  news.addEventListener('error', () => {
    byId('status', HTMLElement).textContent = word('lost');
  });
  news.addEventListener('open', () => showFindings());
}

function startAnew(): void {
  void leave().then(() => {
    const module = chosen();
    if (module !== undefined) window.localStorage.removeItem(key(module));
    lms = null;
    return launch('');
  });
}

choice.addEventListener('change', () => void launch(''));
mode.addEventListener('change', () => void launch(place()));
platform.addEventListener('change', () => void launch(place()));
fault.addEventListener('change', () => { if (lms !== null) applyFaults(fault.value, lms.switches); });
byId('again', HTMLElement).addEventListener('click', () => void launch(place()));
byId('anew', HTMLElement).addEventListener('click', startAnew);
byId('widths', HTMLElement).addEventListener('change', (event) => {
  if (event.target instanceof HTMLInputElement) frame.width = event.target.value;
});
listen();
