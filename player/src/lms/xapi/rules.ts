/** Which statements a launch may send, and when: one table of rules for Tin Can, one for cmi5. */

import type { Grade, Happening } from '../lms';
import type { Activities } from './activities';
import type { Kept } from './document';
import type { JsonObject } from './json';
import type { Marks } from './marks';
import type { Draft } from './statements';
import { duration, progressed, scoreOf } from './statements';
import type { Verb } from './verbs';

/** What was said so far; rules read it and write it. */
export interface Said {
  marks: Marks;
  /** What is said once a registration, and the best grade told. */
  kept: Pick<Kept, 'passed' | 'completed' | 'best'>;
  /** Milliseconds that the learner spent in the session so far, as the module counts them. */
  spent: () => number;
}

export interface Rules {
  opened(at: number, resumed: boolean): Draft[];
  happened(happening: Happening): Draft[];
  /** `sure`: everything before it is known to be stored, so that the end of the session shuts nothing out. */
  closed(at: number, sure: boolean): Draft[];
}

/** What both have alike. */
abstract class Common implements Rules {
  constructor(
    protected readonly activities: Activities,
    protected readonly said: Said,
  ) {}

  opened(at: number, resumed: boolean): Draft[] {
    if (this.said.marks.initialized) return [];
    this.mark({ initialized: true });
    return [this.defined('initialized', at, null), ...(resumed ? [this.allowed('resumed', at)] : [])];
  }

  happened(happening: Happening): Draft[] {
    const { at } = happening;
    switch (happening.kind) {
      case 'page':
        return [{ verb: 'experienced', at, object: this.activities.page(happening.page), result: { duration: duration(happening.took) }, parent: this.activities.module() }];
      case 'progress':
        return [this.allowed('progressed', at, progressed(happening.percent))];
      case 'graded':
        return this.graded(at, happening);
      case 'completed':
        return this.said.kept.completed ? [] : this.completed(at, happening.grade);
    }
  }

  closed(at: number, sure: boolean): Draft[] {
    if (this.said.marks.terminated) return [];
    this.mark({ terminated: sure });
    const suspended = this.said.kept.completed ? [] : [this.allowed('suspended', at, { duration: this.spent() })];
    return [...suspended, ...(sure ? [this.defined('terminated', at, {})] : [])];
  }

  protected abstract graded(at: number, grade: Grade): Draft[];
  protected abstract completed(at: number, grade: Grade | null): Draft[];

  /** `result` gets the time spent since the launch; null: none at all. */
  protected defined(verb: Verb, at: number, result: JsonObject | null): Draft {
    const timed = result === null ? {} : { result: { ...result, duration: this.spent() } };
    return { verb, at, object: this.activities.module(), defined: true, ...timed };
  }

  protected mark(marks: Partial<Marks>): void {
    this.said.marks = { ...this.said.marks, ...marks };
  }

  protected keep(kept: Partial<Kept>): void {
    this.said.kept = { ...this.said.kept, ...kept };
  }

  private allowed(verb: Verb, at: number, result?: JsonObject): Draft {
    return { verb, at, object: this.activities.module(), ...(result === undefined ? {} : { result }) };
  }

  private spent(): string {
    return duration(this.said.spent());
  }
}

/** Each attempt is told; a grade goes with `completed` too, where some systems look for it. */
export class TinCan extends Common {
  /** No session ends with it: nothing is shut out. */
  override closed(at: number): Draft[] {
    return super.closed(at, true);
  }

  protected override graded(at: number, grade: Grade): Draft[] {
    const best = this.said.kept.best ?? -1;
    const again = this.said.kept.completed && grade.score > best ? this.completed(at, grade) : [];
    this.keep({ passed: this.said.kept.passed || grade.passed, best: Math.max(best, grade.score) });
    return [this.defined(grade.passed ? 'passed' : 'failed', at, judged(grade)), ...again];
  }

  protected override completed(at: number, grade: Grade | null): Draft[] {
    this.keep({ completed: true });
    return [this.defined('completed', at, { completion: true, ...(grade === null ? {} : judged(grade)) })];
  }

  /** No verb is cmi5's here. */
  protected override defined(verb: Verb, at: number, result: JsonObject | null): Draft {
    return { ...super.defined(verb, at, result), defined: false };
  }
}

/** cmi5 9.3: each verb once a session, passed or failed, passed and completed once a registration. */
export class Cmi5 extends Common {
  override closed(at: number, sure: boolean): Draft[] {
    const { unmet, passed, failed, terminated } = this.said.marks;
    if (unmet === null || passed || failed || terminated || this.said.kept.passed) return super.closed(at, sure);
    this.mark({ failed: true });
    return [this.defined('failed', at, judged({ score: unmet, passed: false })), ...super.closed(at, sure)];
  }

  /** A failure can still be made good: only the exit tells it. */
  protected override graded(at: number, grade: Grade): Draft[] {
    const { marks, kept } = this.said;
    this.keep({ best: Math.max(kept.best ?? 0, grade.score) });
    if (kept.passed || marks.passed || marks.failed) return [];
    this.mark({ unmet: grade.passed ? null : grade.score, passed: grade.passed });
    if (!grade.passed) return [];
    this.keep({ passed: true });
    return [this.defined('passed', at, judged(grade))];
  }

  protected override completed(at: number): Draft[] {
    if (this.said.marks.completed) return [];
    this.mark({ completed: true });
    this.keep({ completed: true });
    return [this.defined('completed', at, { completion: true })];
  }
}

/** cmi5 10.2.2: in Browse and Review only the frame of the session is told. */
export class Looking extends Cmi5 {
  override opened(at: number): Draft[] {
    return super.opened(at, false);
  }

  override happened(): Draft[] {
    return [];
  }

  override closed(at: number, sure: boolean): Draft[] {
    return super.closed(at, sure).filter((draft) => draft.defined === true && draft.verb === 'terminated');
  }
}

function judged(grade: Grade): JsonObject {
  return { success: grade.passed, score: scoreOf(grade.score) };
}
