/** What is written to see what comes back. */

/** What the manifest gives: `adlcp:datafromlms` and `adlcp:masteryscore`. */
export const LAUNCH_DATA = 'filiere-essai';
export const MASTERY = '60';

/** Characters by group: letters name them in facts. */
export const GROUPS: Readonly<Record<string, string>> = {
  a: 'éèàçœÉÎ«»',
  m: '&<>"\'',
  n: 'x\ny',
  b: 'Az09+/=-_',
};

export const SAMPLE = Object.values(GROUPS).join('|');

/** Which groups are in a text: all, or the letters of those that came through. */
export function groupsIn(text: string): string {
  return Object.entries(GROUPS).filter(([, sample]) => text.includes(sample)).map(([letter]) => letter).join('');
}

export const STANDARD_ROOM = 4096;
export const LARGE_ROOM = 64000;
/** What a module of ours may fill. */
export const MODULE_ROOM = 4000;
export const LOCATION_ROOM = 255;

/** One interaction of a question with one right answer, in the order of a module. */
export const INTERACTION: readonly (readonly [string, string])[] = [
  ['id', 'essai-ena_0_1'],
  ['type', 'choice'],
  ['objectives.0.id', 'essai-ena'],
  ['correct_responses.0.pattern', 'a'],
  ['student_response', 'a'],
  ['result', 'correct'],
  ['weighting', '1'],
  ['latency', '0000:00:05.00'],
  ['time', '12:00:00'],
];

export const OBJECTIVE: readonly (readonly [string, string])[] = [
  ['id', 'essai-ena'],
  ['score.raw', '80'],
  ['score.min', '0'],
  ['score.max', '100'],
  ['status', 'completed'],
];

/** Of each launch; hundredths of a second are written as platforms want them. */
export const SESSION = '0000:01:00.00';
