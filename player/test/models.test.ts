/** Whole data models, as an LMS keeps them after a learner's launch; read them when they change. */

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Answer, Session } from '../src/core/types';
import type { Question } from '../src/data';
import { choice, fillIn, made, matching, numeric, sequencing, trueFalse } from './fixtures';
import { launched } from './world';

/** Set it to write the models anew. */
const BLESS = process.env['FILIERE_BLESS'] === '1';

const every = (prefix: string): Question[] => [
  choice(`${prefix}-one`, [2], { objective: 'lire' }),
  choice(`${prefix}-several`, [0, 3], { objective: 'lire', points: 2 }),
  trueFalse(`${prefix}-true`),
  { ...numeric(`${prefix}-number`), objective: 'calculer', points: 3 },
  fillIn(`${prefix}-blanks`),
  matching(`${prefix}-pairs`),
  sequencing(`${prefix}-order`),
];

const RIGHT: Answer[] = [
  { kind: 'pick', at: 2 },
  { kind: 'set', on: [0, 3] },
  { kind: 'pick', at: 0 },
  { kind: 'text', text: ['2,678', 't'] },
  { kind: 'text', text: ['bayer', 'bauxite'] },
  { kind: 'picks', at: [0, 1] },
  { kind: 'order', at: [0, 1, 2, 3] },
];
const WRONG: Answer[] = [
  { kind: 'pick', at: 0 },
  { kind: 'set', on: [1, 2] },
  { kind: 'pick', at: 1 },
  { kind: 'text', text: ['deux mille', 'kg'] },
  { kind: 'text', text: ['Hall', 'cryolithe'] },
  { kind: 'picks', at: [2, 2] },
  { kind: 'order', at: [3, 2, 1, 0] },
];
const PART: Answer[] = [
  { kind: 'pick', at: null },
  { kind: 'set', on: [0] },
  { kind: 'pick', at: 0 },
  { kind: 'text', text: ['2678', 't'] },
  { kind: 'text', text: ['Bayer', ''] },
  { kind: 'picks', at: [0, null] },
  { kind: 'order', at: [0, 1, 3, 2] },
];

function play(session: Session, answers: readonly Answer[]): void {
  session.state().practice.forEach(({ question }, i) => {
    session.dispatch({ type: 'answer', target: { practice: question.id }, answer: answers[i] ?? { kind: 'pick', at: null } });
    session.dispatch({ type: 'check', target: { practice: question.id } });
  });
  session.dispatch({ type: 'start' });
  answers.forEach((answer, at) => { session.dispatch({ type: 'answer', target: { attempt: at }, answer }); });
  session.dispatch({ type: 'submit' });
}

for (const [name, answers] of [['right', RIGHT], ['wrong', WRONG], ['part', PART]] as const) {
  test(`the data model after everything was answered: ${name}`, async () => {
    const module = made({ pages: [every('p')], graded: every('g'), objectives: ['lire', 'calculer'], completion: 'both', assessment: { attempts: 1 } });
    const { session, lms, world } = await launched(module);
    await world.pass(61500);
    play(session, answers);
    await world.pass(10000);
    session.end('button');
    const path = `player/test/models/${name}.json`;
    if (BLESS) writeFileSync(path, `${JSON.stringify(lms.stored(), null, 1)}\n`);
    assert.deepEqual([lms.stored(), lms.faults()], [JSON.parse(readFileSync(path, 'utf8')), []]);
  });
}
