/**
 * What a learner with a slow computer waits for: processor time of the page's own thread in
 * Chromium, times four, so that a busy machine tells the same. Told, never judged.
 */

import type { Browser, Frame, Page } from 'playwright-core';
import type { PlayerData, Question } from '../../player/src/data';
import { dataOf, goTo, gradedOf } from '../e2e/tools/answers';
import { launch } from '../e2e/tools/browser';
import { give } from '../e2e/tools/given';
import { mouse } from '../e2e/tools/hands';
import { frameOf } from '../e2e/tools/lms';
import { serve } from '../e2e/tools/serve';

export interface Times {
  /** Longest task of each act, in milliseconds. */
  readonly launch: number;
  readonly turn: number;
  readonly check: number;
  readonly submit: number;
  /** Everything between the click and the verdict, the slowest. */
  readonly feedback: number;
}

const SLOWER = 4;
const READY = '.fi-js .fi-now';

interface TraceEvent {
  readonly name: string;
  readonly cat?: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of processor time. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Of one package in the simulated Moodle. */
export async function times(files: ReadonlyMap<string, Buffer>): Promise<Times> {
  const [browser, site] = await Promise.all([launch(), serve(files)]);
  try {
    return await measured(browser, site.origin);
  } finally {
    await browser.close();
    await site.close();
  }
}

async function measured(browser: Browser, origin: string): Promise<Times> {
  const page = await (await browser.newContext({ locale: 'fr-CA', reducedMotion: 'reduce' })).newPage();
  const cost = costs(browser, page);
  await page.goto(`${origin}/lms/moodle`);
  const launched = await cost(async () => { await frameOf(page, '/package/index.html'); });
  const sco = page.frames()[1] ?? page.mainFrame();
  await sco.waitForSelector(READY);
  const data = await dataOf(sco);
  const [turns, checks]: [number[], Cost[]] = [[0], [{ longest: 0, whole: 0 }]];
  for (const { id } of data.pages) {
    turns.push((await cost(() => goTo(sco, id))).longest);
    for (const question of questionsOf(data, id)) checks.push(await checked(sco, question, cost));
  }
  const submit = data.assessment === null ? 0 : (await sent(sco, data, cost)).longest;
  return { launch: launched.longest, turn: Math.max(...turns), check: Math.max(...checks.map(({ longest }) => longest)), submit, feedback: Math.max(...checks.map(({ whole }) => whole)) };
}

interface Cost {
  readonly longest: number;
  readonly whole: number;
}

type Measure = (act: () => Promise<unknown>) => Promise<Cost>;

/** Processor time of an act, and of its longest task. */
function costs(browser: Browser, page: Page): Measure {
  return async (act) => {
    await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline', 'devtools.timeline'] });
    await act();
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
    const main = new Set(traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(({ pid, tid }) => `${String(pid)}/${String(tid)}`));
    const tasks = traceEvents.filter(({ name, ph, pid, tid }) => name.endsWith('RunTask') && ph === 'X' && main.has(`${String(pid)}/${String(tid)}`));
    const spent = tasks.map(({ tdur = 0 }) => (tdur * SLOWER) / 1000);
    if (spent.length === 0) throw new Error('the trace has tasks');
    return { longest: Math.round(Math.max(...spent)), whole: Math.round(spent.reduce((sum, one) => sum + one, 0)) };
  };
}

function questionsOf(data: PlayerData, page: string): Question[] {
  const ids = data.pages.find(({ id }) => id === page)?.questions ?? [];
  return data.practice.filter(({ id }) => ids.includes(id));
}

async function checked(sco: Frame, question: Question, cost: Measure): Promise<Cost> {
  const form = sco.locator(`form[data-question="${question.id}"]`);
  await mouse.fill(form, question, give(question, 'wrong'));
  return cost(async () => {
    await form.locator('button[type="submit"]').click();
    await form.locator('.fi-verdict').waitFor();
  });
}

async function sent(sco: Frame, data: PlayerData, cost: Measure): Promise<Cost> {
  await goTo(sco, '@assessment');
  await sco.locator('#fi-assessment .fi-btn-main').first().click();
  await sco.waitForSelector('.fi-qnav');
  const graded = gradedOf(data);
  const squares = sco.locator('.fi-qnav button');
  for (let at = 0; at < (await squares.count()); at += 1) {
    await squares.nth(at).click();
    const form = sco.locator('#fi-assessment form');
    const question = graded.get((await form.getAttribute('data-question')) ?? '');
    if (question !== undefined) await mouse.fill(form, question, give(question, 'right'));
  }
  await sco.locator('.fi-step .fi-btn-main').click();
  return cost(async () => {
    await sco.locator('#fi-assessment .fi-btn-main').click();
    await sco.waitForSelector('.fi-score');
  });
}
