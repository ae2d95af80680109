/** Keys that drivers do not press in the same way. */

/** Those of a reload, which a page can tell from being closed; as text of a script. */
export const F5 = "window.dispatchEvent(new KeyboardEvent('keydown', { key: 'F5' }))";
