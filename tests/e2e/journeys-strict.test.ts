/** Every graded package in our strict LMS: read, leave, resume, answer, and the whole record. */

import { gradedJourneys } from './tools/journeys';

gradedJourneys('strict', ['hall-heroult', 'every-question']);
