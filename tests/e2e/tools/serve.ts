/** Serves a package under the strictest header, and pages that play an LMS around it. */

import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { unzip } from './zip';

const TYPES: Readonly<Record<string, string>> = { html: 'text/html; charset=utf-8', js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml', txt: 'text/plain', xml: 'text/xml', csv: 'text/csv' };
const STRICT = "default-src 'self'";
const SIMS = ['strict', 'moodle', 'ilias', 'openedx', 'chamilo', 'none'];

/** The one package of module `id` in dist/, as it was built. */
export function packageOf(id: string): Map<string, Buffer> {
  const name = readdirSync('dist').find((file) => file.startsWith(`${id}-`) && file.endsWith('-scorm12.zip'));
  if (name === undefined) throw new Error(`no package of ${id} in dist/: run cargo run --release -- build`);
  return unzip(`dist/${name}`);
}

export interface Site {
  /** `http://127.0.0.1:port` */
  readonly origin: string;
  close(): Promise<void>;
}

/** `/package/…` is the package; `/lms/again` and `/lms/<simulated LMS>` play it in a frame of that LMS. */
export async function serve(files: ReadonlyMap<string, Buffer>, csp = STRICT): Promise<Site> {
  const pages = lmsPages();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
    const body = path.startsWith('/package/') ? files.get(path.slice('/package/'.length)) : pages.get(path);
    const type = TYPES[path.includes('.') ? path.split('.').pop() ?? '' : 'html'] ?? 'application/octet-stream';
    const policy = path.startsWith('/package/') ? { 'content-security-policy': csp } : {};
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': type, ...policy });
    response.end(body);
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${String(port)}`,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => { resolve(); });
    }),
  };
}

function lmsPages(): Map<string, Buffer> {
  const frame = '<iframe id="sco" title="SCO" style="width:100%;height:100vh;border:0"></iframe>';
  const page = (scripts: string): Buffer => Buffer.from(`<!doctype html><meta charset="utf-8"><title>LMS</title><link rel="icon" href="data:,"><body style="margin:0">${scripts}${frame}</body>`);
  return new Map([
    ...SIMS.map((kind): [string, Buffer] => [`/lms/${kind}`, page(`<script src="/lms/sim.js" data-lms="${kind}"></script>`)]),
    ['/lms/again', page('<script src="/lms/again.js"></script>')],
    ['/lms/sim.js', readFileSync('player/dist/sim.js')],
    ['/lms/again.js', readFileSync('node_modules/scorm-again/dist/scorm12.min.js')],
  ]);
}
