/** Compares what a page shows with the work of the model, and says which answers its fields can hold. */

import type { Answer } from '../../../player/src/core/types';
import { expectedOf } from '../../../player/test/campaign/content';
import { PAGES, QUESTIONS } from '../../../player/test/campaign/model';
import type { Work } from '../../../player/test/campaign/model';
import { askedOf } from '../../../player/test/campaign/questions';
import type { Shown } from '../../../player/test/campaign/stage';
import type { Rules } from '../../../player/test/campaign/steps';
import type { Fields, Seen, SeenForm } from './hand';

export const SECTIONS = ['first', 'second', 'third', '@assessment'];

const letter = (at: number): string => 'abcdefghijklmnopqrstuvwxyz'.charAt(at);

/** null: no learner can give this answer, since nothing on the page takes it back. */
export function fieldsOf(id: string, answer: Answer): Fields | null {
  const { question } = askedOf(id);
  const none: Fields = { ticked: [], fields: [], order: [] };
  switch (answer.kind) {
    case 'set': return { ...none, ticked: answer.on.map(letter) };
    case 'pick': return answer.at === null ? null : { ...none, ticked: [question.type === 'true-false' ? String(answer.at === 0) : letter(answer.at)] };
    case 'picks': return { ...none, fields: answer.at.map((at) => (at === null ? '' : String(at))) };
    case 'order': return answer.at === null ? null : { ...none, order: answer.at };
    case 'text': return question.type === 'numeric' && answer.text[1] === '' ? null : { ...none, fields: answer.text };
  }
}

/** Whether a form holds an answer, by its number; −1 for none, when an order and a unit stand as they come. */
function holds(form: SeenForm | undefined, id: string, given: number): boolean {
  if (form === undefined) return false;
  const { question, givens } = askedOf(id);
  const answer = givens[given]?.answer;
  if (answer === undefined) return form.ticked.length === 0 && (question.type === 'numeric' ? form.fields[0] === '' : form.fields.every((field) => field === ''));
  const fields = fieldsOf(id, answer);
  return fields !== null && JSON.stringify([[...form.ticked].sort(), form.fields, form.order]) === JSON.stringify([fields.ticked, question.type === 'sequencing' ? [] : fields.fields, fields.order]);
}

export function shownOf(seen: Seen, rules: Rules): Shown {
  return { text: JSON.stringify(seen), here: SECTIONS.indexOf(seen.here), isOf: (work) => differences(seen, work, rules).length === 0 };
}

/** In words; nothing when all that can be seen is as it should be. */
export function differences(seen: Seen, work: Work, rules: Rules): string[] {
  const found: string[] = [];
  if (SECTIONS[work.here] !== seen.here) found.push('page in front');
  PAGES.forEach((_, i) => { if (i !== work.here && work.opened[i] === seen.unseen.includes(SECTIONS[i] ?? '')) found.push(`page ${String(i + 1)} opened`); });
  QUESTIONS.forEach((id, i) => {
    const kept = work.practice[i];
    const form = seen.forms.find((one) => one.id === id);
    if (kept === undefined || form?.done !== kept.checked || !holds(form, id, kept.given)) found.push(`question ${id}`);
  });
  const ratings = work.ratings.flatMap(({ before, after }) => [before, after]).map((value) => (value === 0 ? '' : String(value)));
  if (ratings.join() !== seen.ratings.join()) found.push('ratings');
  return rules.assessment ? [...found, ...inAttempt(seen, work, rules)] : found;
}

function inAttempt(seen: Seen, { attempt }: Work, rules: Rules): string[] {
  const screen = attempt === null ? 'intro' : attempt.phase === 'submitted' ? 'result' : attempt.phase;
  if (screen !== seen.screen) return [`screen ${screen}`];
  if (attempt === null || screen !== 'running') return [];
  const squares = attempt.shown.map((_, i) => ({ answered: (attempt.given[i] ?? -1) >= 0, flagged: attempt.flagged[i] === true }));
  const found = JSON.stringify(squares) === JSON.stringify(seen.squares.map(({ answered, flagged }) => ({ answered, flagged }))) ? [] : ['squares'];
  const id = attempt.shown[attempt.at] ?? '';
  const { asked } = seen;
  if (seen.at !== attempt.at || asked?.id !== id) return [...found, 'question in front'];
  const shut = asked.done === attempt.confirmed[attempt.at];
  return shut && holds(asked, id, attempt.given[attempt.at] ?? -1) && rules.assessment ? found : [...found, `question ${id}`];
}

export function wordsOf(seen: Seen, work: Work, rules: Rules): string {
  return `${differences(seen, work, rules).join(', ')} of ${expectedOf(work, rules)}`;
}
