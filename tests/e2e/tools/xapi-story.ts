/** What a record store must hold after a learner's work: whole statements, by the rules of xAPI and cmi5 alone. */

import assert from 'node:assert/strict';
import type { PlayerData } from '../../../player/src/data';
import { earned } from './given';
import type { Diary } from './learner';
import { percentOf } from './record';
import type { Done, Work } from './record';
import type { Thing } from './xapi-lrs';
import { definitionOf, responseOf } from './xapi-questions';

const ADL = 'http://adlnet.gov/expapi';
const CONTEXT = 'https://w3id.org/xapi/cmi5/context';
const PROGRESS = 'https://w3id.org/xapi/cmi5/result/extensions/progress';
/** cmi5 9.3: the verbs that a unit sends in the name of the standard. */
const DEFINED = ['initialized', 'completed', 'passed', 'failed', 'terminated'];
const FRENCH: Readonly<Record<string, string>> = { initialized: 'a ouvert', resumed: 'a repris', experienced: 'a consulté', progressed: 'a avancé dans', answered: 'a répondu à', passed: 'a réussi', failed: 'a échoué à', completed: 'a terminé', suspended: 'a interrompu', terminated: 'a quitté' };
/** Stands for a duration, whose form is judged before. */
export const SOME_TIME = '(time)';

export interface Setting {
  readonly standard: 'tincan' | 'cmi5';
  readonly mode: 'Normal' | 'Browse' | 'Review';
  readonly actor: unknown;
  /** What the launch calls the module. */
  readonly activity: string;
  readonly registration: string | null;
  /** Context template of cmi5; empty for Tin Can. */
  readonly template: Thing;
  readonly mastery: number | null;
  /** The LMS names no session. */
  readonly unordered?: boolean;
  /** Of Tin Can. */
  readonly platform?: string;
  readonly grouping?: string;
}

interface Lists {
  readonly parent?: Thing;
  readonly other?: Thing;
}

export class Story implements Diary {
  readonly told: Thing[] = [];
  private setting!: Setting;
  private data!: PlayerData;
  /** Once a registration. */
  private all = { passed: false, completed: false, best: -1, percent: 0 };
  /** The last grade of this session that was too low. */
  private unmet: number | null = null;

  opened(setting: Setting, data: PlayerData, began: boolean): void {
    Object.assign(this, { setting, data, unmet: null });
    this.say('initialized');
    if (began) this.more('resumed');
  }

  /** A reload that the page could see coming: the session goes on. */
  reloaded(from: string | null): void {
    this.seen(from);
  }

  turned(from: string | null, work: Work): void {
    this.seen(from);
    this.advance(work);
  }

  tried(done: Done, work: Work): void {
    this.answered(done);
    this.advance(work);
  }

  attempted(done: readonly Done[], work: Work): void {
    for (const one of done) this.answered(one);
    this.advance(work, () => { this.grade(work); });
  }

  /** `gone`: with its page, at once. */
  left(from: string | null, _?: Work, gone = false): void {
    const alone = gone && this.setting.unordered === true;
    this.seen(from);
    const { unmet } = this;
    if (this.setting.standard === 'cmi5' && unmet !== null && !this.all.passed) this.judge('failed', unmet);
    // Without a session there are no arrays, and single requests come in any order: the end goes alone.
    if (!this.all.completed && !alone) this.more('suspended', { duration: SOME_TIME });
    this.say('terminated', { duration: SOME_TIME });
  }

  /** Whether what the module asks for is done. */
  get completed(): boolean {
    return this.all.completed;
  }

  get passed(): boolean {
    return this.all.passed;
  }

  private seen(id: string | null): void {
    const page = this.data.pages.find((known) => known.id === id);
    if (page === undefined) return;
    const object = { id: this.under(`p/${page.id}`), definition: { type: `${ADL}/activities/lesson`, name: this.words(page.title) } };
    this.more('experienced', { duration: SOME_TIME }, object, { parent: this.module() });
  }

  private answered({ question, given }: Done): void {
    if (given === null) return;
    const scaled = Number(earned(question, given).toFixed(4));
    const words = this.words(question.label);
    const object = { id: this.under(`q/${question.id}`), definition: { type: `${ADL}/activities/cmi.interaction`, name: words, description: words, ...definitionOf(question, (text) => this.words(text)) } };
    const response = responseOf(question, given);
    const result = { ...(response === '' ? {} : { response }), success: scaled === 1, score: { scaled }, duration: SOME_TIME };
    const objective = this.data.objectives.find((known) => known.id === question.objective);
    const other = objective === undefined ? {} : { other: { objectType: 'Activity', id: this.under(`o/${objective.id}`), definition: { type: `${ADL}/activities/objective`, name: this.words(objective.text) } } };
    this.more('answered', result, object, { parent: this.module(), ...other });
  }

  /** Progress, then grade, then completion, as they follow from each other. */
  private advance(work: Work, grade?: () => void): void {
    const percent = Math.floor((100 * work.pagesRead) / work.data.pages.length);
    const first = this.all.percent === 0 && work.data.pages[0]?.questions.length === 0 ? Math.floor(100 / work.data.pages.length) : 0;
    if (percent > Math.max(this.all.percent, first)) this.more('progressed', { extensions: { [PROGRESS]: percent } });
    this.all.percent = Math.max(this.all.percent, percent);
    grade?.();
    if (!this.all.completed && this.isDone(work)) this.complete();
  }

