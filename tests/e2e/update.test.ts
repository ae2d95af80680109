/** A module is released again while a learner is in the middle of it: real packages, resumed in LMSs and in a store. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Frame } from 'playwright-core';
import { dataOf, goTo } from './tools/answers';
import { launch } from './tools/browser';
import { editions } from './tools/editions';
import type { Built, Desk } from './tools/editions';
import { answerAttempt, attempted, notices, practise, standing, submit } from './tools/said';
import type { Words } from './tools/said';
import { LmsSeat, StoreSeat } from './tools/seat';
import type { Kept, Seat } from './tools/seat';
import { Lrs } from './tools/xapi-lrs';

const PAIRS = ['2xxx > cuivre', '3xxx > manganèse'];
const [HARDENED, AGED, NATURAL] = ['Écroui au quart dur', "Refroidi après l’extrusion, puis vieilli", 'Mis en solution, puis mûri'];

/** Questions and options go, come and move; pages too; the pass mark rises. */
function second(desk: Desk): void {
  desk.edit('module.yaml', 'pass_mark: 60', 'pass_mark: 80');
  desk.edit('pages/01-etats.md', "  - [x] Refroidi après l'extrusion, puis vieilli.\n  - [ ] Écroui au quart dur.\n", "  - [ ] Recuit.\n  - [ ] Écroui au quart dur.\n  - [x] Refroidi après l'extrusion, puis vieilli.\n");
  desk.edit('pages/01-etats.md', '  - [ ] Une crique à chaud.\n', '');
  desk.edit('pages/01-etats.md', '# Les états\n', "# Les états de livraison\n\n```{question} lettre\ntype: true-false\nprompt: |\n  La lettre O veut dire recuit.\nanswer: true\n```\n");
  desk.edit('pages/02-series.md', '  - 2xxx -> cuivre\n  - 3xxx -> manganèse\n  - -> fer\n', '  - -> zinc\n  - 3xxx -> manganèse\n  - 2xxx -> cuivre\n  - -> fer\n');
  desk.move('pages/02-series.md', 'pages/02-familles.md');
  desk.edit('pages/03-calcul.md', "type: numeric\nprompt: |\n  Quelle est la masse d'un décimètre cube d'aluminium?\nanswer: { value: 2.7, unit: kg, tolerance: 1 % }", "type: choice\nprompt: |\n  Quelle est la masse d'un décimètre cube d'aluminium?\noptions: |\n  - [x] 2,7 kg\n  - [ ] 7,8 kg");
  desk.edit('pages/03-calcul.md', '```{question} dense\ntype: true-false\nprompt: |\n  Le métal liquide est plus dense que le bain.\nanswer: true\n```\n', '');
  desk.move('pages/04-fin.md', 'pages/01-fin.md');
  desk.write('pages/00-avant.md', '# Avant de commencer\n\nDu texte.\n');
  desk.edit('questions/quiz.yaml', '- id: g2\n  type: true-false\n  objective: decoder\n  prompt: |\n    La série 5xxx contient du magnésium.\n  answer: true\n', '- id: g5\n  type: true-false\n  objective: decoder\n  prompt: |\n    La série 6xxx se traite.\n  answer: true\n');
}

/** Some of it comes back, more goes. */
function third(desk: Desk): void {
  desk.edit('pages/01-etats.md', '  - [ ] Mis en solution, puis mûri.\n', '');
  desk.edit('pages/03-calcul.md', '  1. mise en solution\n  2. trempe\n', '  1. mise en solution\n  2. trempe à l’eau {#b}\n');
  desk.edit('pages/03-calcul.md', '# Un calcul\n', '# Un calcul\n\n```{question} dense\ntype: true-false\nprompt: |\n  Le métal liquide est plus dense que le bain.\nanswer: true\n```\n');
  desk.edit('pages/01-fin.md', 'sans question', 'sans rien');
  desk.move('pages/00-avant.md', 'pages/04-avant.md');
}

let browser: Browser;
let lrs: Lrs;
let built: Built[];
before(async () => {
  [browser, lrs] = await Promise.all([launch(), Lrs.start()]);
  built = editions([second, third]);
});
after(async () => {
  await browser.close();
  lrs.stop();
});

/** Moodle opens what was passed for review only, so that nobody passes there. */
const SEATS: readonly (readonly [string, () => Seat, Standing])[] = [
  ['strict', () => new LmsSeat('strict'), ['passed', 75]],
  ['moodle', () => new LmsSeat('moodle'), ['incomplete', 50]],
  ['Tin Can', () => new StoreSeat(lrs, 'tincan'), ['passed', 75]],
  ['cmi5', () => new StoreSeat(lrs, 'cmi5'), ['passed', 75]],
];

const edition = (n: number): Built => built[n - 1] ?? assert.fail('three editions');

type Standing = readonly [status: string, score: number];

