/** What the rules of xAPI and cmi5 expect of a launch, written a second time by hand: whole statements. */

import { ACTIVITY, ACTOR, REGISTRATION } from './lrs';
import type { Thing } from './lrs';
import { START } from './world';

const ADL = 'http://adlnet.gov/expapi';
const CMI5 = 'https://w3id.org/xapi/cmi5/context';
const IRI = 'https://exemple.quebec/modules/essai';
const FRENCH: Readonly<Record<string, string>> = { initialized: 'a ouvert', resumed: 'a repris', experienced: 'a consulté', progressed: 'a avancé dans', answered: 'a répondu à', passed: 'a réussi', failed: 'a échoué à', completed: 'a terminé', suspended: 'a interrompu', terminated: 'a quitté' };

/** Reference 2d: what the module is part of, and whose rules its statements follow. */
const OF_TIN_CAN = {
  grouping: [{ objectType: 'Activity', id: 'https://exemple.quebec/programmes/270.A0', definition: { name: { 'fr-CA': '270.A0' } } }],
  category: [{ objectType: 'Activity', id: 'https://exemple.quebec/profiles/filiere' }],
};

export interface Teller {
  /** A statement about the module, `seconds` after the launch of the test's clock. */
  module(seconds: number, verb: string, result?: Thing): Thing;
  page(seconds: number, n: number, took: number): Thing;
  choice(seconds: number, id: string, result: Thing, objective?: string): Thing;
}

interface Setting {
  readonly activity: string;
  /** cmi5: what the session is called. */
  readonly session?: string;
  readonly mastery?: number;
}

export function tincanTeller(): Teller {
  return teller({ activity: IRI });
}

export function cmi5Teller(session: string, mastery?: number): Teller {
  return teller({ activity: ACTIVITY, session, ...(mastery === undefined ? {} : { mastery }) });
}

function teller(setting: Setting): Teller {
  const module = { objectType: 'Activity', id: setting.activity, definition: { type: `${ADL}/activities/course`, name: { 'fr-CA': 'Essai' }, description: { 'fr-CA': 'De l’alumine au métal.' } } };
  const whole = (seconds: number, verb: string, object: Thing, result: Thing | undefined, lists: Thing, extensions: Thing): Thing => {
    const own = setting.session === undefined ? OF_TIN_CAN : { grouping: [{ objectType: 'Activity', id: `${IRI}/au` }] };
    const session = setting.session === undefined ? {} : { [`${CMI5}/extensions/sessionid`]: setting.session };
    const activities = { ...own, ...lists };
    const all = { ...session, ...extensions };
    return {
      actor: ACTOR,
      verb: { id: `${ADL}/verbs/${verb}`, display: { en: verb, 'fr-CA': FRENCH[verb] } },
      object,
      ...(result === undefined ? {} : { result }),
      context: {
        registration: REGISTRATION,
        revision: '1.0.0',
        language: 'fr-CA',
        ...(Object.keys(activities).length === 0 ? {} : { contextActivities: activities }),
        ...(Object.keys(all).length === 0 ? {} : { extensions: all }),
      },
      timestamp: new Date(START + seconds * 1000).toISOString(),
    };
  };
  const parent = { parent: [module] };
  return {
    module: (seconds, verb, result) => {
      const ours = setting.session !== undefined && ['initialized', 'completed', 'passed', 'failed', 'terminated'].includes(verb);
      const moves = result !== undefined && ('success' in result || 'completion' in result);
      const category = ours ? { category: [`${CMI5}/categories/cmi5`, ...(moves ? [`${CMI5}/categories/moveon`] : [])].map((id) => ({ objectType: 'Activity', id })) } : {};
      const mastery = ours && result?.['score'] !== undefined && setting.mastery !== undefined ? { [`${CMI5}/extensions/masteryscore`]: setting.mastery } : {};
      return whole(seconds, verb, module, result, category, mastery);
    },
    page: (seconds, n, took) => whole(seconds, 'experienced', { objectType: 'Activity', id: `${IRI}/p/page-${String(n)}`, definition: { type: `${ADL}/activities/lesson`, name: { 'fr-CA': `Page ${String(n)}` } } }, { duration: `PT${String(took)}S` }, parent, {}),
    choice: (seconds, id, result, objective) => {
      const choices = ['a', 'b', 'c', 'd'].map((letter) => ({ id: letter, description: { 'fr-CA': letter } }));
      const words = { name: { 'fr-CA': id }, description: { 'fr-CA': id } };
      const object = { objectType: 'Activity', id: `${IRI}/q/${id}`, definition: { type: `${ADL}/activities/cmi.interaction`, ...words, interactionType: 'choice', correctResponsesPattern: ['a'], choices } };
      const other = objective === undefined ? {} : { other: [{ objectType: 'Activity', id: `${IRI}/o/${objective}`, definition: { type: `${ADL}/activities/objective`, name: { 'fr-CA': objective } } }] };
      return whole(seconds, 'answered', object, result, { ...parent, ...other }, {});
    },
  };
}

/** Without their ids, which chance gives. */
export function told(statements: readonly Thing[]): Thing[] {
  return statements.map((statement) => Object.fromEntries(Object.entries(statement).filter(([key]) => key !== 'id')));
}

export function score(scaled: number): Thing {
  return { scaled, raw: scaled * 100, min: 0, max: 100 };
}
