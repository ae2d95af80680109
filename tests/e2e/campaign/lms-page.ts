/** The page of a simulated LMS with the module in a frame; what it refused outlives it. */

import type { Beginning } from './inside-clock';
import type { Setup } from '../../../player/test/campaign/steps';

/** Where the LMS's page keeps the calls that it did not like. */
export const CALLS = 'campaign-calls';

/** Below another host's name, which is another origin. */
const FOREIGN = 'localhost';

export function lmsPage({ place, mode, credit, mastery, settings, late, around }: Setup, beginning: Beginning, address: string): string {
  const { slow } = beginning;
  const options = { lms: place, mode, credit, mastery, settings, faults: `slow=${String(slow)}` };
  const listen = `filiereLms.onCall((call) => { if (call.verdict !== 'ok') localStorage.setItem('${CALLS}', JSON.stringify([...JSON.parse(localStorage.getItem('${CALLS}') ?? '[]'), call])); });`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>LMS</title><link rel="icon" href="data:,">
<script>window.filiereLmsOptions = ${JSON.stringify(options)};</script>
<script src="sim.js"${late > 0 ? ` data-place="late" data-late="${String(late)}"` : ''}></script>
<script>${listen}</script>
<body style="margin:0">${around === 'opener' ? OPENS : frame(around, beginning, address)}</body>`;
}

const OPENS = "<script>window.open('package/index.html');</script>";

/** A frame that shares nothing with the page is told by its name what all others read in a cookie. */
function frame(around: Setup['around'], beginning: Beginning, address: string): string {
  const source = around === 'foreign' ? `${address.replace('127.0.0.1', FOREIGN)}/package/index.html` : 'package/index.html';
  const apart = around === 'foreign' || around === 'sandboxed' ? ` name="${encodeURIComponent(JSON.stringify(beginning))}"` : '';
  const shut = around === 'sandboxed' ? ' sandbox="allow-scripts allow-forms"' : '';
  return `<iframe id="sco" title="SCO" style="width:100%;height:100vh;border:0" src="${source}"${apart}${shut}></iframe>`;
}
