/** A transcript in words, line by line: those of `filiere decode` (src/transcript/told.rs), and nothing more. */

import type { Verdict } from '../src/core/types';
import type { Answered } from './answered';
import type { Document } from './pasted';
import type { Assessment, Counted, Transcript, Tried } from './said';
import { oneSpace, perCent, plain } from './words';
import type { Speech } from './words';

/** A line that begins with a line end begins a part; spaces before it say what it belongs to. */
export interface Line {
  readonly text: string;
  /** Of the answer that the line judges. */
  readonly verdict?: Verdict;
}

export function told(said: Transcript, speech: Speech): Line[] {
  const { say } = speech;
  return [
    ...head(said, speech),
    ...pages(said, speech),
    ...part(said.practice, say('PRACTICE'), ({ tries, checked, answered }) => question('', answered, checkedSo(tries, checked, speech), speech)),
    ...(said.assessment === null ? [] : assessment(said.assessment, speech)),
    ...part(said.ratings, say('RATINGS'), ({ objective, text, before, after }) => [{ text: say('RATING', { objective, text, before: rated(before), after: rated(after) }) }]),
  ];
}

/** What the command prints. */
export function textOf(lines: readonly Line[]): string {
  return lines.map(({ text }) => `${text}\n`).join('');
}

function part<T>(list: readonly T[], title: string, lines: (one: T) => Line[]): Line[] {
  return list.length === 0 ? [] : [{ text: title }, ...list.flatMap(lines)];
}

function head({ module, state, document, status, here }: Transcript, speech: Speech): Line[] {
  const { say } = speech;
  const { title, id, version, language } = module;
  const { schema, sequence, earlier, lost, joined: count } = state;
  const texts = [
    say('MODULE', { title, id, version, language }),
    say(count > 1 ? 'JOINED' : earlier ? 'EARLIER' : 'OWN', { schema, sequence, count }),
    ...(lost.length === 0 ? [] : [say('LOST', { lost: lost.join(', ') })]),
    ...(document === null ? [] : [stored(document, speech)]),
    say('STATUS', { status: say(`STATUS_${status.toUpperCase()}`) }),
    here === null ? say('ASSESSMENT_IN_FRONT') : say('PAGE_IN_FRONT', here),
  ];
  return texts.map((text) => ({ text }));
}

function stored({ passed, completed, best, beside }: Document, speech: Speech): string {
  const { say } = speech;
  const word = (is: boolean): string => say(is ? 'YES' : 'NO');
  return say('DOCUMENT', { passed: word(passed), completed: word(completed), best: best === null ? say('NO_GRADE') : perCent(best * 100, speech), beside });
}

function pages({ pages: all }: Transcript, { say }: Speech): Line[] {
  const opened = all.filter((page) => page.opened).length;
  const lines = all.map(({ id, title, opened: is, done }) => ({ text: say('PAGE', { id, title, state: say(!is ? 'PAGE_CLOSED' : done ? 'PAGE_DONE' : 'PAGE_OPEN') }) }));
  return [{ text: say('PAGES', { opened, all: all.length }) }, ...lines];
}

function checkedSo(tries: number, checked: boolean, { say }: Speech): string {
  if (tries === 0) return say('UNCHECKED');
  const again = checked ? '' : '_REOPENED';
  return tries === 1 ? say(`CHECKED_ONCE${again}`) : say(`CHECKED${again}`, { tries });
}

/** Its id and prompt, what was given, what it is worth. */
function question(number: string, answered: Answered, more: string, speech: Speech): Line[] {
  const { say } = speech;
  const { id, verdict, given, expected } = answered;
  const first = { text: say('QUESTION', { number, id, prompt: oneSpace(answered.prompt) }) };
  if (verdict === 'blank') return [first, { text: say('NO_ANSWER', { more }), verdict }];
  return [
    first,
    { text: say('ANSWER', { given: spoken(answered, given, speech) }) },
    { text: say('VERDICT', { verdict: say(verdict.toUpperCase()), more }), verdict },
    ...(verdict === 'right' ? [] : [{ text: say('EXPECTED', { expected: spoken(answered, expected, speech) }) }]),
  ];
}

function spoken({ type }: Answered, given: readonly string[], { say }: Speech): string {
  if (type === 'true-false') return say(given.length === 1 && given[0] === 'true' ? 'TRUE' : 'FALSE');
  return given.map((said) => say('QUOTED', { said })).join(', ');
}

function assessment({ pass, count, allowed, grades, attempt }: Assessment, speech: Speech): Line[] {
  const { say } = speech;
  const of = allowed === null ? say('WITHOUT_LIMIT') : say('OF_ATTEMPTS', { most: allowed });
  return [
    { text: say('ASSESSMENT', { pass: perCent(pass, speech), count, of }) },
    ...(grades === null ? [] : [{ text: counts(grades, speech) }]),
    ...(attempt === null ? [] : attempted(attempt, speech)),
  ];
}

function counts({ rule, counts: grade, passed, first, best, last, average }: Counted, speech: Speech): string {
  const { say } = speech;
  const [counted, one, two, three, four] = [grade, first, best, last, average].map((value) => perCent(value, speech));
  const values = { counts: counted ?? '', first: one ?? '', best: two ?? '', last: three ?? '', average: four ?? '' };
  return say('GRADES', { rule: say(`RULE_${rule.toUpperCase()}`), passed: say(passed ? 'PASSED' : 'NOT_PASSED'), ...values });
}

function attempted({ number, phase, at, points, total, score, questions }: Tried, speech: Speech): Line[] {
  const { say } = speech;
  const values = { number, at, points: plain(points, speech), total: plain(total, speech), score: perCent(score, speech) };
  const asked = questions.flatMap(({ flagged, points: worth, answered }, i) => {
    const got = { points: plain(answered.score * worth, speech), total: plain(worth, speech) };
    return question(`${String(i + 1)}. `, answered, say('ASKED', { ...got, flag: flagged ? say('FLAGGED') : '' }), speech);
  });
  return [{ text: say(`ATTEMPT_${phase.toUpperCase()}`, values) }, ...asked];
}

function rated(value: number): string {
  return value === 0 ? '–' : `${String(value)}/4`;
}
