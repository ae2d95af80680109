/** A made-up learner who reads, answers, leaves and comes back, and remembers what the LMS must hold. */

import assert from 'node:assert/strict';
import type { Frame, Page } from 'playwright-core';
import type { GradedQuestion, PlayerData } from '../../../player/src/data';
import { dataOf, gradedOf } from './answers';
import { give } from './given';
import type { How } from './given';
import { held, keyboard, mouse } from './hands';
import type { Hands } from './hands';
import { leave } from './lms';
import type { Leave } from './lms';
import { judged, percentOf } from './record';
import type { Done, Work } from './record';

/** Where a learner works: what launches the package and keeps what is done in it. */
export interface Place {
  launch(): Promise<{ page: Page; sco: Frame }>;
  /** Once the page is gone: all of the work is recorded, and nothing else. */
  settled(work: Work): Promise<void>;
  /** Told of each step, after it; `from` is the page that was in front. */
  readonly diary?: Diary;
}

export interface Diary {
  turned(from: string | null, work: Work): void;
  tried(done: Done, work: Work): void;
  attempted(done: readonly Done[], work: Work): void;
  /** `gone`: with the page. */
  left(from: string | null, work: Work, gone: boolean): void;
}

export class Learner {
  data!: PlayerData;
  protected page!: Page;
  private graded!: Map<string, GradedQuestion>;
  sco!: Frame;
  private hands: Hands = mouse;
  private here = 0;
  private seen = new Set<number>([0]);
  private done: Done[] = [];
  private attempts: Done[][] = [];
  /** Answers of the attempt that is open. */
  private open: Done[] = [];

  /** `pass`: pass mark that the LMS imposes. */
  constructor(protected readonly desk: Place, private readonly as: { readonly keyboard?: boolean; readonly pass?: number } = {}) {}

  async arrive(): Promise<void> {
    const { page, sco } = await this.desk.launch();
    const found = await dataOf(sco);
    this.graded = gradedOf(found);
    const assessment = found.assessment === null ? null : { ...found.assessment, pass: this.as.pass ?? found.assessment.pass };
    Object.assign(this, { page, sco, data: { ...found, assessment } });
    this.hands = this.as.keyboard === true ? keyboard(page, sco) : mouse;
  }

  /** Leaves, finds everything recorded, and comes back to the same place with its answers. */
  async comeBack(way: Leave): Promise<void> {
    await this.quit(way);
    await this.arrive();
    await this.sco.waitForSelector('.fi-notice');
    assert.equal(await this.sco.locator('.fi-now').getAttribute('id'), `/${this.section()}`);
    await this.assertAnswersBack();
  }

  /** The same of someone who only saw the first page: there is nothing to announce. */
  async comeBackFresh(way: Leave): Promise<void> {
    await this.quit(way);
    await this.arrive();
    assert.equal(await this.sco.locator('.fi-notice').count(), 0);
  }

  async leave(way: Leave): Promise<void> {
    await leave(this.page, way);
  }

  /** Leaves for good, and finds everything recorded. */
  async quit(way: Leave): Promise<void> {
    this.desk.diary?.left(this.front(), this.work(), true);
    await this.leave(way);
    await this.desk.settled(this.work());
  }

  /** Works on the questions of the page, then turns it; `half` comes back once in the middle. */
  async read(how: How, half: Leave | null): Promise<void> {
    const middle = Math.floor(this.data.pages.length / 2);
    for (;;) {
      await this.practise(how);
      if (this.here === middle && half !== null) await this.comeBack(half);
      if (this.here === this.data.pages.length - 1) return;
      await this.turn();
    }
  }

  /** By the list of pages. */
  async jumpTo(section: string): Promise<void> {
    const at = this.data.pages.findIndex((page) => page.id === section);
    const menu = this.sco.locator('.fi-bar-menu');
    // A wide window shows the list at all times.
    if (await menu.isVisible()) await this.hands.press(menu);
    await this.hands.press(this.sco.locator(`#fi-nav a[href="#/${section}"]`));
    await this.sco.waitForSelector(`.fi-now[id="/${section}"]`);
    const from = this.front();
    this.here = at < 0 ? this.data.pages.length : at;
    if (at >= 0) this.seen.add(at);
    this.desk.diary?.turned(from, this.work());
  }

  private async turn(): Promise<void> {
    await this.hands.press(this.sco.locator('.fi-now [rel="next"]'));
    const from = this.front();
    this.here += 1;
    this.seen.add(this.here);
    await this.sco.waitForSelector(`.fi-now[id="/${this.section()}"]`);
    this.desk.diary?.turned(from, this.work());
  }

  private async practise(how: How): Promise<void> {
    for (const id of this.data.pages[this.here]?.questions ?? []) {
      const question = this.data.practice.find((one) => one.id === id);
      assert.ok(question);
      const form = this.sco.locator(`form[data-question="${id}"]`);
      const given = give(question, how);
      await this.hands.fill(form, question, given);
      await this.hands.press(form.locator('button[type="submit"]'));
      await form.locator('.fi-verdict').waitFor();
      const done = { question, given, occasion: 'p1' };
      this.done.push(done);
      this.desk.diary?.tried(done, this.work());
    }
  }

