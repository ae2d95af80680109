/** Turns the facts of SCORM 1.2 launches into findings; it calls nothing. */

import type { Facts } from '../facts';
import { found } from '../findings';
import type { Finding } from '../findings';
import { GROUPS, LARGE_ROOM, LOCATION_ROOM, MASTERY, MODULE_ROOM, STANDARD_ROOM } from './samples';

/** Findings of one launch. */
export interface Stage {
  readonly launch: 1 | 2 | 3;
  readonly findings: readonly Finding[];
}

export function stages(facts: Facts): Stage[] {
  const launch = Number(facts['launch'] ?? 1);
  const all: Stage[] = [{ launch: 1, findings: [...opened(facts), ...firstOf(facts)] }];
  if (launch > 1) all.push({ launch: 2, findings: [...returned(facts), ...resultOf(facts)] });
  if (launch > 2) all.push({ launch: 3, findings: afterwards(facts) });
  return all;
}

/** A fact and the number or code behind its slash. */
function split(facts: Facts, name: string): [string, string, string] {
  const [word = '', value = '', more = ''] = (facts[name] ?? '').split('/');
  return [word, value, more];
}

function opened(facts: Facts): Finding[] {
  const [where = 'none', hops = '0'] = (facts['where'] ?? 'none').split(':');
  const place = (['own', 'parent', 'opener', 'document'] as const).find((one) => one === where) ?? 'none';
  if (place === 'none') return [found('api', 'none')];
  const [init, code] = split(facts, 'init');
  const begun = init === 'true' ? 'yes' : ['101', '103'].includes(code) ? 'running' : 'no';
  const error = facts['error'] ?? '';
  return [
    found('api', place, hops),
    ...(facts['back'] === 'none' ? [found('back', 'none', '0', String(MODULE_ROOM))] : []),
    found('init', begun, code),
    found('errors', /^[1-9]\d\d$/u.test(error) ? 'told' : 'silent', error),
    modeOf(facts),
    learnerOf(facts),
    givenOf(facts),
  ];
}

function modeOf(facts: Facts): Finding {
  const [mode = '', credit = ''] = [facts['mode'], facts['credit']];
  if (mode === '') return found('mode', 'untold');
  return found('mode', mode === 'normal' && credit !== 'no-credit' ? 'normal' : 'looking', mode, credit === '' ? '—' : credit);
}

function learnerOf(facts: Facts): Finding {
  const known = facts['learner'] ?? '00';
  return found('learner', known === '11' ? 'both' : known === '00' ? 'none' : 'part');
}

function givenOf(facts: Facts): Finding {
  const [data, mastery] = [facts['data'] === 'same', Number(facts['mastery']) === Number(MASTERY)];
  const outcome = data && mastery ? 'both' : data || mastery ? 'part' : 'none';
  return found('given', outcome, facts['mastery'] === '' ? '—' : facts['mastery'] ?? '—');
}

function firstOf(facts: Facts): Finding[] {
  if (facts['status'] === undefined) return [];
  const [status, code] = split(facts, 'status');
  return [
    found('status', wordOf(status, ['kept', 'unread']) ?? 'refused', code),
    ...spaces(facts),
    recordsOf('interactions', facts),
    recordsOf('objectives', facts),
    ...(facts['commit'] === undefined ? [] : [found('commit', facts['commit'] === 'true' ? 'yes' : 'no', split(facts, 'commit')[1])]),
  ];
}

function spaces(facts: Facts): Finding[] {
  const [location, length] = split(facts, 'location');
  const [room, size] = split(facts, 'room');
  const [more, edge] = split(facts, 'more');
  const chars = facts['chars'] ?? '';
  return [
    found('location', wordOf(location, ['kept', 'cut', 'unread']) ?? 'refused', length, String(LOCATION_ROOM)),
    found('room', wordOf(room, ['kept', 'cut', 'unread']) ?? 'refused', size, String(STANDARD_ROOM)),
    found('more', wordOf(more, ['kept', 'some', 'unread']) ?? 'none', edge, String(LARGE_ROOM)),
    ...(chars === '?' ? [found('chars', 'unread')] : [found('chars', isAll(chars) ? 'all' : 'some', chars)]),
  ];
}

