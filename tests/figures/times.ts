/** What a learner with a slow computer waits for in a module, from launch to result. Told, never judged. */

import type { Browser, Frame, Locator, Page } from 'playwright-core';
import type { PlayerData, Question } from '../../player/src/data';
import { dataOf, goTo, gradedOf } from '../e2e/tools/answers';
import { launch } from '../e2e/tools/browser';
import { give } from '../e2e/tools/given';
import { mouse } from '../e2e/tools/hands';
import { serve } from '../e2e/tools/serve';
import { spent, watch } from './slow';
import type { Spent } from './slow';

/** The speed of a machine varies from one minute to the next. */
export const RUNS = 5;
/** How long a finger stays on a button, in milliseconds. */
const PRESS = 60;

export interface Times {
  /** Longest task of each act, in milliseconds. */
  readonly launch: number;
  readonly turn: number;
  readonly check: number;
  readonly submit: number;
  /** From the click to the frame with the verdict or the score. */
  readonly feedback: number;
}

const ACTS = ['launch', 'turn', 'check', 'submit', 'feedback'] as const;
const IN_FRAME = (selector: string): string => `frames[0].document.querySelector('${selector}') !== null`;

/** Of one package in the simulated Moodle: the medians of the slowest page, question or act of each run. */
export async function times(files: ReadonlyMap<string, Buffer>, count = RUNS): Promise<Times> {
  const [browser, site] = await Promise.all([launch(), serve(files)]);
  try {
    const runs: Times[] = [];
    for (let run = 0; run < count; run += 1) runs.push(await measured(browser, site.origin));
    return Object.fromEntries(ACTS.map((act) => [act, median(runs.map((run) => run[act]))])) as unknown as Times;
  } finally {
    await browser.close();
    await site.close();
  }
}

function median(found: readonly number[]): number {
  return [...found].sort((a, b) => a - b)[Math.floor(found.length / 2)] ?? 0;
}

async function measured(browser: Browser, origin: string): Promise<Times> {
  const context = await browser.newContext({ locale: 'fr-CA', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(`${origin}/lms/moodle`);
  const { longest } = await spent(browser, page, () => page.evaluate(open), IN_FRAME('.fi-js .fi-now'));
  const desk = { browser, page, sco: page.frames()[1] ?? page.mainFrame() };
  const data = await dataOf(desk.sco);
  const [turns, checks]: [number[], Spent[]] = [[], []];
  for (const { id } of data.pages) {
    turns.push((await spent(browser, page, () => page.evaluate(turn, `#/${id}`), IN_FRAME(`.fi-now[id="/${id}"]`))).longest);
    for (const question of questionsOf(data, id)) checks.push(await checked(desk, question));
  }
  const submits = data.assessment === null ? [] : [await sent(desk, data)];
  await context.close();
  const most = (all: readonly number[]): number => Math.max(0, ...all);
  const slowest = (all: readonly Spent[]): number => most(all.map((each) => each.longest));
  return { launch: longest, turn: most(turns), check: slowest(checks), submit: slowest(submits), feedback: most([...checks, ...submits].map((each) => each.feedback)) };
}

interface Desk {
  readonly browser: Browser;
  readonly page: Page;
  readonly sco: Frame;
}

/** Runs in the LMS's page. */
function open(): void {
  (document.getElementById('sco') as HTMLIFrameElement).src = '/package/index.html';
}

/** Runs in the LMS's page, as a link would. */
function turn(hash: string): void {
  const sco = (document.getElementById('sco') as HTMLIFrameElement).contentWindow;
  if (sco !== null) sco.location.hash = hash;
}

/** Presses a button where it stands, so that nothing but the input goes to the page. */
async function pressed({ browser, page, sco }: Desk, button: Locator, answer: string): Promise<Spent> {
  await button.scrollIntoViewIfNeeded();
  const box = await button.boundingBox();
  if (box === null) throw new Error('the button is shown');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await watch(sco, answer);
  return spent(browser, page, () => page.mouse.click(x, y, { delay: PRESS }), IN_FRAME(answer));
}

function questionsOf(data: PlayerData, page: string): Question[] {
  const ids = data.pages.find(({ id }) => id === page)?.questions ?? [];
  return data.practice.filter(({ id }) => ids.includes(id));
}

async function checked(desk: Desk, question: Question): Promise<Spent> {
  const { sco } = desk;
  const form = `form[data-question="${question.id}"]`;
  await mouse.fill(sco.locator(form), question, give(question, 'wrong'));
  return pressed(desk, sco.locator(`${form} button[type="submit"]`), `${form} .fi-verdict`);
}

async function sent(desk: Desk, data: PlayerData): Promise<Spent> {
  const { sco } = desk;
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
  return pressed(desk, sco.locator('#fi-assessment .fi-btn-main'), '.fi-score');
}
