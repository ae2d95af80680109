/** A simulated SCORM 1.2 LMS that keeps every rule; judges, never forgives. */

export {};
