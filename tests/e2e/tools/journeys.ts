/** The journeys that every package makes in every LMS. */

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launch } from './browser';
import type { LmsName } from './browser';
import { Learner } from './learner';
import { Desk } from './lms';
import { serve } from './serve';
import type { Site } from './serve';
import { unzip } from './zip';

/** What `make test` builds: the modules, and the tests' own workspace. */
const BUILT = ['dist', 'target/e2e'];

/** Every package of a target by the id of its module. */
export function packages(target = 'scorm12'): Map<string, string> {
  const names = BUILT.flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith(`-${target}.zip`)).map((name) => `${folder}/${name}`));
  return new Map(names.map((path) => [(path.split('/').pop() ?? '').replace(/-\d+\.\d+\.\d+-[A-Za-z-]+-[a-z0-9]+\.zip$/u, ''), path]));
}

export function packageAt(path: string | undefined): Map<string, Buffer> {
  assert.ok(path, 'not built: run make test');
  return unzip(path);
}

/** A browser and one site a package, for the tests of a file. */
export function stage(ids: readonly string[]): { browser(): Browser; site(id: string): Site; desk(id: string, lms: LmsName): Promise<Desk> } {
  let browser: Browser | null = null;
  const sites = new Map<string, Site>();
  before(async () => {
    browser = await launch();
    const known = packages();
    for (const id of ids) sites.set(id, await serve(packageAt(known.get(id))));
  });
  after(async () => {
    await browser?.close();
    for (const site of sites.values()) await site.close();
  });
  const site = (id: string): Site => sites.get(id) ?? assert.fail(id);
  const opened = (): Browser => browser ?? assert.fail('no browser');
  return { browser: opened, site, desk: async (id, lms) => new Desk(await opened().newContext({ locale: 'en-CA' }), site(id), lms) };
}

/** Modules with an assessment of several attempts. */
export function gradedJourneys(lms: LmsName, ids: readonly string[]): void {
  const { desk } = stage(ids);
  for (const id of ids) {
    test(`${id} in ${lms}: all wrong is never « failed » before the last attempt, and then it is`, async () => {
      const at = await desk(id, lms);
      const learner = new Learner(at);
      await learner.arrive();
      await learner.read('wrong', 'frame');
      const allowed = learner.data.assessment?.attempts ?? assert.fail('attempts are limited here');
      for (let n = 1; n <= allowed; n += 1) {
        await learner.attempt('wrong', n === 1 ? 'tab' : null);
        assert.equal(learner.status(), n === allowed ? 'failed' : 'incomplete');
        await learner.comeBack('navigation');
      }
      await learner.quit('frame');
      const said = (await at.kept()).calls.filter((call) => call.args[0] === 'cmi.core.lesson_status').map((call) => call.args[1] ?? '');
      assert.deepEqual(said.filter((status) => status !== '' && status !== 'incomplete' && status !== 'failed'), []);
      await at.context.close();
    });

    test(`${id} in ${lms}: part right, then all right, is a pass that nothing takes back`, async () => {
      const at = await desk(id, lms);
      const learner = new Learner(at);
      await learner.arrive();
      await learner.read('part', 'navigation');
      await learner.attempt('part', 'frame');
      await learner.quit('tab');
      await learner.arrive();
      await learner.attempt('right', 'tab');
      assert.equal(learner.status(), 'passed');
      await learner.comeBack('tab');
      await learner.quit('navigation');
      await at.context.close();
    });
  }
}
