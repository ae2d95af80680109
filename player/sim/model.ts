/** Reads and writes the values of one learner, and says with which error code it refuses. */

import { CHILDREN, ELEMENTS, formFault, LISTS } from './elements';

export interface Answer {
  readonly value: string;
  readonly error: string;
  readonly why: string;
}

const refuse = (error: string, why: string): Answer => ({ value: '', error, why });

export class Model {
  constructor(
    readonly values: Map<string, string>,
    private readonly without: readonly string[],
  ) {}

  get(name: string): Answer {
    const place = general(name);
    const fault = this.placeFault(name, false);
    if (fault !== null) return fault;
    if (name === 'cmi._version') return { value: '3.4', error: '0', why: '' };
    if (place.endsWith('._children')) return this.children(place.slice(0, -'._children'.length));
    if (place.endsWith('._count')) return this.count(name.slice(0, -'._count'.length));
    const element = ELEMENTS[place];
    if (element === undefined) return refuse('201', 'no such element');
    if (element.access === 'w') return refuse('404', 'write only');
    return { value: this.values.get(name) ?? '', error: '0', why: '' };
  }

  set(name: string, value: string): Answer {
    const place = general(name);
    const fault = this.placeFault(name, true);
    if (fault !== null) return fault;
    if (/\._(children|count|version)$/u.test(place) || place === 'cmi._version') return refuse('402', 'a keyword, not an element');
    const element = ELEMENTS[place];
    if (element === undefined) return refuse('201', 'no such element');
    if (element.access === 'r') return refuse('403', 'read only');
    const why = element.rule(value) ?? this.formFault(name, value);
    if (why !== null) return refuse('405', why);
    this.values.set(name, place === 'cmi.comments' ? (this.values.get(name) ?? '') + value : value);
    return { value: 'true', error: '0', why: '' };
  }

  /** How many records of a list have a value. */
  length(list: string): number {
    const indices = Array.from(this.values.keys()).flatMap((name) => (name.startsWith(`${list}.`) ? [Number(name.slice(list.length + 1).split('.')[0])] : []));
    return indices.length === 0 ? 0 : Math.max(...indices) + 1;
  }

  /** A group that this LMS does not have, or an index that leaves a gap. */
  private placeFault(name: string, writing: boolean): Answer | null {
    if (this.without.some((group) => name.startsWith(`cmi.${group}.`))) return refuse('401', 'not implemented');
    const parts = name.split('.');
    for (let i = 1; i < parts.length; i += 1) {
      if (!/^\d+$/u.test(parts[i] ?? '')) continue;
      const count = this.length(parts.slice(0, i).join('.'));
      const index = Number(parts[i]);
      if (index > count || (!writing && index === count)) return refuse('201', `index ${String(index)} of ${String(count)} records`);
    }
    return null;
  }

  private children(place: string): Answer {
    const children = CHILDREN[place];
    if (children !== undefined) return { value: children, error: '0', why: '' };
    return place in ELEMENTS ? refuse('202', 'has no children') : refuse('201', 'no such element');
  }

  private count(name: string): Answer {
    const place = general(name);
    if (LISTS.includes(place)) return { value: String(this.length(name)), error: '0', why: '' };
    return place in ELEMENTS || place in CHILDREN ? refuse('203', 'not a list') : refuse('201', 'no such element');
  }

  private formFault(name: string, value: string): string | null {
    const match = /^(cmi\.interactions\.\d+)\.(?:correct_responses\.\d+\.)?(student_response|pattern)$/u.exec(name);
    const [, record = '', part] = match ?? [];
    if (part !== 'student_response' && part !== 'pattern') return null;
    return formFault(this.values.get(`${record}.type`), part, value);
  }
}

/** The name with `n` for its first index and `m` for its second. */
function general(name: string): string {
  return name.replace(/\.\d+(?=\.|$)/u, '.n').replace(/\.\d+(?=\.|$)/u, '.m');
}
