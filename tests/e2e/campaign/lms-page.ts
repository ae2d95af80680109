/** The page of a simulated LMS with the module in a frame; what it refused outlives it. */

import type { Setup } from '../../../player/test/campaign/steps';

/** Where the LMS's page keeps the calls that it did not like. */
export const CALLS = 'campaign-calls';

export function lmsPage({ place, mode, credit, mastery, settings, late }: Setup, slow: number): string {
  const options = { lms: place, mode, credit, mastery, settings, faults: `slow=${String(slow)}` };
  const listen = `filiereLms.onCall((call) => { if (call.verdict !== 'ok') localStorage.setItem('${CALLS}', JSON.stringify([...JSON.parse(localStorage.getItem('${CALLS}') ?? '[]'), call])); });`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>LMS</title><link rel="icon" href="data:,">
<script>window.filiereLmsOptions = ${JSON.stringify(options)};</script>
<script src="sim.js"${late > 0 ? ` data-place="late" data-late="${String(late)}"` : ''}></script>
<script>${listen}</script>
<body style="margin:0"><iframe id="sco" title="SCO" style="width:100%;height:100vh;border:0" src="package/index.html"></iframe></body>`;
}
