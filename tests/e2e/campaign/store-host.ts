/** `filiere lrs` behind a journey: it judges what it takes. */

import type { Held } from '../../../player/test/campaign/places';
import { heldBy, wrongRequest } from '../../../player/test/campaign/store';
import type { Fault, Setup } from '../../../player/test/campaign/steps';
import { until } from '../tools/xapi-lrs';
import type { Launched, Lrs, Thing } from '../tools/xapi-lrs';
import type { Host } from './host';
import type { Op, Report } from './inside';

/** An LMS that shuts State at « terminated » may miss the last second: other tests tell of that. */
const CMI5 = { mode: 'cmi5', stateStays: true };

/** What left with a page and did not arrive after so many milliseconds was dropped by the browser: the next launch shows what became of it. */
const DROPPED = 5000;

export class StoreHost implements Host {
  readonly waits = true;
  private launched: Launched | null = null;
  /** Requests of pages that are gone, and those of whoever looks on. */
  private gone = 0;
  private looks = 0;
  private wrong: readonly string[] = [];
  /** What was read last, and after how many requests of the page; null: the page is another. */
  private read: { readonly sent: number; readonly held: Held } | null = null;

  constructor(
    private readonly setup: Setup,
    private readonly lrs: Lrs,
    private readonly iri: string,
  ) {}

  async path(): Promise<string> {
    const { place, mode, mastery } = this.setup;
    this.read = null;
    if (this.launched === null) await this.lrs.reset();
    const launchMode = { normal: 'Normal', review: 'Review', browse: 'Browse' }[mode];
    const wanted: Thing = place === 'tincan' ? { mode: 'tincan' } : { ...CMI5, launchMode, activityId: `${this.iri}/au`, ...(mastery === null ? {} : { masteryScore: mastery / 100 }) };
    this.launched = await this.lrs.launch({ ...wanted, ...(this.launched === null ? {} : { registration: this.launched.registration }) });
    return `package/index.html?${new URLSearchParams(this.launched.query).toString().replace(/\+/gu, '%20')}`;
  }

  /** In the page, so that whoever looks on still reaches the store. */
  fault(fault: Fault): Promise<readonly Op[]> {
    return Promise.resolve([{ do: 'turn', fault }]);
  }

  async held({ sent }: Report): Promise<Held> {
    if (this.read?.sent !== sent) this.read = { sent, held: await this.now() };
    return this.read.held;
  }

  async settled(sent: () => Promise<number>): Promise<void> {
    this.gone += await sent();
    const asked = async (): Promise<number> => (await this.lrs.log()).filter(({ method }) => method !== 'OPTIONS').length - this.looks;
    const began = Date.now();
    await until(async () => (await asked()) >= this.gone || Date.now() - began > DROPPED, 'what left with the page arrives');
    this.gone = await asked();
    this.read = null;
  }

  refusals(): readonly string[] {
    return this.wrong;
  }

  private async now(): Promise<Held> {
    const { lrs, launched } = this;
    if (launched === null) throw new Error('nothing was launched');
    this.looks += 1;
    const [statements, log, document] = await Promise.all([lrs.statements(), lrs.log(), lrs.document(launched, launched.activityId ?? this.iri, 'suspendData')]);
    this.wrong = log.flatMap(({ method, path, status, message = '' }) => wrongRequest(method, path, status, message));
    return heldBy(statements, document === null ? '' : String(document['state']));
  }
}
