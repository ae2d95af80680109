/** Fields of choices, one or several, and of true or false. */

import type { ChoiceKey, Question } from '../../data';
import type { Answer, QuestionState } from '../../core/types';
import { all, el, find, tag } from '../dom';
import { setHtml } from '../html';
import { t } from '../words';
import { clearMarks, freeze, invalid, marked } from './fields';
import type { Fields } from './fields';

interface Option {
  readonly right: boolean;
  readonly feedback: string | null;
}

export function choiceFields(form: HTMLFormElement, question: Question, changed: () => void): Fields {
  const labels = all(form, '.fi-opt');
  const inputs = labels.map((label) => find<HTMLInputElement>(label, 'input') ?? el('input'));
  const several = question.type === 'choice' && question.multiple;
  inputs.forEach((input) => { input.addEventListener('change', changed); });
  const chosen = (): number[] => inputs.flatMap((input, i) => (input.checked ? [i] : []));
  return {
    show: (state) => { show(form, labels, inputs, optionsOf(question), several, state); },
    read: (): Answer => (several ? { kind: 'set', on: chosen() } : { kind: 'pick', at: chosen()[0] ?? null }),
    start: (state) => inputs.find((input, i) => input.checked && state.mark?.parts[i] !== 'right') ?? inputs[state.order[0] ?? 0] ?? null,
  };
}

function optionsOf(question: Question): readonly Option[] {
  if (question.type === 'choice') return (question as ChoiceKey).options;
  const answer = question.type === 'true-false' && question.answer;
  return [{ right: answer, feedback: null }, { right: !answer, feedback: null }];
}

function show(form: HTMLFormElement, labels: readonly HTMLElement[], inputs: readonly HTMLInputElement[], options: readonly Option[], several: boolean, state: QuestionState): void {
  reorder(labels, state.order);
  clearMarks(form);
  const { answer } = state;
  const on = answer.kind === 'set' ? answer.on : answer.kind === 'pick' && answer.at !== null ? [answer.at] : [];
  inputs.forEach((input, i) => {
    const option = options[i];
    const label = labels[i];
    input.checked = on.includes(i);
    freeze(input, state.checked);
    invalid(input, state.shows.parts && input.checked && option?.right === false);
    if (option !== undefined && label !== undefined) correct(label, option, input.checked, several, state);
  });
}

function reorder(labels: readonly HTMLElement[], order: readonly number[]): void {
  const box = labels[0]?.parentElement;
  const wanted = order.flatMap((i) => labels[i] ?? []);
  if (box === null || box === undefined || wanted.every((label, i) => box.children[i] === label)) return;
  box.append(...wanted);
}

function correct(label: HTMLElement, option: Option, chosen: boolean, several: boolean, state: QuestionState): void {
  const sign = signOf(option, chosen, several, state);
  if (sign !== null) label.append(marked(sign));
  const told = state.shows.feedback && (chosen || (option.right && state.shows.correct));
  if (told && option.feedback !== null) label.append(marked(setHtml(el('span', { class: 'fi-opt-fb' }), option.feedback)));
}

function signOf(option: Option, chosen: boolean, several: boolean, state: QuestionState): HTMLElement | null {
  const kind = several ? 'several' : 'one';
  if (chosen && state.shows.parts) return option.right ? tag('right', 'right', t(`choice.${kind}.right`)) : tag('wrong', 'wrong', t(`choice.${kind}.wrong`));
  if (!chosen && option.right && state.shows.correct) return several ? tag('part', 'part', t('choice.several.missing')) : tag('right', 'right', t('choice.one.expected'));
  return null;
}
