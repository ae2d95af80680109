/** Faults of the player that are known and open: the only place where the campaign looks away. */

import type { Finding } from './judge';
import type { Journey } from './steps';

interface Known {
  readonly name: string;
  readonly why: string;
  fits(finding: Finding, journey: Journey): boolean;
}

const UNSENT: readonly Finding['rule'][] = ['lost silently', 'said stored and is not', 'wrong status', 'wrong score', 'wrong records'];

export const KNOWN: readonly Known[] = [
  {
    name: 'no-journal',
    why: 'what could not be stored is not kept in the browser yet: it is told, and lost with its page',
    fits: ({ rule }) => rule === 'told and not kept',
  },
  {
    name: 'after-finish',
    why: 'when the LMS refuses the farewell of « Quitter », the values are set again in a session that it has closed',
    fits: ({ rule, text }, { steps }) => rule === 'refused' && text.endsWith('already finished') && steps.some((step) => step.do === 'leave' && step.way === 'quit'),
  },
  {
    name: 'clock-back',
    why: 'a clock that is set back keeps the next try away for as long',
    fits: ({ rule }, { steps }) => rule === 'never stored' && steps.some((step) => step.do === 'fault' && step.fault === 'jump' && step.ms < 0),
  },
  {
    name: 'no-resend',
    why: 'Moodle answers « true » to a commit that it never stores: not probed for nor sent again yet',
    fits: ({ rule }, { setup, steps }) => setup.place === 'moodle' && UNSENT.includes(rule) && steps.some((step) => step.do === 'fault'),
  },
];

export function isKnown(finding: Finding, journey: Journey): boolean {
  return KNOWN.some((known) => known.fits(finding, journey));
}
