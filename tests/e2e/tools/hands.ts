/** Gives an answer to a form: with a mouse, or with Tab, arrows, Space and Enter alone. */

import assert from 'node:assert/strict';
import type { Frame, Locator, Page } from 'playwright-core';
import type { Question } from '../../../player/src/data';
import type { Given } from './given';

/** How a learner works on a page. */
export interface Hands {
  /** Presses a button or follows a link. */
  press(target: Locator): Promise<void>;
  /** Fills the form in. */
  fill(form: Locator, question: Question, given: Given): Promise<void>;
}

export const mouse: Hands = {
  press: (target) => target.click(),
  fill: async (form, question, given) => {
    if (given.kind === 'ticks') for (const at of given.at) await box(form, question, at).check();
    if (given.kind === 'pairs') for (const [i, target] of given.at.entries()) await form.locator('select').nth(i).selectOption(target === null ? '' : String(target));
    if (given.kind === 'order') await arrange(form, given.at, (arrow) => arrow.click());
    if (given.kind !== 'texts') return;
    for (const [i, text] of given.at.entries()) {
      const field = await fieldOf(form, question, i);
      if (await isList(field)) await field.selectOption(text);
      else await field.fill(text);
    }
  },
};

/** Without a pointer. */
export function keyboard(page: Page, sco: Frame): Hands {
  const { keyboard: keys } = page;
  const reach = (target: Locator): Promise<void> => tabTo(page, sco, target);
  const choose = async (list: Locator, value: string): Promise<void> => {
    await reach(list);
    const key = await list.evaluate((node, wanted) => {
      const { options, selectedIndex } = node as HTMLSelectElement;
      return Array.from(options).findIndex((option) => option.value === wanted) < selectedIndex ? 'ArrowUp' : 'ArrowDown';
    }, value);
    for (let n = 0; n < 40 && (await list.inputValue()) !== value; n += 1) await keys.press(key);
    assert.equal(await list.inputValue(), value);
  };
  const tick = async (form: Locator, question: Question, at: number): Promise<void> => {
    const wanted = box(form, question, at);
    if ((await wanted.getAttribute('type')) === 'radio') {
      await reach(form.locator('input[type="radio"]'));
      await keys.press('Space');
      for (let n = 0; n < 40 && !(await wanted.isChecked()); n += 1) await keys.press('ArrowDown');
    } else {
      await reach(wanted);
      await keys.press('Space');
    }
    assert.equal(await wanted.isChecked(), true);
  };
  return {
    press: async (target) => {
      await reach(target);
      await keys.press('Enter');
    },
    fill: async (form, question, given) => {
      if (given.kind === 'ticks') for (const at of given.at) await tick(form, question, at);
      if (given.kind === 'pairs') for (const [i, target] of given.at.entries()) await choose(form.locator('select').nth(i), target === null ? '' : String(target));
      if (given.kind === 'order') {
        await arrange(form, given.at, async (arrow) => {
          await reach(arrow);
          await keys.press('Space');
        });
      }
      if (given.kind !== 'texts') return;
      for (const [i, text] of given.at.entries()) {
        const field = await fieldOf(form, question, i);
        if (await isList(field)) await choose(field, text);
        else {
          await reach(field);
          await keys.type(text);
        }
      }
    },
  };
}

/** Options may be shown in another order: their values are those of the order written. */
function box(form: Locator, question: Question, at: number): Locator {
  const value = question.type === 'true-false' ? String(at === 0) : question.type === 'choice' ? question.options[at]?.id ?? '' : '';
  return form.locator(`input[value="${value}"]`);
}

/** The field of a blank; the number, then its unit. */
async function fieldOf(form: Locator, question: Question, i: number): Promise<Locator> {
  const field = question.type === 'fill-in' ? form.locator(`[data-blank="${question.blanks[i]?.name ?? ''}"]`) : form.locator(`[data-part="${i === 0 ? 'value' : 'unit'}"]`);
  assert.equal(await field.count(), 1);
  return field;
}

async function isList(field: Locator): Promise<boolean> {
  return field.evaluate((node) => node.tagName === 'SELECT');
}

/** Moves items up, first to last; an order that stands already is touched, so that it counts. */
async function arrange(form: Locator, order: readonly number[], press: (arrow: Locator) => Promise<void>): Promise<void> {
  const shown = (): Promise<number[]> => form.locator('li[data-item]').evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('data-item'))));
  const up = (item: number): Locator => form.locator(`li[data-item="${String(item)}"] [data-by="-1"]`);
  if ((await shown()).join() === order.join()) await press(up(order[1] ?? 0));
  for (const [place, item] of order.entries()) {
    while ((await shown()).indexOf(item) > place) await press(up(item));
  }
  assert.deepEqual(await shown(), order);
}

/** Tab until one of `target` has the focus; Shift+Tab when it stands before what has it. */
export async function tabTo(page: Page, sco: Frame, target: Locator): Promise<void> {
  const where = (): Promise<'here' | 'Tab' | 'Shift+Tab'> => target.evaluateAll((nodes) => {
    const now = document.activeElement ?? document.body;
    if (nodes.some((node) => node === now)) return 'here';
    const before = nodes[0] !== undefined && now !== document.body && (now.compareDocumentPosition(nodes[0]) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
    return before ? 'Shift+Tab' : 'Tab';
  });
  for (let n = 0; n < 120; n += 1) {
    const key = await where();
    if (key === 'here') return;
    await page.keyboard.press(key);
  }
  assert.fail(`Tab never reaches ${String(target)} of ${sco.url()}`);
}

/** What a form holds now, in the terms of `Given`. */
export async function held(form: Locator, question: Question): Promise<Given> {
  if (question.type === 'choice' || question.type === 'true-false') {
    const values = await form.locator('input:checked').evaluateAll((nodes) => nodes.map((node) => (node as HTMLInputElement).value));
    const at = values.map((value) => (question.type === 'choice' ? question.options.findIndex((option) => option.id === value) : value === 'true' ? 0 : 1));
    return { kind: 'ticks', at: at.sort((a, b) => a - b) };
  }
  if (question.type === 'sequencing') {
    return { kind: 'order', at: await form.locator('li[data-item]').evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('data-item')))) };
  }
  const values = await form.locator('select, input').evaluateAll((nodes) => nodes.map((node) => (node as HTMLInputElement | HTMLSelectElement).value));
  if (question.type === 'matching') return { kind: 'pairs', at: values.map((value) => (value === '' ? null : Number(value))) };
  return { kind: 'texts', at: values };
}
