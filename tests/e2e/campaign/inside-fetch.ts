/** Requests of a page: they are waited for and counted, and a record store that is far away answers as its faults say. */

import type { PageClock } from './inside-clock';

/** What a record store that is far away answers, whatever it is. */
export interface Trouble {
  /** Requests that left all the same. */
  sent: number;
  failing: number;
  offline: boolean;
  expired: boolean;
  /** The page. */
  end: 'stays' | 'goes' | 'gone';
}

/** Nothing comes of what is asked. */
const never = new Promise<never>(() => undefined);

/**
 * Requests are waited for; slow ones leave later, but for those that outlive their page.
 * While the page goes only those leave, and nothing once it is gone: a browser that is busy still sends some, and the next launch would overtake them.
 */
export function installFetch(clock: PageClock, trouble: Trouble): void {
  const real = window.fetch.bind(window);
  window.addEventListener('pagehide', () => { trouble.end = 'goes'; });
  window.fetch = async (input, init) => {
    const outlives = init?.keepalive === true;
    if (trouble.end === 'gone' || (trouble.end === 'goes' && !outlives)) return never;
    if (clock.slow > 0 && !outlives) await new Promise<void>((resolve) => { window.setTimeout(resolve, clock.slow); });
    const own = new URL(String(input), location.href).origin === location.origin;
    const broken = own ? null : refusal(trouble);
    if (broken !== null) return broken;
    if (!own) trouble.sent += 1;
    const request = real(input, init).then(whole);
    const ended = request.catch(() => undefined).finally(() => clock.busy.delete(ended));
    clock.busy.add(ended);
    return request;
  };
}

/** A text that is there already is read within the task: no time passes meanwhile. */
async function whole(reply: Response): Promise<Response> {
  const text = await reply.text();
  return Object.assign(reply, { text: () => Promise.resolve(text) });
}

/** Once the page goes, its server is told how many requests left. To be called again when the page may listen to more: this comes last. */
export function farewell(trouble: Trouble): () => void {
  const tell = (): void => {
    trouble.end = 'gone';
    navigator.sendBeacon(`../gone?${String(trouble.sent)}`);
  };
  return () => {
    window.removeEventListener('pagehide', tell);
    window.addEventListener('pagehide', tell);
  };
}

/** null: the request leaves. */
function refusal(trouble: Trouble): Promise<Response> | null {
  if (trouble.offline) return Promise.reject(new TypeError('Failed to fetch'));
  if (trouble.expired) return Promise.resolve(new Response('', { status: 401 }));
  if (trouble.failing === 0) return null;
  trouble.failing -= 1;
  return Promise.resolve(new Response('', { status: 503 }));
}
