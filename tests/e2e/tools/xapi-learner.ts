/** A learner who also leaves by the module's own button, and reloads. */

import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { Learner } from './learner';
import type { Place } from './learner';
import type { Leave } from './lms';

const READY = '.fi-js .fi-now';

/** A place that knows when nothing is on its way. */
interface Still extends Place {
  still(page: Page): Promise<void>;
}

export class XapiLearner extends Learner {
  constructor(private readonly at: Still, as: { readonly pass?: number } = {}) {
    super(at, as);
  }

  /** Whoever leaves at once is in the tests of leaving. */
  override async leave(way: Leave): Promise<void> {
    await this.at.still(this.page);
    await super.leave(way);
  }

  /** The module's own way out. */
  button(): Locator {
    return this.page.getByRole('button', { name: { en: 'Save and leave', fr: 'Enregistrer et quitter' }[this.data.module.ui] });
  }

  /** Leaves by the button; ends once the page shows `then`. */
  async finish(then: () => Promise<unknown>): Promise<void> {
    this.desk.diary?.left(this.front(), this.work(), false);
    await this.button().click();
    await then();
    await this.desk.settled(this.work());
    await this.page.close();
  }

  /** By the keys of a reload, which the page hears; a browser without a window does not act on them. */
  async reload(): Promise<void> {
    await this.page.keyboard.press('F5');
    await this.page.reload();
    await this.page.waitForSelector(READY);
    this.sco = this.page.mainFrame();
    assert.equal(await this.sco.locator('.fi-now').getAttribute('id'), `/${this.front() ?? '@assessment'}`);
  }

  /** Leaves after looking, when nothing was kept but the frame of a session. */
  async lookAway(way: Leave): Promise<void> {
    this.desk.diary?.left(this.front(), this.work(), true);
    await this.leave(way);
  }

  /** Text of each notice. */
  notices(): Promise<string[]> {
    return this.page.locator('.fi-notice p').allTextContents();
  }
}
