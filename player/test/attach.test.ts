/** What the life of a page does to its session. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attach } from '../src/lms/attach';
import type { PageEvent, PageWindow } from '../src/lms/attach';
import { choice, made } from './fixtures';
import { launched } from './world';
import type { SaveStatus, Session } from '../src/core/types';

type Saving = Pick<SaveStatus, 'kind' | 'leaving'>;
type Listener = (event: PageEvent) => void;

function page(top: PageWindow['top'] | 'foreign' = null): { window: PageWindow; said: string[]; on: Map<string, Listener>; times: (boolean | 'moved')[]; save: Saving; show(state: string): void; becomes(save: Saving): void } {
  const said: string[] = [];
  const times: (boolean | 'moved')[] = [];
  const on = new Map<string, Listener>();
  const listen = (type: string, run: Listener): void => {
    const before = on.get(type);
    on.set(type, (event) => { before?.(event); run(event); });
  };
  const document = { visibilityState: 'visible', addEventListener: listen };
  const window: PageWindow = {
    addEventListener: listen,
    removeEventListener: (type) => on.delete(type),
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
  return { window, said, on, times, show, save: { kind: 'saved' }, becomes: () => undefined };
}

function attached(top: PageWindow['top'] | 'foreign' = null): ReturnType<typeof page> {
  const made = page(top);
  const listeners: (() => void)[] = [];
  const subscribe = (listener: () => void): number => listeners.push(listener);
  const session = { subscribe, save: () => made.save, activity: { seen: (visible: boolean) => made.times.push(visible), moved: () => made.times.push('moved') }, hidden: () => made.said.push('hidden'), end: (why: string) => made.said.push(`end ${why}`) } as unknown as Session;
  attach(made.window, session);
  made.becomes = (save) => {
    made.save = save;
    listeners.forEach((listener) => { listener(); });
  };
  return made;
}

test('a hidden page stores, a page shown again does nothing', () => {
  const { said, show } = attached();
  show('hidden');
  show('visible');
  assert.deepEqual(said, ['hidden']);
});

test('time counts while the page is seen, from the start on, and each gesture says that someone is there', () => {
  const { times, on, show } = attached();
  show('hidden');
  show('visible');
  for (const gesture of ['pointermove', 'pointerdown', 'keydown', 'wheel', 'scroll', 'timeupdate']) on.get(gesture)?.({});
  assert.deepEqual(times, [true, false, true, ...Array.from({ length: 6 }, () => 'moved')]);
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

test('the page asks before it goes exactly while something is at risk, and does nothing else then', () => {
  const { said, on, becomes } = attached();
  const asks = (save: Saving): boolean => {
    becomes(save);
    return on.has('beforeunload');
  };
  const kinds = (['saved', 'saving', 'unsaved', 'lost', 'lost', 'saved', 'unsaved', 'ended', 'readonly', 'standalone', 'unsaved', 'elsewhere'] as const).map((kind) => asks({ kind }));
  assert.deepEqual(kinds, [false, false, true, true, true, false, true, false, false, false, true, false]);
  assert.deepEqual([asks({ kind: 'unsaved', leaving: 'only' }), asks({ kind: 'unsaved', leaving: 'kept' })], [true, false]);
  becomes({ kind: 'lost' });
  let prevented = 0;
  on.get('beforeunload')?.({ preventDefault: () => { prevented += 1; } });
  assert.deepEqual([prevented, said], [1, []]);
});

test('a session is finished once, however often its page goes', async () => {
  const { session, lms } = await launched(made({ pages: [[choice('a')]] }));
  const { window, on, show } = page();
  attach(window, session);
  session.dispatch({ type: 'answer', target: { practice: 'a' }, answer: { kind: 'pick', at: 2 } });
  show('hidden');
  const finishes = (): number => lms.log.filter(({ method }) => method === 'LMSFinish').length;
  assert.deepEqual([finishes(), lms.owed()], [0, []]);
  on.get('freeze')?.({});
  on.get('pagehide')?.({ persisted: true });
  on.get('pagehide')?.({ persisted: false });
  show('hidden');
  assert.equal(finishes(), 1);
});

test('no unload, and no beforeunload while nothing is at risk', () => {
  assert.deepEqual(Array.from(attached().on.keys()).sort(), ['freeze', 'keydown', 'online', 'pagehide', 'pageshow', 'pointerdown', 'pointermove', 'scroll', 'timeupdate', 'visibilitychange', 'wheel']);
});
