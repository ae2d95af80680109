/** Describes the module, its pages, questions and objectives as activities, in the words of the package. */

import type { GradedQuestion, PlayerData, Question } from '../../data';
import { plainNumber } from '../../core/records';
import { profileOf } from './context';
import type { JsonObject } from './json';
import { textOf } from './json';

const TYPES = 'http://adlnet.gov/expapi/activities/';
/** More alternatives than this say nothing to whoever reads a report. */
const MOST_PATTERNS = 20;

export class Activities {
  private readonly questions: ReadonlyMap<string, Question>;

  constructor(
    private readonly data: PlayerData,
    graded: readonly GradedQuestion[],
    /** The module's own, or what the launch calls it. */
    private readonly id: string,
  ) {
    this.questions = new Map([...data.practice, ...graded].map((question) => [question.id, question]));
  }

  module(): JsonObject {
    const { title, about } = this.data.module;
    return activity(this.id, { type: `${TYPES}course`, name: this.words(title), ...(about === undefined ? {} : { description: this.words(about) }) });
  }

  page(id: string): JsonObject {
    const page = this.data.pages.find((known) => known.id === id);
    return activity(`${this.data.module.iri}/p/${id}`, { type: `${TYPES}lesson`, name: this.words(page?.title ?? id) });
  }

  objective(id: string): JsonObject {
    const objective = this.data.objectives.find((known) => known.id === id);
    return activity(`${this.data.module.iri}/o/${id}`, { type: `${TYPES}objective`, name: this.words(objective?.text ?? id) });
  }

  isObjective({ id }: JsonObject): boolean {
    return textOf(id).startsWith(`${this.data.module.iri}/o/`);
  }

  /** Name of the moment of what is said later than it happened. */
  happened(): string {
    return `${profileOf(this.data.module.iri)}/extensions/happened`;
  }

  question(id: string): JsonObject {
    const question = this.questions.get(id);
    const words = this.words(question?.label ?? id);
    const form = question === undefined ? { interactionType: 'other' } : this.form(question);
    return activity(`${this.data.module.iri}/q/${id}`, { type: `${TYPES}cmi.interaction`, name: words, description: words, ...form });
  }

  /** Type, components and expected answers; these only when all that is accepted can be said. */
  private form(question: Question): JsonObject {
    switch (question.type) {
      case 'true-false':
        return { interactionType: 'true-false', correctResponsesPattern: [String(question.answer)] };
      case 'choice': {
        const right = question.options.filter((option) => option.right).map((option) => option.id).sort();
        return { interactionType: 'choice', correctResponsesPattern: question.multiple ? [right.join('[,]')] : right, choices: this.components(question.options) };
      }
      case 'numeric':
        return { interactionType: 'numeric', correctResponsesPattern: [`${plainNumber(question.low)}[:]${plainNumber(question.high)}`] };
      case 'fill-in':
        return { interactionType: 'fill-in', ...fillIn(question) };
      case 'matching':
        return {
          interactionType: 'matching',
          correctResponsesPattern: [question.sources.map((source) => `${source.id}[.]${question.targets[source.target]?.id ?? ''}`).join('[,]')],
          source: this.components(question.sources),
          target: this.components(question.targets),
        };
      case 'sequencing':
        return { interactionType: 'sequencing', correctResponsesPattern: [question.items.map((item) => item.id).join('[,]')], choices: this.components(question.items) };
    }
  }

  private components(parts: readonly { readonly id: string; readonly text: string }[]): JsonObject[] {
    return parts.map(({ id, text }) => ({ id, description: this.words(text === '' ? id : text) }));
  }

  private words(text: string): JsonObject {
    return { [this.data.module.language]: text };
  }
}

function activity(id: string, definition: JsonObject): JsonObject {
  return { objectType: 'Activity', id, definition };
}

/** One text a blank; case is a rule of the whole, and accents have no rule of their own. */
function fillIn({ blanks }: Extract<Question, { type: 'fill-in' }>): JsonObject {
  const cases = new Set(blanks.map((blank) => blank.ignoreCase));
  const size = blanks.reduce((product, blank) => product * blank.answers.length, 1);
  if (cases.size !== 1 || size > MOST_PATTERNS || blanks.some((blank) => blank.ignoreAccents)) return {};
  const all = blanks.reduce<string[][]>((rows, blank) => rows.flatMap((row) => blank.answers.map((answer) => [...row, answer])), [[]]);
  const rule = `{case_matters=${String(!cases.has(true))}}`;
  return { correctResponsesPattern: all.map((row) => rule + row.join('[,]')) };
}