function recordsOf(id: 'interactions' | 'objectives', facts: Facts): Finding {
  const [taken, asked, lacking] = split(facts, id);
  return found(id, taken === asked ? 'all' : taken === '0' ? 'none' : 'some', taken, asked, lacking.replace(/\+/gu, ', '));
}

function returned(facts: Facts): Finding[] {
  const [kind, length] = split(facts, 'back');
  const [place, groups] = split(facts, 'place');
  const came = facts['came'] ?? '';
  const entry = facts['entry'] ?? '';
  return [
    found('back', kind === 'whole' ? 'whole' : kind === 'cut' ? 'cut' : 'none', length, String(MODULE_ROOM)),
    found('resumed', entry === 'resume' ? 'yes' : 'no', entry === '' ? '—' : entry),
    found('kept', came === 'incomplete' ? 'same' : came === '' ? 'unread' : 'other', came),
    found('place', place === '0' ? 'none' : Number(place) === LOCATION_ROOM && isAll(groups) ? 'whole' : 'some', place, String(LOCATION_ROOM)),
    timeOf(facts),
    leavingOf(facts),
    ...((facts['then'] ?? 'normal') === 'normal' ? [] : [modeOf({ mode: facts['then'] ?? '' })]),
  ];
}

function timeOf(facts: Facts): Finding {
  const [before, after] = [seconds(facts['total']), seconds(facts['spent'])];
  if (after === null) return found('time', 'unread');
  return found('time', Math.round(after - (before ?? 0)) === 60 ? 'summed' : 'other', facts['spent'] ?? '');
}

function leavingOf(facts: Facts): Finding {
  const [left, went] = [facts['left'] ?? '', facts['went'] ?? '?'];
  if (left.includes('p')) return found('leaving', 'finish');
  if (left.includes('h')) return found('leaving', 'hidden');
  return found('leaving', went === '?' || went === '' ? 'unseen' : 'none');
}

function resultOf(facts: Facts): Finding[] {
  if (facts['score'] === undefined) return [];
  const [score, code] = split(facts, 'score');
  const words = facts['words'] ?? '';
  return [
    found('score', wordOf(score, ['kept', 'unread']) ?? 'refused', code),
    found('words', words === 'passed+completed' ? 'both' : 'some', words === '' ? '—' : words),
    ...(facts['declared'] === undefined ? [] : [found('declared', facts['declared'] === 'true' ? 'yes' : 'no', split(facts, 'declared')[1])]),
  ];
}

function afterwards(facts: Facts): Finding[] {
  const [judged = '', scored = '', mode = ''] = [facts['judged'], facts['scored'], facts['after']];
  return [
    found('judged', judged === '' ? 'unread' : judged === 'completed' ? 'same' : judged === 'passed' ? 'passed' : 'other', judged),
    found('scored', scored === '' ? 'unread' : Number(scored) === 80 ? 'same' : 'other', scored),
    found('after', mode === '' ? 'untold' : mode === 'normal' ? 'normal' : 'looking', mode),
  ];
}

function isAll(groups: string): boolean {
  return groups === Object.keys(GROUPS).join('');
}

function wordOf<W extends string>(word: string, known: readonly W[]): W | undefined {
  return known.find((one) => one === word);
}

/** `0000:01:00.00` as seconds; null: no time. */
function seconds(text = ''): number | null {
  const [hours, minutes, rest] = text.split(':').map(Number);
  const all = (hours ?? NaN) * 3600 + (minutes ?? NaN) * 60 + (rest ?? NaN);
  return Number.isFinite(all) ? all : null;
}
