/** Faults of the player that are known and open: the only place where the campaign looks away. */

import type { Finding } from './findings';
import type { Journey, Setup } from './steps';

interface Known {
  readonly name: string;
  readonly why: string;
  fits(finding: Finding, journey: Journey): boolean;
}

const UNSENT: readonly Finding['rule'][] = ['lost silently', 'said stored and is not', 'wrong status', 'wrong score', 'wrong records'];

const LIARS: readonly Setup['place'][] = ['moodle', 'openedx', 'chamilo'];

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
    name: 'chamilo-objectives',
    why: 'objectives of a record are written without looking whether Chamilo has them',
    fits: ({ rule, text }, { setup }) => setup.place === 'chamilo' && rule === 'refused' && text.includes('.objectives.0.id'),
  },
  {
    name: 'cmi5-unsent',
    why: 'answers that a cmi5 session could not send are given up with it: the next one says passed and completed anew, not answered',
    fits: ({ rule }, { setup, steps }) => setup.place === 'cmi5' && rule === 'wrong records' && steps.some((step) => step.do === 'leave' || step.do === 'fault'),
  },
  {
    name: 'cmi5-after-terminated',
    why: 'a page that goes while « Quitter » is under way may send a statement after the farewell, which is refused',
    fits: ({ rule }, { setup, steps }) => setup.place === 'cmi5' && rule === 'refused' && steps.some((step) => step.do === 'leave'),
  },
  {
    name: 'clock-back',
    why: 'a clock that is set back keeps the next try away for as long',
    fits: ({ rule }, { steps }) => rule === 'never stored' && steps.some((step) => step.do === 'fault' && step.fault === 'jump' && step.ms < 0),
  },
  {
    name: 'no-resend',
    why: 'Moodle, Open edX and Chamilo answer « true » to what they never store: not probed for yet',
    fits: ({ rule }, { setup, steps }) => LIARS.includes(setup.place) && UNSENT.includes(rule) && steps.some((step) => step.do === 'fault'),
  },
];

/**
 * What no player can cure. Open edX and Chamilo answer « true » though their server answers 503,
 * and all else there works: nothing can tell.
 */
export function seesFailures({ place }: Setup): boolean {
  return place !== 'openedx' && place !== 'chamilo';
}

/** ILIAS that gives no records back refuses to take the next one anywhere but in the first place. */
export function keepsRecords({ place, settings }: Setup): boolean {
  return place !== 'ilias' || settings.readsInteractions !== false;
}

export function isKnown(finding: Finding, journey: Journey): boolean {
  return KNOWN.some((known) => known.fits(finding, journey));
}
