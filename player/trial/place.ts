/** Looks at the window, the browser and the way the platform serves files; it speaks no standard. */

import { found } from './findings';
import type { Finding } from './findings';

export interface Served {
  readonly status: number;
  header(name: string): string | null;
}

/** The part of a browser that is looked at. */
export interface Around {
  readonly width: number;
  readonly height: number;
  readonly framed: boolean;
  readonly secure: boolean;
  readonly fullscreen: boolean;
  readonly local: boolean;
  readonly session: boolean;
  readonly channel: boolean;
  readonly clipboard: boolean;
  now(): number;
  canPlay(type: string): string;
  /** null: no answer, or files cannot be asked for here. */
  fetch(path: string, headers?: Record<string, string>): Promise<Served | null>;
  shows(path: string): Promise<boolean>;
}

const SAMPLE = 'assets/sample.';
/** What each kind of file must be called; the first is what standards say. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  json: ['application/json', 'text/json'],
  svg: ['image/svg+xml'],
  webp: ['image/webp'],
  vtt: ['text/vtt'],
  mp4: ['video/mp4'],
  webm: ['video/webm'],
  woff2: ['font/woff2', 'application/font-woff2'],
  mjs: ['text/javascript', 'application/javascript', 'application/x-javascript'],
};
const VIDEOS = { 'MP4 (H.264)': 'video/mp4; codecs="avc1.42E01E, mp4a.40.2"', 'WebM (VP9)': 'video/webm; codecs="vp9, opus"' };
/** A module is laid out for one column below this, and cannot be read below that. */
const WIDE = 650;
const TINY = 320;
/** Seconds. */
const MINDED = 60;

export async function surroundings(around: Around): Promise<Finding[]> {
  const names = Object.keys(TYPES);
  const [page, part, pictures, files] = await Promise.all([
    around.fetch('index.html'),
    around.fetch(`${SAMPLE}mp4`, { Range: 'bytes=0-3' }),
    Promise.all(['svg', 'webp'].map(async (name) => found('picture', (await around.shows(SAMPLE + name)) ? 'shown' : 'hidden', name.toUpperCase()))),
    Promise.all(names.map(async (name) => file(name, await around.fetch(SAMPLE + name)))),
  ]);
  return [...frame(around), ...files, rangeOf(part), ...pictures, ...videos(around), policyOf(page), ...storages(around), clockOf(page, around)];
}

function frame({ width, height, framed, fullscreen, secure }: Around): Finding[] {
  const size = `${String(width)} × ${String(height)}`;
  return [
    found('frame', width >= WIDE ? 'wide' : width >= TINY ? 'narrow' : 'tiny', size, framed ? 'frame' : 'window'),
    found('fullscreen', fullscreen ? 'yes' : 'no'),
    found('secure', secure ? 'yes' : 'no'),
  ];
}

function file(name: string, served: Served | null): Finding {
  const [wanted = '', ...others] = TYPES[name] ?? [];
  if (served === null) return found('file', 'unasked', `.${name}`, wanted, '—');
  const type = (served.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (served.status !== 200) return found('file', 'missing', `.${name}`, wanted, String(served.status));
  return found('file', [wanted, ...others].includes(type) ? 'right' : 'wrong', `.${name}`, wanted, type === '' ? '—' : type);
}

function rangeOf(served: Served | null): Finding {
  if (served === null) return found('range', 'unasked');
  return found('range', served.status === 206 ? 'yes' : 'no', String(served.status));
}

function videos(around: Around): Finding[] {
  return Object.entries(VIDEOS).map(([name, type]) => found('video', around.canPlay(type) === '' ? 'no' : 'yes', name));
}

function policyOf(page: Served | null): Finding {
  if (page === null) return found('policy', 'unasked');
  const policy = page.header('content-security-policy') ?? '';
  return policy === '' ? found('policy', 'none') : found('policy', 'some', policy.slice(0, 300));
}

function storages({ local, session, channel, clipboard }: Around): Finding[] {
  return [
    found('storage', local && session ? 'yes' : local || session ? 'part' : 'no'),
    found('channel', channel ? 'yes' : 'no'),
    found('clipboard', clipboard ? 'yes' : 'no'),
  ];
}

function clockOf(page: Served | null, around: Around): Finding {
  const ahead = (around.now() - Date.parse(page?.header('date') ?? '')) / 1000;
  if (!Number.isFinite(ahead)) return found('clock', 'untold');
  const seconds = String(Math.round(Math.abs(ahead)));
  return Math.abs(ahead) <= MINDED ? found('clock', 'right', seconds) : found('clock', 'off', seconds);
}

