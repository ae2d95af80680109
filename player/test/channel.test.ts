/** How tabs of one browser hear each other, with channels of its own or by its storage. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openChannel } from '../src/lms/channel';
import type { ChannelWindow } from '../src/lms/channel';
import type { Channel, Store } from '../src/core/types';
import { BLOCKED, memoryStore } from './world';

type Listener = Parameters<ChannelWindow['addEventListener']>[1];

/** Windows of a browser that tells each what another one puts into the storage. */
function windows(count: number): { tabs: { own: ChannelWindow; store: Store }[]; kept: Map<string, string> } {
  const shared = memoryStore();
  const listeners: Listener[][] = [];
  const tabs = Array.from({ length: count }, (_, me) => {
    listeners[me] = [];
    const own: ChannelWindow = { addEventListener: (_type, listener) => listeners[me]?.push(listener) };
    const setItem = (key: string, newValue: string): void => {
      shared.setItem(key, newValue);
      listeners.forEach((others, i) => { if (i !== me) others.forEach((listener) => { listener({ key, newValue }); }); });
    };
    return { own, store: { getItem: shared.getItem, setItem } };
  });
  return { tabs, kept: shared.kept };
}

test('where a browser has no channels, its storage carries messages, and nothing stays in it', () => {
  const { tabs, kept } = windows(3);
  const heard: unknown[] = [];
  const opened = tabs.map(({ own, store }, i) => openChannel(own, store, i === 2 ? 'other' : 'module'));
  const [first, second, third] = opened as [Channel, Channel, Channel];
  [first, second, third].forEach((channel, i) => { channel.listen((message) => { heard.push([i, message]); }); });
  first.post({ is: 'hello' });
  third.post({ is: 'hello' });
  second.post({ is: 'here' });
  second.close();
  first.post({ is: 'take' });
  assert.deepEqual(heard, [[1, { is: 'hello' }], [0, { is: 'here' }]]);
  assert.deepEqual(Array.from(kept.values()), ['', '']);
});

test('a blocked storage, or a channel that throws, is none', () => {
  const own: ChannelWindow = { addEventListener: () => undefined };
  const forbid = function (): never { throw new Error('SecurityError'); };
  const forbidden = { ...own, BroadcastChannel: forbid as unknown as new (name: string) => BroadcastChannel };
  assert.deepEqual([openChannel(own, null, 'k'), openChannel(forbidden, memoryStore(), 'k')], [null, null]);
  assert.doesNotThrow(() => { openChannel(own, BLOCKED, 'k')?.post({ is: 'hello' }); });
});

test('a browser with channels of its own uses them', async () => {
  const own = { BroadcastChannel, addEventListener: () => undefined } as unknown as ChannelWindow;
  const [one, two] = [openChannel(own, null, 'essai'), openChannel(own, null, 'essai')];
  const heard = new Promise((resolve) => { two?.listen(resolve); });
  one?.post({ is: 'hello' });
  assert.deepEqual(await heard, { is: 'hello' });
  one?.close();
  two?.close();
});
