/** Words of the trial in English. */

import { PLACE_EN } from './place.en';
import { SCORM12_EN } from './scorm12.en';
import { XAPI_EN } from './xapi.en';
import type { Words } from './words';

export const EN: Words = {
  report: 'Test report of the platform (LMS)',
  colon: ':',
  thousands: ',',
  verdicts: { good: 'good', watch: 'to be watched', bad: 'does not suit' },
  marks: { good: '✓', watch: '!', bad: '✗' },
  asked: 'Asked',
  answered: 'Found',
  means: 'For learners',
  log: 'Calls of this launch (answer, error code)',
  examined: 'Examination and verdict',
  seen: 'Asked, then found',
  learners: 'What it means, what to set',
  running: 'The test is running…',
  launches: ['First launch: what can be written', 'Second launch: what came back', 'Third launch: what became of the result'],
  place: 'This window, this browser, these files',
  next: [
    'The first launch is done. Now close the test as a learner would, then open it again.',
    'The second launch is done. A result of 80 out of 100 was sent: close the test and check that the gradebook shows 80. Open it a third time to see what the platform made of the result, or copy the report right away.',
    'The test is complete. Copy the report and add it to your request, if something is to be settled.',
  ],
  missing: 'No platform answers in this window: open the test from the activity that you imported it into.',
  launch: 'Launch',
  counts: { good: 'Good', watch: 'To be watched', bad: 'Does not suit' },
  copied: 'The report is copied. Paste it where you like.',
  selected: 'Copying directly is refused here. The text is selected: press Ctrl + C (Mac: Command + C).',
  date: 'Date',
  address: 'Address',
  browser: 'Browser',
  language: 'Language of the browser',
  zone: 'Time zone',
  standard: 'Standard',
  values: { frame: 'a frame of the platform', window: 'a window of its own' },
  findings: { ...PLACE_EN, ...SCORM12_EN, ...XAPI_EN },
};
