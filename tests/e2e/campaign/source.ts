/** What the campaign's modules are written as: the same questions as the models in player/test/campaign have. */

export const WORKSPACE = `filiere: 1
publisher:
  name: Filière tests
  organization: Filière
  url: "https://filiere.example"
iri: "https://filiere.example/campaign/"
language: en-CA
licence: CC-BY-4.0
support: "help@filiere.example"
targets: [scorm12, xapi]
`;

/** Of the pages' files. */
export const NAMES = ['01-first', '02-second', '03-third'];

export const MODULE = `id: {id}
version: 1.0.0
date: 2026-11-22
title: Work that is not lost
description: |
  Learners of a campaign answer its questions in every order, while networks fail.
kind: theory
duration: 10 min
objectives:
${['o1', 'o2', 'o3'].map((id) => `  - id: ${id}\n    bloom: remember\n    text: |\n      Know what ${id} stands for.\n`).join('')}pages:
${NAMES.map((name) => `  - ${name}\n`).join('')}`;

export const ASSESSMENT = `completion: {completion}
assessment:
  pass_mark: {pass}
  attempts: {attempts}
  grading: {grading}
  feedback: {feedback}
  corrections: {corrections}
  shuffle: {shuffle}
  open: {open}
  draw:
    - { bank: bank, take: {take} }
`;

const CHOICE = (right: string): string => `type: choice
${right.length > 1 ? 'multiple: true\n' : ''}prompt: |
  Which of these?
options: |
${['a', 'b', 'c', 'd'].map((letter) => `  - [${right.includes(letter) ? 'x' : ' '}] Option ${letter}`).join('\n')}
feedback: |
  Read the page again.
`;

const TRUE = `type: true-false
prompt: |
  The bath floats on the metal.
answer: true
feedback: |
  Read the page again.
`;

const MASS = `type: numeric
prompt: |
  What is the mass?
answer: { value: 2678, unit: kg, units: [t], tolerance: 1 %, digits: 4 }
mistakes: |
  - 2819
    > The yield was forgotten.
feedback: |
  Read the page again.
`;

const BLANKS = `type: fill-in
prompt: |
  The [procede] process makes alumina from [minerai].
blanks:
  procede: { answers: [Bayer], ignore: [case, accents] }
  minerai: { choices: [bauxite, cryolithe], answers: [bauxite] }
feedback: |
  Read the page again.
`;

const PAIRS = `type: matching
prompt: |
  Match each series with its element.
pairs: |
  - 2xxx -> copper
  - 3xxx -> manganese
  - -> iron
feedback: |
  Read the page again.
`;

const ORDER = `type: sequencing
prompt: |
  Put the steps in order.
items: |
  1. crushing
  2. digestion
  3. precipitation
  4. calcination
feedback: |
  Read the page again.
`;

const block = (id: string, question: string): string => `\`\`\`{question} ${id}\n${question}\`\`\`\n\n`;

export const PAGES: readonly string[] = [
  `# Where it starts\n\n{objectives}\nRead this.\n\n${block('p1', CHOICE('a'))}${block('p2', MASS)}`,
  '# Between\n\nNothing is asked here.\n',
  `# Where it ends\n\nRead that.\n\n${block('p3', BLANKS)}${block('p4', PAIRS)}${block('p5', ORDER)}${block('p6', CHOICE('ac'))}`,
];

const item = (id: string, question: string, more = ''): string => `- id: ${id}\n${more}${question.replace(/^(?=.)/gmu, '  ')}`;
const WORTH_TWO = '  objective: o1\n  points: 2\n';

export const BANK = [
  item('g1', CHOICE('a'), WORTH_TWO),
  item('g2', TRUE),
  item('g3', MASS),
  item('g4', BLANKS),
  item('g5', PAIRS),
  item('g6', ORDER),
  item('g7', CHOICE('bc'), WORTH_TWO),
].join('');
