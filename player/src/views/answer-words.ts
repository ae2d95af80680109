/** Answers in words: what was expected, what was given. */

import type { Question } from '../data';
import type { Answer } from '../core/types';
import { list, number, t } from './words';

/** The expected answer, as a text. */
export function expectedWords(question: Question): string {
  switch (question.type) {
    case 'choice':
      return list(question.options.filter((option) => option.right).map((option) => bare(option.text)));
    case 'true-false':
      return t(question.answer ? 'answer.true' : 'answer.false');
    case 'numeric':
      return question.shown;
    case 'fill-in':
      return question.blanks.map((blank) => blank.answers[0] ?? '').join(' · ');
    case 'matching':
      return question.sources.map((source) => `${source.text} → ${question.targets[source.target]?.text ?? ''}`).join('; ');
    case 'sequencing':
      return question.items.map((item, i) => `${number(i + 1)}. ${item.text}`).join('; ');
  }
}

/** What the learner gave, as a text; empty when nothing. */
export function givenWords(question: Question, answer: Answer): string {
  switch (answer.kind) {
    case 'set':
      return question.type === 'choice' ? list(answer.on.map((i) => bare(question.options[i]?.text ?? ''))) : '';
    case 'pick':
      return answer.at === null ? '' : pickWords(question, answer.at);
    case 'picks':
      return question.type === 'matching' ? question.sources.map((source, i) => `${source.text} → ${question.targets[answer.at[i] ?? -1]?.text ?? '?'}`).join('; ') : '';
    case 'order':
      return question.type === 'sequencing' ? (answer.at ?? []).map((i) => question.items[i]?.text ?? '').join('; ') : '';
    case 'text':
      return answer.text.join(' ').trim();
  }
}

function pickWords(question: Question, at: number): string {
  if (question.type === 'choice') return bare(question.options[at]?.text ?? '');
  return t(at === 0 ? 'answer.true' : 'answer.false');
}

/** Without the period, as it stands inside a sentence. */
function bare(text: string): string {
  return text.replace(/\.$/u, '');
}
