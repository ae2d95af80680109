/**
 * Times an act of a learner on a computer four times slower than this one: processor time of the
 * page's thread in Chromium, times four, so that a busy machine tells nearly the same.
 */

import type { Browser, Frame, Page } from 'playwright-core';

const SLOWER = 4;
/** What an answer that is ready may still wait for at 60 frames a second. */
const FRAME = 1000 / 60;
/** Milliseconds in which most acts end. */
const ALONE = 300;
/** Rests before the end of an act is held to be lost. */
const MOST = 100;
const CLICK = 'figure-click';
const SHOWN = 'figure-shown';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** Microseconds of processor time: what other programs take in between is not counted. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

export interface Spent {
  /** Milliseconds of the longest task. */
  readonly longest: number;
  /** From the input to the frame that shows its answer, waiting for that frame included; 0 where none is watched. */
  readonly feedback: number;
}

/** An act, until `done` holds in the LMS's page and the page rests. */
export async function spent(browser: Browser, page: Page, act: () => Promise<unknown>, done: string): Promise<Spent> {
  // Nothing but tasks and marks: telling more would cost more.
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] });
  await act();
  // Questions cost too: none while it works.
  await new Promise((resolve) => { setTimeout(resolve, ALONE); });
  // Asked of the page around the package: waiting inside the package would be its work.
  for (let asked = 0; !(await page.evaluate(done)); asked += 1) {
    if (asked === MOST) throw new Error(`never comes: ${done}`);
    await page.evaluate(rest);
  }
  await page.evaluate(rest);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const tasks = tasksOf(traceEvents);
  return { longest: Math.round(Math.max(...tasks.map(slowed))), feedback: Math.round(feedbackOf(traceEvents, tasks)) };
}

function tasksOf(events: readonly TraceEvent[]): TraceEvent[] {
  const thread = ({ pid, tid }: TraceEvent): string => `${String(pid)}/${String(tid)}`;
  const threads = new Set(events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(thread));
  const tasks = events.filter((event) => event.ph === 'X' && event.name.endsWith('::RunTask') && threads.has(thread(event)));
  if (tasks.length === 0) throw new Error('the trace has tasks');
  return tasks;
}

/** The task with the click, that with the frame, and all between them. */
function feedbackOf(events: readonly TraceEvent[], tasks: readonly TraceEvent[]): number {
  const at = (mark: string): number => events.find(({ name }) => name === mark)?.ts ?? 0;
  const [from, to] = [at(CLICK), at(SHOWN)];
  if (from === 0 || to === 0) return 0;
  const between = tasks.filter(({ ts, dur = 0 }) => ts + dur >= from && ts <= to);
  return between.reduce((sum, task) => sum + slowed(task), 0) + FRAME;
}

function slowed({ tdur = 0 }: TraceEvent): number {
  return (tdur * SLOWER) / 1000;
}

/** Runs in the page: ten frames. */
function rest(): Promise<void> {
  return new Promise((resolve) => {
    let frames = 10;
    const next = (): void => {
      frames -= 1;
      if (frames === 0) resolve();
      else requestAnimationFrame(next);
    };
    next();
  });
}

/** Marks the next click in the package's frame, and the first task after the frame that paints `answer`. */
export async function watch(sco: Frame, answer: string): Promise<void> {
  await sco.evaluate(([selector, click, shown]) => {
    const look = (): void => {
      if (document.querySelector(selector) === null) {
        requestAnimationFrame(look);
        return;
      }
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => { performance.mark(shown); };
      port2.postMessage(null);
    };
    addEventListener('click', () => {
      performance.mark(click);
      requestAnimationFrame(look);
    }, { capture: true, once: true });
  }, [answer, CLICK, SHOWN] as const);
}
