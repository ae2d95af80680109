/** Reads and writes the values of one learner, and says with which error code it refuses. */

import { formFault } from './elements';
import type { Elements } from './rules';
import type { Value } from './types';

export interface Answer {
  readonly value: Value;
  readonly error: string;
  readonly why: string;
}

/** Error codes where LMSs differ; `0` answers emptiness without error. */
export interface Codes {
  readonly unknownRead: string;
  readonly unknownWrite: string;
  /** Writing `_children`, `_count` or `_version`, when there is one, and when there is none. */
  readonly keyword: string;
  readonly noKeyword: string;
  /** Reading a record that does not exist. */
  readonly absent: string;
  /** Writing a record that leaves a gap. */
  readonly gap: string;
  /** Lists where a gap is accepted. */
  readonly gappy: readonly string[];
  /** Which names have 202 for `_children` and 203 for `_count`: the others have the code of unknown ones. */
  readonly childless: 'elements' | 'all' | 'none';
  readonly countless: 'elements' | 'groups' | 'all' | 'none';
}

/** The data model of one LMS. */
export interface ModelRules {
  /** `n` and `m` stand for indices. */
  readonly elements: Elements;
  /** Groups and what `_children` says of them. */
  readonly children: Readonly<Record<string, string>>;
  readonly lists: readonly string[];
  /** What is read while nothing was set. */
  readonly unset: Readonly<Record<string, string>>;
  readonly codes: Codes;
  readonly counts: 'text' | 'number';
  /** Whether responses are judged by the type of their interaction. */
  readonly forms: boolean;
  /** Any name and any value are accepted. */
  readonly open: boolean;
}

const refuse = (error: string, why: string): Answer => ({ value: '', error, why });
const KEYWORD = /^cmi\._version$|\._(children|count|version)$/u;

export class Model {
  /** Records of each list that has some. */
  private readonly lengths = new Map<string, number>();

  constructor(
    private readonly rules: ModelRules,
    readonly values: Map<string, Value>,
    private readonly without: readonly string[],
  ) {
    for (const name of values.keys()) this.count(name);
  }

  get(name: string): Answer {
    if (this.isOutside(name)) return refuse('401', 'not implemented');
    const place = general(name);
    const { elements, unset, codes } = this.rules;
    const element = elements[place];
    if (element !== undefined) {
      if (element.readCode !== undefined) return refuse(element.readCode, 'not to be read here');
      if (codes.absent !== '0' && this.isAbsent(name)) return refuse(codes.absent, 'no such record');
      if (element.access === 'w') return refuse('404', 'write only');
      return { value: this.values.get(name) ?? unset[place] ?? '', error: '0', why: '' };
    }
    if (name === 'cmi._version' && unset[name] !== undefined) return { value: unset[name], error: '0', why: '' };
    if (place.endsWith('._children')) return this.children(place.slice(0, -'._children'.length));
    if (place.endsWith('._count')) return this.countOf(name.slice(0, -'._count'.length));
    return refuse(codes.unknownRead, 'no such element');
  }

  /** Why a value is refused, or null. */
  fault(name: string, value: string): Answer | null {
    const { codes, elements, open } = this.rules;
    if (open) return null;
    const place = general(name);
    const element = elements[place];
    if (this.isOutside(name)) return refuse('401', 'not implemented');
    if (element === undefined && KEYWORD.test(place)) return refuse(this.hasKeyword(place) ? codes.keyword : codes.noKeyword, 'a keyword, not an element');
    if (element === undefined) return refuse(codes.unknownWrite, 'no such element');
    if (element.writeCode !== undefined) return refuse(element.writeCode, 'not to be written here');
    if (element.access === 'r') return refuse('403', 'read only');
    const why = element.rule(value) ?? this.formFault(name, value);
    if (why !== null) return refuse('405', why);
    if (this.leavesGap(name)) return refuse(codes.gap, 'an index that leaves a gap');
    return null;
  }

  /** Sets a value that has no fault. */
  set(name: string, value: string): void {
    const element = this.rules.elements[general(name)];
    const before = element?.appends === true ? String(this.values.get(name) ?? '') : '';
    this.values.set(name, element?.number === true ? Number(value) : before + value);
    this.count(name);
  }

  /** A group that this LMS does not have. */
  private isOutside(name: string): boolean {
    return this.without.some((group) => name.startsWith(`cmi.${group}.`));
  }

  private isAbsent(name: string): boolean {
    return indices(name).some(({ list, index }) => index >= (this.lengths.get(list) ?? 0));
  }

  private leavesGap(name: string): boolean {
    return indices(name).some(({ list, index }) => index > (this.lengths.get(list) ?? 0) && !this.rules.codes.gappy.includes(general(list)));
  }

  private count(name: string): void {
    for (const { list, index } of indices(name)) this.lengths.set(list, Math.max(index + 1, this.lengths.get(list) ?? 0));
  }

  private hasKeyword(place: string): boolean {
    const of = place.replace(/\._\w+$/u, '');
    return place === 'cmi._version' || of in this.rules.children || this.rules.lists.includes(of);
  }

  private children(place: string): Answer {
    const { children, elements, codes } = this.rules;
    const known = children[place];
    if (known !== undefined) return { value: known, error: '0', why: '' };
    return codes.childless === 'all' || (codes.childless === 'elements' && place in elements) ? refuse('202', 'has no children') : refuse(codes.unknownRead, 'no such element');
  }

  private countOf(name: string): Answer {
    const { lists, elements, children, codes, counts } = this.rules;
    const place = general(name);
    if (lists.includes(place)) {
      if (codes.absent !== '0' && this.isAbsent(name)) return refuse(codes.absent, 'no such record');
      const length = this.lengths.get(name) ?? 0;
      return { value: counts === 'number' ? length : String(length), error: '0', why: '' };
    }
    const counted = codes.countless !== 'none' && (codes.countless === 'all' || place in elements || (codes.countless === 'groups' && place in children));
    return counted ? refuse('203', 'not a list') : refuse(codes.unknownRead, 'no such element');
  }

  private formFault(name: string, value: string): string | null {
    const match = this.rules.forms ? /^(cmi\.interactions\.\d+)\.(?:correct_responses\.\d+\.)?(student_response|pattern)$/u.exec(name) : null;
    const [, record = '', part] = match ?? [];
    if (part !== 'student_response' && part !== 'pattern') return null;
    const type = this.values.get(`${record}.type`);
    return formFault(type === undefined ? undefined : String(type), part, value);
  }
}

/** The name with `n` for its first index and `m` for its second. */
export function general(name: string): string {
  return name.replace(/\.\d+(?=\.|$)/u, '.n').replace(/\.\d+(?=\.|$)/u, '.m');
}

/** Each index of a name, with the list that it is of. */
function indices(name: string): { list: string; index: number }[] {
  if (!/\.\d/u.test(name)) return [];
  const parts = name.split('.');
  return parts.flatMap((part, i) => (i > 0 && /^\d+$/u.test(part) ? [{ list: parts.slice(0, i).join('.'), index: Number(part) }] : []));
}
