/** What can be found wrong in a journey. */

export type Rule =
  | 'exception'
  | 'refused'
  | 'shows other work'
  | 'said stored and is not'
  | 'status went back'
  | 'wrong status'
  | 'wrong score'
  | 'wrong records'
  | 'written in a mode that writes nothing'
  | 'never stored'
  | 'lost silently'
  | 'told and not kept'
  | 'work of nobody';

export interface Finding {
  readonly rule: Rule;
  /** Index of the step after which it was seen. */
  readonly at: number;
  readonly text: string;
}
