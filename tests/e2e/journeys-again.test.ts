/** Every graded package in scorm-again: read, leave, resume, answer, and the whole record. */

import { gradedJourneys } from './tools/journeys';

gradedJourneys('again', ['hall-heroult', 'every-question']);
