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
/** Nothing leaves a page so many milliseconds after it is gone. */
const SILENCE = 120;

export class StoreHost implements Host {
  private launched: Launched | null = null;
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

  async settled(): Promise<void> {
    this.read = null;
    let [count, since] = [-1, Date.now()];
    await until(async () => {
      const { length } = await this.lrs.log();
      if (length !== count) [count, since] = [length, Date.now()];
      return Date.now() - since > SILENCE;
    }, 'the page falls silent');
  }

  refusals(): readonly string[] {
    return this.wrong;
  }

  private async now(): Promise<Held> {
    const { lrs, launched } = this;
    if (launched === null) throw new Error('nothing was launched');
    const [statements, log, document] = await Promise.all([lrs.statements(), lrs.log(), lrs.document(launched, launched.activityId ?? this.iri, 'suspendData')]);
    this.wrong = log.flatMap(({ method, path, status, message = '' }) => wrongRequest(method, path, status, message));
    return heldBy(statements, document === null ? '' : String(document['state']));
  }
}
