/** What the life of a page does to its session. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attach } from '../src/lms/attach';
import type { PageEvent, PageWindow } from '../src/lms/attach';
import type { Session } from '../src/core/types';

type Listener = (event: PageEvent) => void;

function page(top: PageWindow['top'] | 'foreign' = null): { window: PageWindow; said: string[]; on: Map<string, Listener>; show(state: string): void } {
  const said: string[] = [];
  const on = new Map<string, Listener>();
  const document = { visibilityState: 'visible', addEventListener: (type: string, run: () => void) => on.set(type, run) };
  const window: PageWindow = {
    addEventListener: (type, run) => on.set(type, run),
    document,
    location: { reload: () => said.push('reload') },
    get top() {
      if (top === 'foreign') throw new Error('SecurityError');
      return top;
    },
  };
  const show = (state: string): void => {
    document.visibilityState = state;
    on.get('visibilitychange')?.({});
  };
  return { window, said, on, show };
}

function attached(top: PageWindow['top'] | 'foreign' = null): ReturnType<typeof page> {
  const made = page(top);
  const session = { hidden: () => made.said.push('hidden'), end: (why: string) => made.said.push(`end ${why}`) } as unknown as Session;
  attach(made.window, session);
  return made;
}

test('a hidden page stores, a page shown again does nothing', () => {
  const { said, show } = attached();
  show('hidden');
  show('visible');
  assert.deepEqual(said, ['hidden']);
});

test('a page that goes away closes the session, even if the browser may keep it', () => {
  const { said, on } = attached();
  on.get('pagehide')?.({ persisted: true });
  on.get('pagehide')?.({ persisted: false });
  assert.deepEqual(said, ['end pagehide', 'end pagehide']);
});

test('a page that goes away right after the keys of a reload comes back', () => {
  const { said, on } = attached();
  on.get('keydown')?.({ key: 'a', timeStamp: 50 });
  on.get('pagehide')?.({ timeStamp: 100 });
  on.get('keydown')?.({ key: 'F5', timeStamp: 1000 });
  on.get('pagehide')?.({ timeStamp: 2999 });
  on.get('keydown')?.({ key: 'R', ctrlKey: true, timeStamp: 5000 });
  on.get('pagehide')?.({ timeStamp: 5100 });
  on.get('pagehide')?.({ timeStamp: 7100 });
  assert.deepEqual(said, ['end pagehide', 'end reload', 'end reload', 'end pagehide']);
});

test('a frozen page stores', () => {
  const { said, on } = attached();
  on.get('freeze')?.({});
  assert.deepEqual(said, ['hidden']);
});

test('a page that comes back from the cache starts anew with its LMS', () => {
  const tops: string[] = [];
  const { said, on } = attached({ location: { reload: () => tops.push('top') } });
  on.get('pageshow')?.({ persisted: false });
  on.get('pageshow')?.({ persisted: true });
  assert.deepEqual([said, tops], [[], ['top']]);
});

test('below a window of another origin it starts anew alone', () => {
  const { said, on } = attached('foreign');
  on.get('pageshow')?.({ persisted: true });
  assert.deepEqual(said, ['reload']);
});

test('no unload and no beforeunload', () => {
  assert.deepEqual(Array.from(attached().on.keys()).sort(), ['freeze', 'keydown', 'online', 'pagehide', 'pageshow', 'visibilitychange']);
});
