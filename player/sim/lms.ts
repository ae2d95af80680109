/** A simulated SCORM 1.2 LMS that keeps every rule, logs every call and keeps data between launches. */

import { Model } from './model';
import type { Answer } from './model';
import { DEFAULTS } from './types';
import type { Call, Method, SimApi, SimOptions } from './types';
import { orderWarning, warningOf } from './warnings';

const TEXTS: Readonly<Record<string, string>> = {
  '0': 'No error',
  '101': 'General exception',
  '201': 'Invalid argument error',
  '202': 'Element cannot have children',
  '203': 'Element not an array - cannot have count',
  '301': 'Not initialized',
  '401': 'Not implemented error',
  '402': 'Invalid set value, element is a keyword',
  '403': 'Element is read only',
  '404': 'Element is write only',
  '405': 'Incorrect data type',
};
/** Neither comes back at the next launch as it was. */
const OF_A_SESSION = ['cmi.core.exit', 'cmi.core.session_time'];

type Result = Answer & { readonly warning?: string };

const yes: Result = { value: 'true', error: '0', why: '' };
const no = (error: string, why: string): Result => ({ value: 'false', error, why });

export class StrictLms {
  readonly api: SimApi;
  readonly log: Call[] = [];
  private readonly options: SimOptions;
  private phase: 'before' | 'running' | 'finished' = 'before';
  private model: Model;
  private batch: string[] = [];
  private error = '0';
  private why = '';
  private listener: (call: Call) => void = () => undefined;

  constructor(options: Partial<SimOptions> = {}) {
    this.options = { ...DEFAULTS, ...options };
    this.model = new Model(new Map(this.kept()), this.options.without);
    this.api = {
      LMSInitialize: (...args) => this.logged('LMSInitialize', args, () => this.initialize(args)),
      LMSFinish: (...args) => this.logged('LMSFinish', args, () => this.finish(args)),
      LMSGetValue: (...args) => this.logged('LMSGetValue', args, () => this.getValue(String(args[0]))),
      LMSSetValue: (...args) => this.logged('LMSSetValue', args, () => this.setValue(String(args[0]), String(args[1]))),
      LMSCommit: (...args) => this.logged('LMSCommit', args, () => this.commit(args)),
      LMSGetLastError: () => this.error,
      LMSGetErrorString: (code) => TEXTS[String(code)] ?? '',
      LMSGetDiagnostic: () => this.why,
    };
  }

  /** Told after each call. */
  onCall(listener: (call: Call) => void): void {
    this.listener = listener;
  }

