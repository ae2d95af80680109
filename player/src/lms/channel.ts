/** Carries messages between the tabs of a browser that show pages of one site; knows nothing of what they say. */

import type { Channel, Store } from '../core/types';

/** The part of a window that is used. */
export interface ChannelWindow {
  readonly BroadcastChannel?: new (name: string) => BroadcastChannel;
  addEventListener(type: 'storage', listener: (event: { readonly key: string | null; readonly newValue: string | null }) => void): void;
}

/** null: blocked. Browsers without such channels tell other tabs what is put in their storage. */
export function openChannel(own: ChannelWindow, store: Store | null, name: string): Channel | null {
  try {
    return own.BroadcastChannel === undefined ? stored(own, store, name) : broadcast(new own.BroadcastChannel(name));
  } catch {
    return null;
  }
}

function broadcast(channel: BroadcastChannel): Channel {
  return {
    post: (message) => { channel.postMessage(message); },
    listen: (hear) => { channel.onmessage = ({ data }) => { hear(data); }; },
    close: () => { channel.close(); },
  };
}

function stored(own: ChannelWindow, store: Store | null, name: string): Channel | null {
  if (store === null) return null;
  let hears: ((message: unknown) => void) | null = null;
  own.addEventListener('storage', ({ key, newValue }) => {
    if (key === name && newValue !== null && newValue !== '') hears?.(JSON.parse(newValue));
  });
  return {
    post: (message) => {
      try {
        store.setItem(name, JSON.stringify(message));
        // Nothing of it stays.
        store.setItem(name, '');
      } catch {
        // Full or blocked: the others hear nothing, as if they were alone.
      }
    },
    listen: (hear) => { hears = hear; },
    close: () => { hears = null; },
  };
}
