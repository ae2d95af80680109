/** Cuts work into tasks, so that the browser can paint and answer in between. */

/** Until the task after this one. */
export function breath(): Promise<void> {
  return new Promise((resolve) => { window.setTimeout(resolve); });
}

interface Scheduler {
  postTask(run: () => void, how: { priority: 'user-blocking' }): Promise<void>;
}

/** The same, before anything but input: for what a learner waits for. */
export function soon(): Promise<void> {
  const { scheduler } = window as { scheduler?: Scheduler };
  return scheduler?.postTask(() => undefined, { priority: 'user-blocking' }) ?? breath();
}

/** Once what the page has so far is laid out, in a task of its own: not all of it at the next frame. */
export async function laid(): Promise<void> {
  await breath();
  if (document.body.offsetHeight > 0) await breath();
}

/** By then the frame has come that shows what matters more. */
const AFTER = 50;

/** Does `run` once for all the calls until then. */
export function later(run: () => void): () => void {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    window.setTimeout(() => {
      asked = false;
      run();
    }, AFTER);
  };
}
