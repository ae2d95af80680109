/** The server of all journeys: the package of each under its strict header, and the page of its LMS. */

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Beginning } from './inside-clock';
import type { Files } from './packages';

const TYPES: Readonly<Record<string, string>> = { html: 'text/html; charset=utf-8', js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml', txt: 'text/plain' };

/** Of files that are the same in all journeys of one name. */
const KEPT = { 'cache-control': 'max-age=3600' };

/** What the server knows of a journey that is under way. */
export interface Visit {
  readonly files: Files;
  /** The LMS's page. */
  lms(): string;
  /** Header of the module's files. */
  readonly policy: string;
  beginning(): Beginning;
  /** The module's page has gone, after so many requests for a record store. */
  gone(sent: number): void;
  /** Until then the next page of a record store's module does not begin. */
  gate(): Promise<void> | null;
  /** Nothing answers. */
  offline: boolean;
  /** It has answered the page that is open. */
  met: boolean;
  /** Whoever asks is shown the page of login. */
  expired: boolean;
}

export class Site {
  private readonly visits = new Map<string, Visit>();
  private readonly sim = readFileSync('player/dist/sim.js');

  private constructor(
    private readonly server: Server,
    /** Script that each page begins with. */
    private readonly inside: string,
  ) {
    server.on('request', (request: IncomingMessage, response: ServerResponse) => { this.answer(request, response); });
  }

  static async start(inside: string): Promise<Site> {
    const server = createServer();
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    return new Site(server, inside);
  }

  /** Address of a journey's folder: those of one name follow one another. */
  add(name: string, visit: Visit): string {
    this.visits.set(name, visit);
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${String(port)}/j/${name}`;
  }

  remove(name: string): void {
    this.visits.delete(name);
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const [, , name = '', place = '', ...rest] = new URL(request.url ?? '/', 'http://x').pathname.split('/');
    const visit = this.visits.get(name);
    const path = rest.join('/');
    if (visit === undefined) response.writeHead(name === '' ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end('<!doctype html><title>Nothing here</title>');
    else if (place === 'sim.js') response.writeHead(200, { 'content-type': 'text/javascript', ...KEPT }).end(this.sim);
    else if (place === 'inside.js') response.writeHead(200, { 'content-type': 'text/javascript', ...KEPT }).end(this.inside);
    else if (place === 'gate.js') void visit.gate()?.then(() => response.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'no-store' }).end());
    else if (place === 'gone') this.gone(visit, request, response);
    else if (place === 'package') file(visit, path, response, (page) => this.beginning(page, '../', visit.gate() !== null));
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...cookie(visit) }).end(place === 'lms' ? this.beginning(visit.lms(), '', false) : '<!doctype html><title>Elsewhere</title>');
  }

  private gone(visit: Visit, request: IncomingMessage, response: ServerResponse): void {
    visit.gone(Number(request.url?.split('?')[1]));
    response.writeHead(204).end();
  }

  private beginning(page: string, above: string, gated: boolean): string {
    const gate = gated ? `<script src="${above}gate.js"></script>` : '';
    return page.replace(/<meta charset="utf-8">/iu, `$&${gate}<script src="${above}inside.js"></script>`);
  }
}

function file(visit: Visit, path: string, response: ServerResponse, change: (page: string) => string): void {
  const kept = visit.files.get(path);
  const body = path === 'index.html' ? change(kept?.toString() ?? '') : kept;
  const type = TYPES[path.split('.').pop() ?? ''] ?? 'application/octet-stream';
  const headers = { 'content-type': type, 'content-security-policy': visit.policy, ...(path === 'index.html' ? cookie(visit) : path === 'ping.txt' ? {} : KEPT) };
  if (path === 'ping.txt' && visit.offline) response.destroy();
  else if (path === 'ping.txt' && visit.expired) response.writeHead(200, { ...headers, 'content-type': 'text/html' }).end('<form action="login">');
  else {
    visit.met ||= path === 'ping.txt';
    response.writeHead(body === undefined ? 404 : 200, headers).end(body);
  }
}

function cookie(visit: Visit): { 'set-cookie': string } {
  return { 'set-cookie': `campaign=${encodeURIComponent(JSON.stringify(visit.beginning()))}; Path=/` };
}
