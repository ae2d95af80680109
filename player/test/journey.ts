/** Makes journeys of learners out of a seed: what they do, and in which order. */

import type { Answer, Event, State } from '../src/core/types';
import type { AssessmentInfo, Layout, PlayerData } from '../src/data';
import { range } from '../src/core/order';
import { random, shuffled } from '../src/core/random';
import type { Random } from '../src/core/random';
import { choice, fillIn, made, matching, numeric, sequencing, trueFalse } from './fixtures';
import type { Made } from './fixtures';

export type Step =
  | { readonly do: 'event'; readonly event: Event }
  | { readonly do: 'wait'; readonly milliseconds: number }
  | { readonly do: 'hide' }
  /** Leaves, and comes back: by closing, or by a crash of the browser. */
  | { readonly do: 'leave'; readonly crash: boolean };

/** Every kind of question, under rules of chance. */
export function moduleOf(seed: number): Made {
  const chance = random(seed);
  const pick = <T>(...list: T[]): T => list[chance.below(list.length)] as T;
  const objective = { objective: 'o1', points: 2 };
  const info: Partial<AssessmentInfo> = {
    attempts: pick(1, 2, 3, null),
    grading: pick('best', 'last', 'first', 'average'),
    feedback: pick('immediate', 'after-attempt', 'after-pass', 'never'),
    corrections: pick('none', 'own', 'correct', 'worked'),
    shuffleQuestions: chance.below(2) === 0,
    shuffleOptions: chance.below(2) === 0,
    afterPages: chance.below(4) === 0,
    pass: pick(0, 40, 60, 100),
  };
  return made({
    pages: [[choice('p1'), numeric('p2')], [], [fillIn('p3'), matching('p4'), sequencing('p5'), choice('p6', [0, 2])]],
    graded: [choice('g1', [0], objective), trueFalse('g2'), numeric('g3'), fillIn('g4'), matching('g5'), sequencing('g6'), choice('g7', [1, 2], objective)],
    take: pick(2, 5, 7),
    assessment: info,
    completion: pick<PlayerData['completion']>('pages', 'assessment', 'both'),
    objectives: ['o1', 'o2', 'o3'],
    ratings: chance.below(2) === 0,
  });
}

/** The next thing that a learner does in front of `state`. */
export function nextStep(data: PlayerData, state: State, chance: Random): Step {
  const dice = chance.below(100);
  if (dice < 4) return { do: 'leave', crash: chance.below(3) === 0 };
  if (dice < 8) return { do: 'hide' };
  if (dice < 25) return { do: 'wait', milliseconds: chance.below(12000) };
  if (dice < 40) return { do: 'event', event: { type: 'go', to: chance.below(data.pages.length + 2) } };
  if (dice < 45) return { do: 'event', event: { type: 'rate', objective: chance.below(3), when: chance.below(2) === 0 ? 'before' : 'after', value: chance.below(6) } };
  return { do: 'event', event: dice < 70 ? practice(data, chance) : attempt(data, state, chance) };
}

function practice(data: PlayerData, chance: Random): Event {
  const slot = data.state.practice[chance.below(data.state.practice.length)];
  if (slot === undefined) return { type: 'go', to: 0 };
  const kind = chance.below(5);
  if (kind === 0) return { type: 'retry', practice: slot.q };
  if (kind < 3) return { type: 'check', target: { practice: slot.q } };
  return { type: 'answer', target: { practice: slot.q }, answer: anyAnswer(slot.layout, chance) };
}

function attempt(data: PlayerData, state: State, chance: Random): Event {
  const questions = state.assessment?.attempt?.questions ?? [];
  if (questions.length === 0 || state.assessment?.phase === 'result') return { type: 'start' };
  const at = chance.below(questions.length);
  const kinds: Event[] = [{ type: 'question', at }, { type: 'flag', at, on: chance.below(2) === 0 }, { type: 'summary', open: chance.below(2) === 0 }, { type: 'check', target: { attempt: at } }, { type: 'submit' }];
  const layout = data.state.draws.flatMap((draw) => draw.pool).find((slot) => slot.q === questions[at]?.question.id)?.layout;
  const answered: Event = layout === undefined ? { type: 'question', at } : { type: 'answer', target: { attempt: at }, answer: anyAnswer(layout, chance) };
  return kinds[chance.below(12)] ?? answered;
}

const TEXTS = ['', '2678', '2,678 t', '2819', 'Bayer', 'bauxite', 'douze', '−1,5 × 10⁻³', 'é'.repeat(40), '😀'.repeat(9), 'a\nb', '<b>', '\ud800'];

/** An answer of the right kind, and now and then one that is not sensible. */
function anyAnswer(layout: Layout, chance: Random): Answer {
  const at = (n: number): number | null => (chance.below(5) === 0 ? null : chance.below(n + (chance.below(20) === 0 ? 3 : 0)));
  if ('set' in layout) return { kind: 'set', on: range(layout.set).filter(() => chance.below(2) === 0) };
  if ('pick' in layout) return { kind: 'pick', at: at(layout.pick) };
  if ('picks' in layout) return { kind: 'picks', at: range(layout.picks).map(() => at(layout.of)) };
  if ('order' in layout) return { kind: 'order', at: chance.below(5) === 0 ? null : shuffled(range(layout.order), chance) };
  return { kind: 'text', text: range(layout.text).map(() => TEXTS[chance.below(TEXTS.length)] ?? '') };
}
