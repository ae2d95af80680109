/** Turns the facts of xAPI launches into findings; it asks nothing. */

import type { Facts } from '../facts';
import { found } from '../findings';
import type { Finding } from '../findings';
import type { Stage } from '../scorm12/judge';
import { MODULE_ROOM } from '../scorm12/samples';

const LARGEST = '524288';

export function stages(facts: Facts): Stage[] {
  const launch = Number(facts['launch'] ?? 1);
  const all: Stage[] = [{ launch: 1, findings: [...opened(facts), ...written(facts)] }];
  if (launch > 1) all.push({ launch: 2, findings: [...returned(facts), ...given(facts)] });
  return all;
}

function split(facts: Facts, name: string): [string, string] {
  const [word = '', value = ''] = (facts[name] ?? '').split('/');
  return [word, value];
}

function opened(facts: Facts): Finding[] {
  const standard = facts['standard'];
  if (standard !== 'cmi5' && standard !== 'tincan') return [found('launch', 'none')];
  const out: Finding[] = [found('launch', standard)];
  const [token, code] = split(facts, 'token');
  if (standard === 'cmi5') out.push(found('token', token === 'yes' ? 'yes' : token === 'kept' ? 'kept' : 'no', code));
  out.push(found('person', facts['person'] === '11' ? 'both' : facts['person'] === '10' ? 'actor' : 'none'));
  const reach = (['same', 'other', 'origin'] as const).find((one) => one === facts['reach']) ?? 'no';
  if (facts['reach'] !== undefined) out.push(found('reach', reach, facts['host'] ?? ''));
  const [data, detail] = split(facts, 'data');
  if (facts['data'] !== undefined) out.push(found('data', data === 'Normal' ? 'normal' : data === 'no' ? 'no' : 'looking', data === 'no' ? detail : data, detail));
  return out;
}

function written(facts: Facts): Finding[] {
  if (facts['document'] === undefined) return [];
  const [document, code] = split(facts, 'document');
  const volume = facts['volume'] ?? '0';
  const [begun, why] = split(facts, 'begun');
  return [
    found('document', document === 'kept' ? 'kept' : document === 'other' ? 'other' : 'refused', code),
    found('tag', facts['tag'] === 'yes' ? 'yes' : 'hidden'),
    found('guard', facts['guard'] === '412' ? 'yes' : 'no', facts['guard'] ?? ''),
    found('volume', volume === LARGEST ? 'whole' : volume === '0' ? 'none' : 'some', volume, LARGEST),
    found('begun', begun === 'yes' ? 'yes' : 'no', why),
    rereadOf('reread', facts),
    ...(facts['stored'] === undefined ? [] : [found('stored', facts['stored'] === 'yes' ? 'yes' : 'no', split(facts, 'stored')[1])]),
  ];
}

function rereadOf(id: 'reread' | 'ended', facts: Facts): Finding {
  const [word, code] = split(facts, id);
  return found(id, word === 'yes' ? 'yes' : word === 'denied' ? 'denied' : 'no', code);
}

function returned(facts: Facts): Finding[] {
  const [kind, length] = split(facts, 'back');
  const left = facts['left'] ?? '';
  const farewell = left.includes('p') ? 'gone' : left.includes('h') ? 'hidden' : (facts['went'] ?? '') === '' ? 'unseen' : 'none';
  return [
    found('returned', kind === 'whole' ? 'whole' : 'cut', length, String(MODULE_ROOM)),
    found('farewell', farewell),
    rereadOf('ended', facts),
  ];
}

function given(facts: Facts): Finding[] {
  const result = facts['result'];
  if (result === undefined) return [];
  if (result === 'looking') return [found('result', 'looking')];
  return [found('result', result === 'passed+completed' ? 'yes' : 'part', result === '' ? '—' : result.replace('+', ', '))];
}