  /** What the content set, committed or not, in order of name. */
  current(): Record<string, string> {
    return Object.fromEntries(Array.from(this.model.values).sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** What is kept for the next launch, in order of name. */
  stored(): Record<string, string> {
    return Object.fromEntries(this.kept().sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** Calls that were refused or warned about. */
  faults(): Call[] {
    return this.log.filter((call) => call.verdict !== 'ok');
  }

  private initialize(args: unknown[]): Result {
    if (args[0] !== '') return no('201', 'the argument must be ""');
    if (this.phase !== 'before') return no('101', this.phase === 'running' ? 'already initialized' : 'already finished');
    this.phase = 'running';
    const { values } = this.model;
    const resumes = values.get('cmi.core.exit') === 'suspend';
    values.set('cmi.core.entry', resumes ? 'resume' : values.has('cmi.core.lesson_status') ? '' : 'ab-initio');
    OF_A_SESSION.forEach((name) => values.delete(name));
    const { learner, mastery, mode, credit, launchData } = this.options;
    const given = { 'cmi.core.student_id': learner.id, 'cmi.core.student_name': learner.name, 'cmi.core.lesson_mode': mode, 'cmi.core.credit': credit && mode === 'normal' ? 'credit' : 'no-credit', 'cmi.launch_data': launchData, 'cmi.student_data.mastery_score': mastery === null ? '' : String(mastery) };
    Object.entries(given).forEach(([name, value]) => values.set(name, value));
    if (!values.has('cmi.core.lesson_status')) values.set('cmi.core.lesson_status', 'not attempted');
    if (!values.has('cmi.core.total_time')) values.set('cmi.core.total_time', '0000:00:00.00');
    return yes;
  }

  private getValue(name: string): Result {
    return this.phase === 'running' ? this.model.get(name) : { value: '', error: '301', why: 'no session is open' };
  }

  private setValue(name: string, value: string): Result {
    if (this.phase !== 'running') return no('301', 'no session is open');
    const graded = this.options.mode === 'normal' && this.options.credit;
    const warning = warningOf(name, value, { model: this.model.values, writesGraded: graded });
    const answer = this.model.set(name, value);
    if (answer.error !== '0') return no(answer.error, answer.why);
    this.batch.push(name);
    return { ...answer, warning };
  }

  private commit(args: unknown[]): Result {
    if (args[0] !== '') return no('201', 'the argument must be ""');
    if (this.phase !== 'running') return no('301', 'no session is open');
    const warning = orderWarning(this.batch);
    this.keep();
    return { ...yes, warning };
  }

  private finish(args: unknown[]): Result {
    if (args[0] !== '') return no('201', 'the argument must be ""');
    if (this.phase !== 'running') return no('301', 'no session is open');
    const { values } = this.model;
    const untouched = values.get('cmi.core.lesson_status') === 'not attempted' && this.options.mode === 'normal' && this.options.credit;
    const warning = untouched ? 'some LMSs complete what is left « not attempted »' : orderWarning(this.batch);
    values.set('cmi.core.total_time', sum(values.get('cmi.core.total_time') ?? '', values.get('cmi.core.session_time') ?? ''));
    this.judge(values);
    this.keep();
    this.phase = 'finished';
    return { ...yes, warning };
  }

  /** SCORM 1.2 RTE 3.4.4: with a mastery score the LMS judges, whatever the content said. */
  private judge(values: Map<string, string>): void {
    const raw = values.get('cmi.core.score.raw') ?? '';
    const { mastery, credit, mode } = this.options;
    if (mastery === null || raw === '' || !credit || mode !== 'normal') return;
    values.set('cmi.core.lesson_status', Number(raw) >= mastery ? 'passed' : 'failed');
  }

  /** Looking again at finished work changes nothing of it. */
  private keep(): void {
    this.batch = [];
    if (this.options.mode === 'normal') this.options.store?.setItem(this.options.key, JSON.stringify(Array.from(this.model.values)));
  }

  private kept(): [string, string][] {
    const text = this.options.store?.getItem(this.options.key) ?? null;
    return text === null || text === '' ? [] : (JSON.parse(text) as [string, string][]);
  }

  private logged(method: Method, args: readonly unknown[], run: () => Result): string {
    const result = run();
    this.error = result.error;
    this.why = result.why;
    const warning = result.warning ?? '';
    const verdict = result.error !== '0' ? 'refused' : warning === '' ? 'ok' : 'warning';
    const call: Call = { n: this.log.length + 1, method, args: args.map(String), value: result.value, error: result.error, verdict, why: verdict === 'warning' ? warning : result.why };
    this.log.push(call);
    this.listener(call);
    return result.value;
  }
}

/** Adds two time spans. */
function sum(a: string, b: string): string {
  const total = hundredths(a) + hundredths(b);
  const digits = (value: number, length: number): string => String(value).padStart(length, '0');
  const seconds = Math.floor(total / 100);
  return `${digits(Math.floor(seconds / 3600), 4)}:${digits(Math.floor(seconds / 60) % 60, 2)}:${digits(seconds % 60, 2)}.${digits(total % 100, 2)}`;
}

function hundredths(span: string): number {
  const match = /^(\d+):(\d\d):(\d\d)\.(\d\d)$/u.exec(span);
  if (match === null) return 0;
  const [hours = 0, minutes = 0, seconds = 0, rest = 0] = match.slice(1).map(Number);
  return ((hours * 60 + minutes) * 60 + seconds) * 100 + rest;
}