  /** Answers a whole attempt and sends it; `half` comes back once in the middle of it. */
  async attempt(how: How, half: Leave | null = null): Promise<void> {
    if (this.here < this.data.pages.length) await this.turn();
    await this.start();
    const count = await this.squares().count();
    for (let at = 0; at < count; at += 1) {
      if (at > 0) await this.hands.press(this.step());
      await this.answer(how);
      if (half !== null && at === Math.floor(count / 2)) await this.comeBack(half);
    }
    await this.hands.press(this.step());
    await this.hands.press(this.sco.locator('#fi-assessment .fi-btn-main'));
    await this.sco.waitForSelector('.fi-score');
    this.attempts.push(this.open);
    this.done.push(...this.open);
    this.desk.diary?.attempted(this.open, this.work());
    await this.assertResultShown(this.open);
    this.open = [];
  }

  /** The first attempt starts from the introduction, another from the result. */
  private async start(): Promise<void> {
    const name = { en: 'Start attempt', fr: 'Commencer la tentative' }[this.data.module.ui];
    await this.hands.press(this.sco.getByRole('button', { name: `${name} ${String(this.attempts.length + 1)}` }));
    await this.sco.waitForSelector('.fi-qnav');
  }

  private async answer(how: How): Promise<void> {
    const form = this.sco.locator('#fi-assessment form');
    const question = this.graded.get((await form.getAttribute('data-question')) ?? '');
    assert.ok(question);
    const given = give(question, how);
    await this.hands.fill(form, question, given);
    // Every other answer is checked alone where that is allowed.
    if (this.isCheckedAlone(this.open.length)) {
      await this.hands.press(form.locator('button[type="submit"]'));
      await form.locator('.fi-verdict').waitFor();
    }
    this.open.push({ question, given, occasion: String(this.attempts.length + 1) });
  }

  private isCheckedAlone(at: number): boolean {
    return this.data.assessment?.feedback === 'immediate' && at % 2 === 0;
  }

  private squares(): ReturnType<Frame['locator']> {
    return this.sco.locator('.fi-qnav button');
  }

  private step(): ReturnType<Frame['locator']> {
    return this.sco.locator('.fi-step .fi-btn-main');
  }

  private async assertResultShown(attempt: readonly Done[]): Promise<void> {
    const { ui } = this.data.module;
    const score = percentOf(attempt);
    // Shown whole, and never as more than it is.
    assert.equal((await this.sco.locator('.fi-score-n').textContent())?.replace(/\s/gu, ''), `${String(Math.floor(score + 1e-9))}%`);
    const passed = score >= (this.data.assessment?.pass ?? 0);
    const words = { fr: ['Réussi', 'Pas encore réussi'], en: ['Passed', 'Not passed yet'] }[ui];
    assert.equal(await this.sco.locator('.fi-score-w').textContent(), words[passed ? 0 : 1]);
  }

  private async assertAnswersBack(): Promise<void> {
    const tried = this.done.filter(({ occasion }) => occasion === 'p1');
    for (const { question, given } of tried) {
      const form = this.sco.locator(`form[data-question="${question.id}"]`);
      assert.deepEqual(await held(form, question), given, question.id);
      assert.equal(await form.locator('.fi-verdict').count(), 1, question.id);
    }
    const last = this.open.length - 1;
    for (let at = last; at >= 0; at -= 1) await this.assertBack(at);
    if (last > 0) await this.hands.press(this.squares().nth(last));
  }

  private async assertBack(at: number): Promise<void> {
    const { question, given } = this.open[at] as Done;
    if (at < this.open.length - 1) await this.hands.press(this.squares().nth(at));
    const form = this.sco.locator(`#fi-assessment form[data-question="${question.id}"]`);
    await form.waitFor();
    assert.deepEqual(await held(form, question), given, question.id);
    assert.equal(await form.locator('.fi-verdict').count(), this.isCheckedAlone(at) ? 1 : 0, question.id);
  }

  /** Id of the page in front; null on the assessment. */
  protected front(): string | null {
    return this.data.pages[this.here]?.id ?? null;
  }

  /** Id of the section in front. */
  private section(): string {
    return this.data.pages[this.here]?.id ?? '@assessment';
  }

  work(): Work {
    const tried = (id: string): boolean => this.done.some(({ question, occasion }) => question.id === id && occasion === 'p1');
    const pagesRead = this.data.pages.filter((page, i) => this.seen.has(i) && page.questions.every(tried)).length;
    const pagesDone = pagesRead === this.data.pages.length;
    return { data: this.data, location: this.data.pages[this.here]?.id ?? '_assessment', began: this.seen.size > 1 || this.done.length > 0, pagesDone, pagesRead, done: this.done, attempts: this.attempts };
  }

  status(): string {
    return judged(this.work()).status;
  }
}
