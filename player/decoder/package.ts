/** What the page knows of a package: what its player knows, without forms, feedback and solutions. */

import type { AssessmentInfo, ModuleInfo, PageInfo, PlayerData, Question, StateSchema } from '../src/data';

/** As src/contents/bare.rs writes it. */
export interface Bare {
  readonly module: Pick<ModuleInfo, 'id' | 'title' | 'version' | 'language' | 'ui' | 'quantities'>;
  readonly pages: PageInfo[];
  readonly objectives: { id: string; text: string }[];
  readonly assessment: AssessmentInfo | null;
  readonly practice: Question[];
  readonly graded: Question[];
  readonly state: StateSchema;
}

/** What the codec of the player asks for; it reads none of what is empty here. */
export function playerData(bare: Bare): PlayerData {
  const { pages, objectives, assessment, practice, state } = bare;
  const module: ModuleInfo = { ...bare.module, iri: '', date: '', hash: '', publisher: '', support: '', licence: '' };
  return { v: 1, module, pages, objectives, completion: 'both', assessment, practice, graded: '', state };
}

/** A line of the list of packages, in the page. */
export interface Entry {
  /** Where its data are, beside the page. */
  readonly file: string;
  readonly title: string;
  readonly version: string;
  readonly language: string;
  /** Of the schema that it writes states with. */
  readonly hash: string;
  /** Of schemas of earlier versions that it reads. */
  readonly earlier: readonly string[];
}

/** What a file of data gives: its packages in the order of the list. */
export interface Shelf {
  readonly v: 1;
  readonly packages: readonly Bare[];
}

/** What is in the page. */
export interface Known {
  readonly v: 1;
  readonly words: Readonly<Record<'fr' | 'en', Readonly<Record<string, string>>>>;
  readonly packages: readonly Entry[];
}
