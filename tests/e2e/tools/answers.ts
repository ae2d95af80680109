/** Gives answers as a learner would, right or wrong, from the package's own data. */

import type { Frame, Locator } from 'playwright-core';
import type { GradedQuestion, PlayerData, Question } from '../../../player/src/data';

export async function dataOf(sco: Frame): Promise<PlayerData> {
  return JSON.parse((await sco.locator('#filiere-data').textContent()) ?? '') as PlayerData;
}

export function gradedOf(data: PlayerData): Map<string, GradedQuestion> {
  const all = JSON.parse(Buffer.from(data.graded, 'base64').toString('utf8')) as GradedQuestion[];
  return new Map(all.map((question) => [question.id, question]));
}

/** Fills a form; a wrong answer is one that earns nothing. */
export async function answer(form: Locator, question: Question, right: boolean): Promise<void> {
  if (question.type === 'choice') return choose(form, question.options.map((option) => option.right === right), question.multiple);
  if (question.type === 'true-false') return choose(form, [question.answer === right, question.answer !== right], false);
  if (question.type === 'matching') return match(form, question.sources.map((source) => (right ? source.target : (source.target + 1) % question.targets.length)));
  if (question.type === 'sequencing') return order(form, question.items.length, right);
  if (question.type === 'numeric') return number(form, right ? question.value : question.high * 7 + 1, question.units[0]?.symbol ?? '');
  for (const blank of question.blanks) {
    const field = form.locator(`[data-blank="${blank.name}"]`);
    const words = right ? blank.answers[0] ?? '' : blank.choices?.find((choice) => !blank.answers.includes(choice)) ?? 'zzz';
    if (blank.choices === null) await field.fill(words);
    else await field.selectOption(words);
  }
}

async function choose(form: Locator, on: readonly boolean[], several: boolean): Promise<void> {
  const labels = form.locator('.fi-opt');
  // Options may be shown in another order: their values are letters in the order written.
  const wanted = on.flatMap((yes, i) => (yes ? [i] : []));
  for (const i of several ? wanted : wanted.slice(0, 1)) {
    const letter = 'abcdefghijklmnopqrstuvwxyz0123456789'.charAt(i);
    const bool = i === 0 ? 'true' : 'false';
    await labels.locator(`input[value="${letter}"], input[value="${bool}"]`).first().check();
  }
}

async function match(form: Locator, targets: readonly number[]): Promise<void> {
  for (const [i, target] of targets.entries()) await form.locator('select').nth(i).selectOption(String(target));
}

/** Moves items up, first to last, until the order is the one wanted. */
async function order(form: Locator, count: number, right: boolean): Promise<void> {
  const items = Array.from({ length: count }, (_, i) => (right ? i : (i + 1) % count));
  for (const [place, item] of items.entries()) {
    const row = form.locator(`li[data-item="${String(item)}"]`);
    for (;;) {
      const at = await row.evaluate((node) => Array.from(node.parentElement?.children ?? []).indexOf(node));
      if (at <= place) break;
      await row.locator('[data-by="-1"]').click();
    }
  }
}

async function number(form: Locator, value: number, unit: string): Promise<void> {
  await form.locator('[data-part="value"]').fill(String(value).replace('.', ','));
  const list = form.locator('select[data-part="unit"]');
  if ((await list.count()) > 0) await list.selectOption(unit);
  const typed = form.locator('input[data-part="unit"]');
  if ((await typed.count()) > 0) await typed.fill(unit);
}

/** Goes to a section by its address, as a link would. */
export async function goTo(sco: Frame, section: string): Promise<void> {
  await sco.evaluate((hash) => { location.hash = hash; }, `#/${section}`);
  await sco.waitForSelector(`.fi-now[id="/${section}"]`);
}

/** Starts an attempt unless it is open, answers every question of it and sends it. */
export async function attempt(sco: Frame, right: (at: number) => boolean, start = true): Promise<void> {
  const graded = gradedOf(await dataOf(sco));
  if (start) await sco.locator('#fi-assessment .fi-btn-main').first().click();
  const squares = sco.locator('.fi-qnav button');
  for (let at = 0; at < (await squares.count()); at += 1) {
    await squares.nth(at).click();
    const form = sco.locator('#fi-assessment form');
    const question = graded.get((await form.getAttribute('data-question')) ?? '');
    if (question !== undefined) await answer(form, question, right(at));
  }
  await sco.locator('.fi-step .fi-btn-main').click();
  await sco.locator('#fi-assessment .fi-btn-main').click();
  await sco.waitForSelector('.fi-score');
}
