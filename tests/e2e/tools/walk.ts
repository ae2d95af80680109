/** Tabs through the page as it stands and tells what a learner without a pointer would stumble over. */

import type { Frame, Page } from 'playwright-core';

interface Stop {
  readonly words: string;
  readonly faults: readonly string[];
}

const MOST = 160;

/** How many stops there are, and `stop: fault` of each that has one. */
export async function walk(page: Page, sco: Frame, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<{ stops: number; faults: string[] }> {
  await sco.evaluate((back) => {
    (window as unknown as { walked: Element[] }).walked = [];
    const { body } = document;
    (document.activeElement as HTMLElement | null)?.blur();
    window.getSelection()?.collapse(back ? body.lastElementChild : body, 0);
    window.scrollTo(0, back ? document.documentElement.scrollHeight : 0);
    if (back) return;
    body.tabIndex = -1;
    body.focus({ preventScroll: true });
    body.removeAttribute('tabindex');
  }, key !== 'Tab');
  const faults: string[] = [];
  for (let stops = 0; stops < MOST; stops += 1) {
    await page.keyboard.press(key);
    const stop = await sco.evaluate(look, key === 'Tab');
    if (stop === null) return { stops, faults };
    faults.push(...stop.faults.map((fault) => `${stop.words}: ${fault}`));
  }
  return { stops: MOST, faults: [...faults, 'the walk never ends'] };
}

/** Runs in the page: what has the focus now; null once the focus left the page or came round. */
function look(onwards: boolean): Stop | null {
  const { walked } = window as unknown as { walked: Element[] };
  const node = document.activeElement;
  if (!(node instanceof HTMLElement) || node === document.body || walked.includes(node)) return null;
  const before = walked.at(-1);
  walked.push(node);
  const faults: string[] = [];
  const labels = node instanceof HTMLInputElement || node instanceof HTMLSelectElement ? Array.from(node.labels ?? []) : [];
  const named = (node.getAttribute('aria-labelledby') ?? '').split(' ').flatMap((id) => document.getElementById(id) ?? []);
  const name = node.getAttribute('aria-label') ?? [...named, ...labels, node].map((each) => each.textContent).join(' ').trim();
  if (name === '') faults.push('has no name');
  const box = node.getClientRects()[0] ?? new DOMRect();
  const hit = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height, 40) / 2);
  const label = hit?.closest('label');
  if (box.width < 2 || box.height < 2 || hit === null || !(node.contains(hit) || (label !== null && labels.some((one) => one === label)))) faults.push('is not seen');
  const style = getComputedStyle(node);
  const [width, offset] = [parseFloat(style.outlineWidth), parseFloat(style.outlineOffset)];
  if (style.outlineStyle === 'none' || width < 2) faults.push('has no outline');
  const reach = width + offset;
  for (let outer = node.parentElement; outer !== null && outer !== document.body; outer = outer.parentElement) {
    const { overflowX, position } = getComputedStyle(outer);
    const frame = outer.getBoundingClientRect();
    if (overflowX !== 'visible' && (box.left - reach < frame.left - 1 || box.right + reach > frame.right + 1)) faults.push(`is cut by ${outer.className || outer.id}`);
    if (position === 'fixed') break;
  }
  if (box.left - reach < -1 || box.right + reach > window.innerWidth + 1) faults.push('is cut by the window');
  if (before?.isConnected === true) {
    const [first, second] = onwards ? [before, node] : [node, before];
    if ((first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING) === 0) faults.push('is out of order');
    const [above, below] = [first.getBoundingClientRect(), second.getBoundingClientRect()];
    const main = document.getElementById('fi-main');
    if (main?.contains(first) === true && main.contains(second) && below.bottom <= above.top) faults.push('is read after what stands below it');
  }
  return { words: `${node.tagName.toLowerCase()} « ${name.replace(/\s+/gu, ' ').slice(0, 50)} »`, faults };
}