  private grade(work: Work): void {
    const score = Math.max(...work.attempts.map(percentOf));
    const passed = score >= (work.data.assessment?.pass ?? 0);
    const better = score > this.all.best;
    this.all.best = Math.max(this.all.best, score);
    if (this.setting.standard === 'tincan') {
      this.judge(passed ? 'passed' : 'failed', score);
      this.all.passed ||= passed;
      if (this.all.completed && better) this.complete();
    } else if (!this.all.passed) {
      this.unmet = passed ? null : score;
      this.all.passed = passed;
      if (passed) this.judge('passed', score);
    }
  }

  private isDone({ data, pagesDone }: Work): boolean {
    const passed = data.assessment !== null && this.all.best >= data.assessment.pass;
    return data.completion === 'pages' ? pagesDone : passed && (data.completion === 'assessment' || pagesDone);
  }

  /** cmi5 9.5.1: no score there; Tin Can: some systems look for the grade just there. */
  private complete(): void {
    this.all.completed = true;
    const { best, passed } = this.all;
    const grade = this.setting.standard === 'tincan' && best >= 0 ? { success: passed, score: scoreOf(best) } : {};
    this.say('completed', { completion: true, ...grade, duration: SOME_TIME });
  }

  private judge(verb: 'passed' | 'failed', percent: number): void {
    this.say(verb, { success: verb === 'passed', score: scoreOf(percent), duration: SOME_TIME });
  }

  /** What the standard leaves to the content: nothing of it is sent by someone who only looks. */
  private more(verb: string, result?: Thing, object?: Thing, lists?: Lists): void {
    if (this.setting.mode === 'Normal') this.say(verb, result, object, lists);
  }

  private say(verb: string, result?: Thing, object?: Thing, lists: Lists = {}): void {
    const { setting } = this;
    const looks = setting.mode !== 'Normal' && verb !== 'initialized' && verb !== 'terminated';
    if (looks) return;
    const defined = setting.standard === 'cmi5' && DEFINED.includes(verb);
    this.told.push({
      actor: setting.actor,
      verb: { id: `${ADL}/verbs/${verb}`, display: { en: verb, 'fr-CA': FRENCH[verb] } },
      object: { objectType: 'Activity', ...(object ?? this.module()) },
      ...(result === undefined ? {} : { result }),
      context: this.context(lists, defined ? this.marks(result) : { category: [], extensions: {} }),
    });
  }

  /** cmi5 9.6.2 and 9.6.3. */
  private marks(result: Thing = {}): { category: Thing[]; extensions: Thing } {
    const moves = 'success' in result || 'completion' in result ? ['moveon'] : [];
    const mastery = 'score' in result && this.setting.mastery !== null ? { [`${CONTEXT}/extensions/masteryscore`]: this.setting.mastery } : {};
    return { category: ['cmi5', ...moves].map((name) => ({ objectType: 'Activity', id: `${CONTEXT}/categories/${name}` })), extensions: mastery };
  }

  private context(lists: Lists, marks: { category: Thing[]; extensions: Thing }): Thing {
    const { template, registration, platform, grouping } = this.setting;
    const given = (template['contextActivities'] ?? {}) as Record<string, Thing | Thing[]>;
    const root = this.data.module.iri.slice(0, this.data.module.iri.lastIndexOf('modules/'));
    const tincan = this.setting.standard === 'tincan';
    const programmes = (this.data.module.programmes ?? []).map((code) => ({ objectType: 'Activity', id: `${root}programmes/${code}`, definition: { name: this.words(code) } }));
    const own: Record<string, Thing[]> = {
      parent: lists.parent === undefined ? [] : [lists.parent],
      other: lists.other === undefined ? [] : [lists.other],
      grouping: [...(grouping === undefined ? [] : [{ objectType: 'Activity', id: grouping }]), ...(tincan ? programmes : [])],
      category: tincan ? [{ objectType: 'Activity', id: `${root}profiles/filiere` }] : marks.category,
    };
    const activities = Object.entries(own).map(([name, list]) => [name, [given[name] ?? [], list].flat()] as const).filter(([, list]) => list.length > 0);
    const extensions = { ...(template['extensions'] as Thing | undefined), ...marks.extensions };
    return {
      language: this.data.module.language,
      revision: this.data.module.version,
      ...template,
      ...(registration === null ? {} : { registration }),
      ...(platform === undefined ? {} : { platform }),
      ...(activities.length === 0 ? {} : { contextActivities: Object.fromEntries(activities) }),
      ...(Object.keys(extensions).length === 0 ? {} : { extensions }),
    };
  }

  private module(): Thing {
    return { objectType: 'Activity', id: this.setting.activity, definition: { type: `${ADL}/activities/course`, name: this.words(this.data.module.title), description: this.words(this.data.module.about ?? assert.fail('a module says what it is about')) } };
  }

  private under(path: string): string {
    return `${this.data.module.iri}/${path}`;
  }

  private words(text: string): Thing {
    return { [this.data.module.language]: text };
  }
}

function scoreOf(percent: number): Thing {
  return { scaled: Number((percent / 100).toFixed(4)), raw: Number(percent.toFixed(2)), min: 0, max: 100 };
}
