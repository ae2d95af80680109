/** Every finding that a trial can make, its outcomes, and what each is worth; it holds no words. */

export type Verdict = 'good' | 'watch' | 'bad';
type Table = Readonly<Record<string, Readonly<Record<string, Verdict>>>>;

/** Of the page's surroundings, whatever the standard. */
export const PLACE = {
  frame: { wide: 'good', narrow: 'watch', tiny: 'bad' },
  fullscreen: { yes: 'good', no: 'watch' },
  secure: { yes: 'good', no: 'watch' },
  picture: { shown: 'good', hidden: 'bad' },
  video: { yes: 'good', no: 'watch' },
  file: { right: 'good', wrong: 'watch', missing: 'bad', unasked: 'watch' },
  range: { yes: 'good', no: 'watch', unasked: 'watch' },
  policy: { none: 'good', some: 'watch', unasked: 'watch' },
  storage: { yes: 'good', part: 'watch', no: 'watch' },
  channel: { yes: 'good', no: 'watch' },
  clipboard: { yes: 'good', no: 'watch' },
  clock: { right: 'good', off: 'watch', untold: 'good' },
} as const satisfies Table;

/** Of SCORM 1.2, in the order of the examination. */
export const SCORM12 = {
  api: { own: 'good', parent: 'good', opener: 'good', document: 'watch', none: 'bad' },
  init: { yes: 'good', running: 'watch', no: 'bad' },
  errors: { told: 'good', silent: 'watch' },
  mode: { normal: 'good', looking: 'watch', untold: 'watch' },
  learner: { both: 'good', part: 'watch', none: 'watch' },
  given: { both: 'good', part: 'watch', none: 'watch' },
  status: { kept: 'good', unread: 'watch', refused: 'bad' },
  location: { kept: 'good', cut: 'watch', unread: 'watch', refused: 'watch' },
  room: { kept: 'good', cut: 'bad', unread: 'watch', refused: 'bad' },
  more: { kept: 'good', some: 'good', none: 'good', unread: 'watch' },
  chars: { all: 'good', some: 'watch', unread: 'watch' },
  interactions: { all: 'good', some: 'watch', none: 'watch' },
  objectives: { all: 'good', some: 'watch', none: 'watch' },
  commit: { yes: 'good', no: 'bad' },
  back: { whole: 'good', cut: 'bad', none: 'bad' },
  resumed: { yes: 'good', no: 'watch' },
  kept: { same: 'good', other: 'watch', unread: 'watch' },
  place: { whole: 'good', some: 'watch', none: 'watch' },
  time: { summed: 'good', other: 'watch', unread: 'watch' },
  leaving: { finish: 'good', hidden: 'watch', none: 'bad', unseen: 'watch' },
  score: { kept: 'good', unread: 'watch', refused: 'bad' },
  words: { both: 'good', some: 'bad' },
  declared: { yes: 'good', no: 'bad' },
  judged: { same: 'good', passed: 'watch', other: 'bad', unread: 'watch' },
  scored: { same: 'good', other: 'bad', unread: 'watch' },
  after: { normal: 'good', looking: 'good', untold: 'watch' },
} as const satisfies Table;

/** Of xAPI: Tin Can and cmi5. */
export const XAPI = {
  launch: { cmi5: 'good', tincan: 'good', none: 'bad' },
  token: { yes: 'good', kept: 'good', no: 'bad' },
  person: { both: 'good', actor: 'watch', none: 'bad' },
  reach: { same: 'good', other: 'good', origin: 'bad', no: 'bad' },
  data: { normal: 'good', looking: 'watch', no: 'bad' },
  document: { kept: 'good', other: 'bad', refused: 'bad' },
  tag: { yes: 'good', hidden: 'watch' },
  guard: { yes: 'good', no: 'watch' },
  volume: { whole: 'good', some: 'watch', none: 'bad' },
  begun: { yes: 'good', no: 'bad' },
  reread: { yes: 'good', denied: 'good', no: 'watch' },
  stored: { yes: 'good', no: 'bad' },
  returned: { whole: 'good', cut: 'bad' },
  farewell: { gone: 'good', hidden: 'watch', none: 'bad', unseen: 'watch' },
  ended: { yes: 'good', denied: 'good', no: 'watch' },
  result: { yes: 'good', part: 'bad', looking: 'watch' },
} as const satisfies Table;

export const ALL = { ...PLACE, ...SCORM12, ...XAPI } as const;

export type Id = keyof typeof ALL;
export type Outcome<I extends Id> = keyof (typeof ALL)[I] & string;

export interface Finding {
  readonly id: Id;
  readonly outcome: string;
  readonly verdict: Verdict;
  /** What fills `{0}`, `{1}`… of its words. */
  readonly values: readonly string[];
}

export function found<I extends Id>(id: I, outcome: Outcome<I>, ...values: readonly string[]): Finding {
  const outcomes: Readonly<Record<string, Verdict>> = ALL[id];
  return { id, outcome, verdict: outcomes[outcome] ?? 'watch', values };
}

/** Title, what was asked, and for each outcome what was answered and what it means for learners. */
export type WordsOf<T extends Table> = {
  readonly [I in keyof T]: { readonly title: string; readonly asked: string; readonly said: { readonly [O in keyof T[I]]: readonly [answered: string, means: string] } };
};
