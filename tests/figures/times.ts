/** What a learner with a slow computer waits for, in Chromium four times slower: told, never judged. */

import type { Browser, Frame, Page } from 'playwright-core';
import type { PlayerData, Question } from '../../player/src/data';
import { dataOf, goTo, gradedOf } from '../e2e/tools/answers';
import { launch } from '../e2e/tools/browser';
import { give } from '../e2e/tools/given';
import { mouse } from '../e2e/tools/hands';
import { frameOf } from '../e2e/tools/lms';
import { serve } from '../e2e/tools/serve';

export interface Times {
  /** Longest task of each act, in milliseconds; 0: none above 50. */
  readonly launch: number;
  readonly turn: number;
  readonly check: number;
  readonly submit: number;
  /** From the click to the verdict on the screen, the slowest. */
  readonly feedback: number;
}

const SLOWER = 4;

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
  const page = await (await browser.newContext({ locale: 'fr-CA' })).newPage();
  await page.addInitScript(watch);
  const slow = await page.context().newCDPSession(page);
  await slow.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.goto(`${origin}/lms/moodle`);
  await longest(page);
  const sco = await frameOf(page, '/package/index.html');
  const launch = await longest(page);
  const data = await dataOf(sco);
  const turns: number[] = [];
  const checks: number[] = [];
  const waits: number[] = [];
  for (const { id } of data.pages) {
    await goTo(sco, id);
    turns.push(await longest(page));
    for (const question of questionsOf(data, id)) {
      waits.push(await checked(sco, question));
      checks.push(await longest(page));
    }
  }
  const submit = data.assessment === null ? 0 : await sent(page, sco, data);
  return { launch, turn: Math.max(...turns), check: Math.max(0, ...checks), submit, feedback: Math.max(0, ...waits) };
}

function questionsOf(data: PlayerData, page: string): Question[] {
  const ids = data.pages.find(({ id }) => id === page)?.questions ?? [];
  return data.practice.filter(({ id }) => ids.includes(id));
}

async function checked(sco: Frame, question: Question): Promise<number> {
  const form = sco.locator(`form[data-question="${question.id}"]`);
  await mouse.fill(form, question, give(question, 'wrong'));
  const wait = sco.evaluate(feedback, question.id);
  await form.locator('button[type="submit"]').click();
  return wait;
}

async function sent(page: Page, sco: Frame, data: PlayerData): Promise<number> {
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
  await longest(page);
  await sco.locator('#fi-assessment .fi-btn-main').click();
  await sco.waitForSelector('.fi-score');
  return longest(page);
}

/** Runs in each window: keeps the longest task. */
function watch(): void {
  const kept = window.top as unknown as { longest?: number };
  kept.longest ??= 0;
  const seen = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) kept.longest = Math.max(kept.longest ?? 0, duration);
  });
  seen.observe({ type: 'longtask', buffered: true });
}

/** The longest task since the last time this was asked, once the page is idle. */
async function longest(page: Page): Promise<number> {
  return page.evaluate(() => new Promise<number>((resolve) => {
    requestIdleCallback(() => {
      setTimeout(() => {
        const kept = window as unknown as { longest?: number };
        const found = kept.longest ?? 0;
        kept.longest = 0;
        resolve(Math.round(found));
      }, 100);
    });
  }));
}

/** Runs in the page: from the click on a question's button to the frame that shows its verdict. */
function feedback(id: string): Promise<number> {
  return new Promise((resolve) => {
    const form = document.querySelector(`form[data-question="${id}"]`);
    form?.addEventListener('click', (event) => {
      if ((event.target as Element).closest('button[type="submit"]') === null) return;
      const start = event.timeStamp;
      const look = (): void => {
        if (form.querySelector('.fi-verdict') === null) requestAnimationFrame(look);
        else requestAnimationFrame(() => { setTimeout(() => { resolve(Math.round(performance.now() - start)); }); });
      };
      look();
    }, { capture: true });
  });
}
