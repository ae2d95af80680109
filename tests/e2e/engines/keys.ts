/** Keys that drivers do not press in the same way. */

/** Those of a reload, which a page can tell from being closed; what a window is asked, as text of a script. */
export const F5 = "dispatchEvent(new KeyboardEvent('keydown', { key: 'F5' }))";
