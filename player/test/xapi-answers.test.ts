/** Every kind of question as an activity and as an answer, in the syntax of the standard. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '../src/core/types';
import type { Question } from '../src/data';
import { choice, fillIn, made, matching, numeric, sequencing, trueFalse } from './fixtures';
import { Lrs, tincanLaunch, verbOf } from './lrs';
import type { Thing } from './lrs';
import { launchedBy, World } from './world';

interface Told {
  readonly definition: Thing;
  readonly result: Thing;
}

/** The statement of one checked answer. */
async function answered(question: Question, answer: Answer): Promise<Told> {
  const lrs = new Lrs();
  const world = new World();
  const session = await launchedBy(made({ pages: [[question]] }), lrs.tab(tincanLaunch()), world);
  session.dispatch({ type: 'answer', target: { practice: question.id }, answer });
  session.dispatch({ type: 'check', target: { practice: question.id } });
  await world.pass(3000);
  const found = lrs.statements.filter((statement) => verbOf(statement) === 'answered');
  assert.equal(found.length, 1);
  const { type, name, description, ...definition } = (found[0]?.['object'] as { definition: Thing }).definition;
  assert.deepEqual([type, name, description], ['http://adlnet.gov/expapi/activities/cmi.interaction', { 'fr-CA': question.id }, { 'fr-CA': question.id }]);
  return { definition, result: found[0]?.['result'] as Thing };
}

const components = (pairs: Readonly<Record<string, string>>): Thing[] => Object.entries(pairs).map(([id, text]) => ({ id, description: { 'fr-CA': text } }));
const LETTERS = components({ a: 'a', b: 'b', c: 'c', d: 'd' });
const RIGHT = { success: true, score: { scaled: 1 } };
const WRONG = { success: false, score: { scaled: 0 } };
const BLANKS = fillIn('f') as Extract<Question, { type: 'fill-in' }>;
const strict = (answers: string[][]): Question => ({ ...BLANKS, blanks: answers.map((accepted, i) => ({ name: `b${String(i)}`, answers: accepted, choices: null, ignoreCase: true, ignoreAccents: false })) });

const CASES: [string, Question, Answer, Told][] = [
  ['one choice', choice('q'), { kind: 'pick', at: 2 }, { definition: { interactionType: 'choice', correctResponsesPattern: ['a'], choices: LETTERS }, result: { response: 'c', ...WRONG } }],
  ['one choice among several right ones is one of the alternatives', { ...choice('q', [1, 3]), multiple: false } as Question, { kind: 'pick', at: 3 }, { definition: { interactionType: 'choice', correctResponsesPattern: ['b', 'd'], choices: LETTERS }, result: { response: 'd', ...RIGHT } }],
  ['several choices', choice('q', [0, 2]), { kind: 'set', on: [0, 2] }, { definition: { interactionType: 'choice', correctResponsesPattern: ['a[,]c'], choices: LETTERS }, result: { response: 'a[,]c', ...RIGHT } }],
  ['true', trueFalse('q'), { kind: 'pick', at: 0 }, { definition: { interactionType: 'true-false', correctResponsesPattern: ['true'] }, result: { response: 'true', ...RIGHT } }],
  ['false where true is expected', trueFalse('q'), { kind: 'pick', at: 1 }, { definition: { interactionType: 'true-false', correctResponsesPattern: ['true'] }, result: { response: 'false', ...WRONG } }],
  ['a number in another unit', numeric('q'), { kind: 'text', text: ['2,678', 't'] }, { definition: { interactionType: 'numeric', correctResponsesPattern: ['2651.22[:]2704.78'] }, result: { response: '2678', ...RIGHT } }],
  ['what is no number has no response', numeric('q'), { kind: 'text', text: ['beaucoup', 'kg'] }, { definition: { interactionType: 'numeric', correctResponsesPattern: ['2651.22[:]2704.78'] }, result: WRONG }],
  ['pairs, some of them', matching('q'), { kind: 'picks', at: [0, null] }, { definition: { interactionType: 'matching', correctResponsesPattern: ['a[.]1[,]b[.]2'], source: components({ a: '2xxx', b: '3xxx' }), target: components({ 1: 'cuivre', 2: 'manganèse', 3: 'fer' }) }, result: { response: 'a[.]1', success: false, score: { scaled: 0.5 } } }],
  ['an order', sequencing('q'), { kind: 'order', at: [0, 1, 2, 3] }, { definition: { interactionType: 'sequencing', correctResponsesPattern: ['a[,]b[,]c[,]d'], choices: LETTERS }, result: { response: 'a[,]b[,]c[,]d', ...RIGHT } }],
  ['blanks of several rules list no pattern', BLANKS, { kind: 'text', text: ['bayer', 'cryolithe'] }, { definition: { interactionType: 'fill-in' }, result: { response: 'bayer[,]cryolithe', success: false, score: { scaled: 0.5 } } }],
  ['blanks of one rule list every combination', strict([['x', 'y'], ['z']]), { kind: 'text', text: ['Y', 'z'] }, { definition: { interactionType: 'fill-in', correctResponsesPattern: ['{case_matters=false}x[,]z', '{case_matters=false}y[,]z'] }, result: { response: 'Y[,]z', ...RIGHT } }],
];

for (const [name, question, answer, wanted] of CASES) {
  test(`${question.type}: ${name}`, async () => {
    const given = await answered(question, answer);
    assert.deepEqual(given, wanted);
  });
}

test('an unanswered question of an attempt is no statement', async () => {
  const lrs = new Lrs();
  const world = new World();
  const session = await launchedBy(made({ pages: [[]], graded: [choice('q1'), choice('q2')] }), lrs.tab(tincanLaunch()), world);
  session.dispatch({ type: 'start' });
  session.dispatch({ type: 'answer', target: { attempt: 1 }, answer: { kind: 'pick', at: 0 } });
  session.dispatch({ type: 'submit' });
  await world.pass(3000);
  const objects = lrs.statements.filter((statement) => verbOf(statement) === 'answered').map((statement) => (statement['object'] as Thing)['id']);
  assert.deepEqual(objects, ['https://exemple.quebec/modules/essai/q/q2']);
});
