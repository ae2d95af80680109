/** Limits of LMSs that no player can cure, proved in campaign-limits.test.ts: the only place where the campaign looks away. */

import type { Finding, Rule } from './findings';
import type { Journey, Setup } from './steps';

interface Known {
  readonly name: string;
  readonly why: string;
  fits(finding: Finding, journey: Journey, findings: readonly Finding[]): boolean;
}

/** What is seen while values wait; never that work is lost for good and nobody was told. */
const UNSENT: readonly Rule[] = ['said stored and is not', 'wrong records', 'wrong score', 'wrong status'];

/** Of a page that its own server never answered. */
export const UNMET = ' (its server never answered)';

export const KNOWN: readonly Known[] = [
  {
    name: 'over',
    why: 'finished work opens in review there: what came after it and could not be stored has no place any more',
    fits: ({ rule, text }) => rule === 'told and not kept' && text.includes('the LMS takes no more'),
  },
  {
    name: 'openedx-queue',
    why: 'values wait behind slow requests in the page of Open edX, where the probe overtakes them',
    fits: ({ rule }, { setup, steps }) => setup.place === 'openedx' && UNSENT.includes(rule) && steps.some((step) => step.do === 'fault' && step.fault === 'slow' && step.ms > 0),
  },
  {
    name: 'unmet',
    why: 'the session or the network ended before the server of the module had answered once: an LMS that always says « true » is then believed',
    fits: ({ rule, text }, { setup: { place }, steps }) => ['openedx', 'chamilo', 'moodle'].includes(place) && [...UNSENT, 'lost silently'].includes(rule) && text.endsWith(UNMET) && steps.some((step) => step.do === 'fault' && ['expire', 'offline', 'lose'].includes(step.fault)),
  },
  {
    name: 'new-attempt',
    why: 'work that is taken up in a new attempt of Moodle leaves in the old one the records that are there',
    fits: ({ rule }, { setup: { place, settings } }) => place === 'moodle' && (settings.newAttempt === 'over' || settings.newAttempt === 'always') && rule === 'wrong records',
  },
];

/**
 * What no player can cure. Open edX and Chamilo answer « true » though their server answers 503,
 * and all else there works: nothing can tell.
 */
export function seesFailures({ place }: Setup): boolean {
  return place !== 'openedx' && place !== 'chamilo';
}

/**
 * ILIAS that gives no records back refuses to take the next one anywhere but in the first place;
 * statements that a store refused have nowhere to wait once their page is gone, when the browser
 * keeps nothing: they were told to be unsaved.
 */
export function keepsRecords({ place, settings, blocked }: Setup): boolean {
  if (place === 'tincan' || place === 'cmi5') return !blocked;
  return place !== 'ilias' || settings.readsInteractions !== false;
}

/**
 * A tab that may keep nothing does not know, once it is loaded again, that « initialized » left and was
 * not answered: it says it again, the session refuses, and the player goes on by that.
 */
export function maySayTwice({ place, blocked }: Setup, body: string): boolean {
  return place === 'cmi5' && blocked && body.includes('"http://adlnet.gov/expapi/verbs/initialized"');
}

/** What leaves with its page arrives: the pages of ILIAS and Open edX only know requests that Chromium and Safari refuse then. */
export function outlives({ place }: Setup): boolean {
  return place !== 'ilias' && place !== 'openedx';
}

/**
 * cmi5 gives its token once, the credential of Tin Can leaves the address bar, and a tab that may keep nothing
 * has neither when it is loaded again: the page says that nothing is sent, and the next launch has all the work.
 */
export function opensOnce({ place, blocked }: Setup): boolean {
  return (place === 'cmi5' || place === 'tincan') && blocked;
}

/** Its name; undefined: nobody knows it yet. */
export function nameOf(finding: Finding, journey: Journey, findings: readonly Finding[]): string | undefined {
  return KNOWN.find((known) => known.fits(finding, journey, findings))?.name;
}
