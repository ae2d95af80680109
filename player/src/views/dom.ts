/** Makes elements from names, attributes and words; never from HTML. */

export type Child = Node | string | null;
export type Attributes = Readonly<Record<string, string | boolean>>;

function fill<E extends Element>(node: E, attributes: Attributes, children: readonly Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) node.setAttribute(name, value === true ? '' : value);
  }
  for (const child of children) if (child !== null) node.append(child);
  return node;
}

export function el<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: readonly Child[]): HTMLElementTagNameMap[K] {
  return fill(document.createElement(tag), attributes, children);
}

export function svg(tag: string, attributes: Attributes = {}, ...children: readonly Child[]): SVGElement {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
}

/** One of the icons that the page defines. */
export function icon(name: string, className = 'fi-i'): SVGElement {
  return svg('svg', { class: className, 'aria-hidden': 'true', focusable: 'false' }, svg('use', { href: `#fi-i-${name}` }));
}

export interface ButtonLook {
  readonly look?: 'main' | 'text';
  readonly sign?: string;
  readonly after?: string;
  readonly wide?: boolean;
}

export function button(words: string, run: () => void, look: ButtonLook = {}): HTMLButtonElement {
  const names = ['fi-btn', look.look === undefined ? '' : `fi-btn-${look.look}`, look.wide === true ? 'fi-btn-wide' : ''];
  const children = [look.sign === undefined ? null : icon(look.sign), el('span', {}, words), look.after === undefined ? null : icon(look.after)];
  const node = el('button', { type: 'button', class: names.join(' ').trim() }, ...children);
  node.addEventListener('click', run);
  return node;
}

/** A sign with its word; the colour only repeats them. */
export function tag(tone: 'right' | 'wrong' | 'part' | 'here' | 'quiet', sign: string, words: string): HTMLElement {
  return el('span', { class: `fi-tag fi-t-${tone}` }, icon(sign), el('span', {}, words));
}

export function byId(id: string): HTMLElement {
  const node = document.getElementById(id);
  if (node === null) throw new Error(`the compiler writes #${id} into every page`);
  return node;
}

/** Focus without a ring for those who did not ask for it, at the top of what is read next. */
export function focusOn(node: HTMLElement | null): void {
  if (node === null) return;
  if (!node.hasAttribute('tabindex') && !/^(?:A|BUTTON|INPUT|SELECT|TEXTAREA)$/u.test(node.tagName)) node.tabIndex = -1;
  node.focus({ preventScroll: true });
  node.scrollIntoView({ block: 'nearest' });
}

export function find<E extends Element = HTMLElement>(root: ParentNode, selector: string): E | null {
  return root.querySelector<E>(selector);
}

export function all<E extends Element = HTMLElement>(root: ParentNode, selector: string): E[] {
  return Array.from(root.querySelectorAll<E>(selector));
}
