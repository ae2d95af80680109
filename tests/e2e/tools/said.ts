/** Answers in the words of whoever gave them, whatever places and letters a package gives to these. */

import type { Frame, Locator } from 'playwright-core';
import type { PlayerData, Question } from '../../../player/src/data';
import { dataOf, goTo, gradedOf } from './answers';
import type { Given } from './given';
import { held, mouse } from './hands';

/** Words of an answer: options chosen, `source > target`, items in order, or texts typed. */
export type Words = readonly string[];

/** As people quote it: without the final point. */
function quoted(text: string): string {
  return text.replace(/\.$/u, '');
}

export function wordsOf(question: Question, given: Given): Words {
  if (given.kind === 'texts') return given.at.map((text) => text.trim()).filter(Boolean);
  if (given.kind === 'ticks' && question.type === 'true-false') return given.at.map((at) => (at === 0 ? 'vrai' : 'faux'));
  if (given.kind === 'ticks' && question.type === 'choice') return given.at.map((at) => quoted(question.options[at]?.text ?? '?')).sort();
  if (given.kind === 'pairs' && question.type === 'matching') return given.at.flatMap((target, i) => (target === null ? [] : [`${question.sources[i]?.text ?? '?'} > ${question.targets[target]?.text ?? '?'}`])).sort();
  if (given.kind === 'order' && question.type === 'sequencing') return given.at.map((item) => question.items[item]?.text ?? '?');
  throw new Error(`${question.id} is not answered so`);
}

/** The answer that these words are, in the places of this package. */
function givenOf(question: Question, words: Words): Given {
  switch (question.type) {
    case 'choice':
      return { kind: 'ticks', at: words.map((word) => placeOf(question.options, word)).sort() };
    case 'true-false':
      return { kind: 'ticks', at: [words[0] === 'vrai' ? 0 : 1] };
    case 'matching':
      return { kind: 'pairs', at: question.sources.map((source) => question.targets.findIndex((target) => words.includes(`${source.text} > ${target.text}`))) };
    case 'sequencing':
      return { kind: 'order', at: words.map((word) => placeOf(question.items, word)) };
    default:
      return { kind: 'texts', at: words };
  }
}

function placeOf(parts: readonly { readonly text: string }[], word: string): number {
  const at = parts.findIndex(({ text }) => quoted(text) === word);
  if (at < 0) throw new Error(`« ${word} » is not in ${parts.map(({ text }) => text).join(', ')}`);
  return at;
}

/** Answers questions of a page and checks them. */
export async function practise(sco: Frame, page: string, said: Readonly<Record<string, Words>>): Promise<void> {
  const { practice } = await dataOf(sco);
  await goTo(sco, page);
  for (const [id, words] of Object.entries(said)) {
    const question = practice.find((one) => one.id === id);
    if (question === undefined) throw new Error(`no question ${id}`);
    const form = formOf(sco, id);
    await mouse.fill(form, question, givenOf(question, words));
    await form.locator('button[type="submit"]').click();
    await form.locator('.fi-verdict').waitFor();
  }
}

/** What stands in each practice question; `checked` when its verdict is shown. */
export async function standing(sco: Frame): Promise<Record<string, { answer: Words; checked: boolean }>> {
  const data = await dataOf(sco);
  const found: Record<string, { answer: Words; checked: boolean }> = {};
  for (const page of data.pages) {
    await goTo(sco, page.id);
    for (const id of page.questions) found[id] = await standingOf(formOf(sco, id), questionOf(data, id));
  }
  return found;
}

async function standingOf(form: Locator, question: Question): Promise<{ answer: Words; checked: boolean }> {
  const checked = (await form.locator('.fi-verdict').count()) > 0;
  const given = await held(form, question);
  // An order that nobody touched is only shown.
  const untouched = given.kind === 'order' && !checked;
  return { answer: untouched ? [] : wordsOf(question, given), checked };
}

function questionOf(data: PlayerData, id: string): Question {
  return data.practice.find((one) => one.id === id) ?? (() => { throw new Error(`no question ${id}`); })();
}

function formOf(sco: Frame, id: string): Locator {
  return sco.locator(`form[data-question="${id}"]`);
}

/** Starts an attempt and answers these of its questions, by id. */
export async function answerAttempt(sco: Frame, number: number, said: Readonly<Record<string, Words>>): Promise<void> {
  await goTo(sco, '@assessment');
  await sco.getByRole('button', { name: `Commencer la tentative ${String(number)}` }).click();
  await sco.waitForSelector('.fi-qnav');
  const graded = gradedOf(await dataOf(sco));
  const squares = sco.locator('.fi-qnav button');
  for (let at = 0; at < (await squares.count()); at += 1) {
    await squares.nth(at).click();
    const form = sco.locator('#fi-assessment form');
    const question = graded.get((await form.getAttribute('data-question')) ?? '');
    const words = question === undefined ? undefined : said[question.id];
    if (question !== undefined && words !== undefined) await mouse.fill(form, question, givenOf(question, words));
  }
}

export async function submit(sco: Frame): Promise<void> {
  await goTo(sco, '@assessment');
  const squares = sco.locator('.fi-qnav button');
  await squares.nth((await squares.count()) - 1).click();
  await sco.locator('.fi-step .fi-btn-main').click();
  await sco.locator('#fi-assessment .fi-btn-main').click();
  await sco.waitForSelector('.fi-score');
}

/** Questions of the attempt that is open, in their order, with what stands in each. */
export async function attempted(sco: Frame): Promise<(readonly [string, Words])[]> {
  const graded = gradedOf(await dataOf(sco));
  const squares = sco.locator('.fi-qnav button');
  const found: (readonly [string, Words])[] = [];
  for (let at = 0; at < (await squares.count()); at += 1) {
    await squares.nth(at).click();
    const form = sco.locator('#fi-assessment form');
    const question = graded.get((await form.getAttribute('data-question')) ?? '');
    if (question !== undefined) found.push([question.id, wordsOf(question, await held(form, question))]);
  }
  return found;
}

export function notices(sco: Frame): Promise<string[]> {
  return sco.locator('.fi-notice p').allTextContents();
}