/** Everything on the pages, a first attempt that earns `score`, half of a second one. */
async function work(seat: Seat, [, score]: Standing): Promise<Kept> {
  const sco = await seat.open(edition(1));
  await practise(sco, 'etats', { t5: [AGED], defauts: ['Une crique à chaud'], legers: ["L’aluminium", 'Le magnésium'] });
  await practise(sco, 'series', { series: PAIRS, noms: ['Bayer', 'bauxite'] });
  await practise(sco, 'calcul', { masse: ['2,7'], cycle: ['trempe', 'mise en solution', 'vieillissement'], dense: ['vrai'] });
  await answerAttempt(sco, 1, { g1: ['L’aluminium presque pur'], g2: [score > 50 ? 'vrai' : 'faux'], g3: ['4'], g4: ['Recuit'] });
  await submit(sco);
  await answerAttempt(sco, 2, { g1: ['L’aluminium presque pur'], g2: ['vrai'], g3: ['9'] });
  return seat.leave();
}

const none = { answer: [] as Words, checked: false };
const done = (...answer: string[]): { answer: Words; checked: boolean } => ({ answer, checked: true });

/** Of what was done in the first edition, what the second has. */
const SECOND = {
  lettre: none,
  t5: done(AGED),
  defauts: none,
  legers: done('Le magnésium', 'L’aluminium'),
  series: done(...PAIRS),
  noms: done('Bayer', 'bauxite'),
  masse: none,
  cycle: done('trempe', 'mise en solution', 'vieillissement'),
};

async function shown(sco: Frame): Promise<{ section: string | null; words: number }> {
  const front = sco.locator('.fi-now');
  return { section: await front.getAttribute('id'), words: ((await front.textContent()) ?? '').trim().length };
}

for (const [name, seated, stands] of SEATS) {
  test(`${name}: a learner comes back to a changed module, and finds all that it still has`, async () => {
    const seat = seated();
    await seat.sit(browser);
    const first = await work(seat, stands);
    assert.deepEqual([first.status, first.score], stands);
    const sco = await seat.open(edition(2));
    // Changed or removed: the option that was chosen, the type, a question, a question of the attempt.
    assert.ok((await notices(sco)).includes('Le module a été mis à jour. Vos réponses et votre note sont gardées. Questions changées ou retirées, dont la réponse n’a pu être reprise en entier\u00a0: 4.'), (await notices(sco)).join('\n'));
    assert.equal((await shown(sco)).section, '/@assessment');
    assert.deepEqual((await attempted(sco)).sort(([a], [b]) => (a < b ? -1 : 1)), [['g1', ['L’aluminium presque pur']], ['g3', ['9']], ['g4', []]]);
    assert.deepEqual(await standing(sco), SECOND);
    for (const page of (await dataOf(sco)).pages) {
      await goTo(sco, page.id);
      assert.ok((await shown(sco)).words > 10, page.id);
    }
    await submit(sco);
    const last = await seat.leave();
    assert.deepEqual([last.status, last.score], stands, 'neither status nor score went back');
    await seat.rise();
  });

  test(`${name}: three editions in a row, and an older one put back takes nothing away`, async () => {
    const seat = seated();
    await seat.sit(browser);
    await work(seat, stands);
    await practise(await seat.open(edition(2)), 'etats', { lettre: ['vrai'] });
    await seat.leave();
    const sco = await seat.open(edition(3));
    const words = { ...SECOND, lettre: done('vrai'), t5: done(AGED), cycle: done('trempe à l’eau', 'mise en solution', 'vieillissement'), dense: none };
    assert.deepEqual(await standing(sco), words);
    const before = await seat.leave();
    const old = await seat.open(edition(1));
    assert.deepEqual(await notices(old), ['Cette version du module ne connaît pas vos réponses. Elles viennent d’une autre version, sans doute plus récente, et restent telles quelles dans le site de cours. Ce que vous faites ici n’est pas enregistré, à moins de recommencer.']);
    await practise(old, 'etats', { t5: [HARDENED] });
    assert.equal(await old.locator('.fi-save').textContent(), 'Rien n’est enregistré');
    assert.deepEqual(await seat.leave(), before, 'the older package left everything as it was');
    const again = await seat.open(edition(3));
    assert.deepEqual(await standing(again), words);
    await seat.leave();
    const anew = await seat.open(edition(1));
    await anew.getByRole('button', { name: 'Recommencer et enregistrer' }).click();
    await practise(anew, 'etats', { t5: [NATURAL] });
    const after = await seat.leave();
    assert.deepEqual([after.status, after.score], stands);
    const last = await seat.open(edition(1));
    assert.deepEqual((await standing(last))['t5'], done(NATURAL));
    await seat.rise();
  });
}

test('an edition that was only looked at changes nothing: what left and came back still has its answer', async () => {
  const seat = new LmsSeat('strict');
  await seat.sit(browser);
  await work(seat, ['passed', 75]);
  await seat.open(edition(2));
  await seat.leave();
  assert.deepEqual((await standing(await seat.open(edition(3))))['dense'], done('vrai'));
  await seat.rise();
});
