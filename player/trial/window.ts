/** What a trial takes from the window of its page: the only file that asks it. */

import type { Store } from '../src/core/types';
import type { Around, Served } from './place';

/** Reading one throws in some frames. */
export function storage(kind: 'localStorage' | 'sessionStorage'): Store | null {
  try {
    const store = window[kind];
    store.setItem('filiere:essai', '1');
    store.removeItem('filiere:essai');
    return store;
  } catch {
    return null;
  }
}

export function around(): Around {
  return {
    width: window.innerWidth,
    height: window.innerHeight,
    framed: window.parent !== window,
    secure: window.isSecureContext,
    fullscreen: document.fullscreenEnabled,
    local: storage('localStorage') !== null,
    session: storage('sessionStorage') !== null,
    channel: hasChannel(),
    clipboard: 'clipboard' in navigator,
    now: () => Date.now(),
    canPlay: (type) => document.createElement('video').canPlayType(type),
    fetch: ask,
    shows,
  };
}

function hasChannel(): boolean {
  try {
    new BroadcastChannel('filiere:essai').close();
    return true;
  } catch {
    return false;
  }
}

async function ask(path: string, headers: Record<string, string> = {}): Promise<Served | null> {
  try {
    const reply = await fetch(path, { cache: 'no-store', headers });
    return { status: reply.status, header: (name) => reply.headers.get(name) };
  } catch {
    return null;
  }
}

function shows(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const image = new Image();
    image.onload = () => { resolve(image.naturalWidth > 0); };
    image.onerror = () => { resolve(false); };
    image.src = path;
  });
}

/** What the report says of this computer; nothing names a person. */
export function computer(): { readonly date: string; readonly address: string; readonly browser: string; readonly language: string; readonly zone: string } {
  return {
    date: new Date().toISOString(),
    // What follows the address may hold a credential.
    address: location.origin + location.pathname,
    browser: navigator.userAgent,
    language: navigator.language,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}
