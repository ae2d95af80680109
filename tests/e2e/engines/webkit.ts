/** WebKitGTK, the engine of Safari as Debian builds it: its driver by the W3C's protocol, on a screen of its own. */

import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readdirSync } from 'node:fs';
import type { Way } from '../../../player/test/campaign/steps';
import type { Op, Report } from '../campaign/inside';
import type { Engine, Lane } from '../campaign/lane';
import { until } from '../tools/xapi-lrs';
import type { Lrs } from '../tools/xapi-lrs';
import { F5 } from './keys';

const PORT = 4797;
const SCREEN = ':97';
const LIBRARIES = '/usr/lib/x86_64-linux-gnu';
/** In the module's window, in a frame or alone. */
const INSIDE = "const sco = document.getElementById('sco'); const own = sco === null ? window : sco.contentWindow;";

/** One session of the driver: a window with tabs, and a storage that they share. */
class Driver {
  private constructor(private readonly session: string) {}

  static async start(): Promise<Driver> {
    const folder = readdirSync(LIBRARIES).find((name) => name.startsWith('webkit2gtk-4')) ?? 'webkit2gtk-4.1';
    const options = { binary: `${LIBRARIES}/${folder}/MiniBrowser`, args: ['--automation'] };
    const { sessionId } = await ask<{ sessionId: string }>('POST', 'session', { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } } });
    const driver = new Driver(sessionId);
    // The driver measures by the page's own timers, which are those of the journey.
    await driver.do('POST', 'timeouts', { script: 2 ** 31, pageLoad: 60000 });
    return driver;
  }

  do<T>(method: string, path: string, body: unknown = method === 'POST' ? {} : undefined): Promise<T> {
    return ask(method, `session/${this.session}/${path}`, body);
  }

  script<T>(script: string, ...args: readonly unknown[]): Promise<T> {
    return this.do('POST', 'execute/async', { script, args });
  }
}

async function ask<T>(method: string, path: string, body: unknown): Promise<T> {
  const reply = await fetch(`http://127.0.0.1:${String(PORT)}/${path}`, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const { value } = (await reply.json()) as { value: T & { error?: string; message?: string } };
  if (!reply.ok) throw new Error(`${method} ${path}: ${value.error ?? ''} ${value.message ?? ''}`);
  return value;
}

class WebKitLane implements Lane {
  readonly crashes = false;
  errors: string[] = [];
  lrs: Lrs | null = null;
  private tab: string | null = null;

  constructor(
    private readonly driver: Driver,
    private readonly keeper: string,
  ) {}

  async open(address: string): Promise<void> {
    if (this.tab === null) {
      const { handle } = await this.driver.do<{ handle: string }>('POST', 'window/new', { type: 'tab' });
      await this.driver.do('POST', 'window', { handle });
      this.tab = handle;
    }
    await this.driver.do('POST', 'url', { url: address });
  }

  async run(ops: readonly Op[]): Promise<Report> {
    const reply = await this.driver.script<string | { error: string }>(`const [ops, done] = arguments; ${INSIDE} own.campaign(ops).then(done, (error) => done({ error: String(error) + error.stack }));`, JSON.stringify(ops));
    if (typeof reply !== 'string') throw new Error(reply.error);
    return JSON.parse(reply) as Report;
  }

  async leave(way: Way, elsewhere: string): Promise<void> {
    const removed = way === 'remove' && await this.driver.script<boolean>("const sco = document.getElementById('sco'); if (sco !== null) sco.remove(); arguments[0](sco !== null);");
    if (removed) return;
    if (way === 'navigate' || way === 'remove') await this.driver.do('POST', 'url', { url: elsewhere });
    else if (way === 'reload') {
      await this.driver.script(`${INSIDE} own.${F5}; arguments[0](null);`);
      await this.driver.do('POST', 'refresh');
    } else {
      await this.driver.do('DELETE', 'window');
      await this.driver.do('POST', 'window', { handle: this.keeper });
      this.tab = null;
    }
  }
}

function start(program: string, args: readonly string[]): ChildProcess {
  const env = { ...process.env, DISPLAY: SCREEN, GDK_BACKEND: 'x11', WEBKIT_DISABLE_COMPOSITING_MODE: '1', WEBKIT_DISABLE_DMABUF_RENDERER: '1', LIBGL_ALWAYS_SOFTWARE: '1' };
  return spawn(program, args, { env, stdio: 'ignore' });
}

export async function webkit(): Promise<Engine> {
  const children = [start('Xvfb', [SCREEN, '-screen', '0', '1024x768x24']), start('WebKitWebDriver', [`--port=${String(PORT)}`])];
  await until(() => ask<{ ready: boolean }>('GET', 'status', undefined).then(({ ready }) => ready, () => null), 'the driver of WebKit is ready');
  const driver = await Driver.start();
  const keeper = await driver.do<string>('GET', 'window');
  return {
    newLane: () => Promise.resolve(new WebKitLane(driver, keeper)),
    stop: async () => {
      await driver.do('DELETE', '').catch(() => undefined);
      children.forEach((child) => { child.kill(); });
    },
  };
}
