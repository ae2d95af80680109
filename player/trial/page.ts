/** Puts a launch and its surroundings together on the page. */

import type { Finding } from './findings';
import { surroundings } from './place';
import type { Section } from './report';
import type { Line } from './scorm12/api';
import { one, show } from './view';
import { around, computer } from './window';
import { EN } from './words/en';
import { FR } from './words/fr';
import type { Words } from './words/words';

/** A launch as the page shows it. */
export interface Shown {
  readonly standard: string;
  /** From 1; 0: no platform. */
  readonly launch: number;
  readonly stages: readonly { readonly launch: 1 | 2 | 3; readonly findings: readonly Finding[] }[];
  readonly log: readonly Line[];
}

export function wordsOfPage(): Words {
  return document.documentElement.lang.startsWith('fr') ? FR : EN;
}

export function announce(words: Words): void {
  one('status').textContent = words.running;
}

export async function present(shown: Shown, words: Words): Promise<void> {
  const stages: Section[] = shown.stages.map(({ launch, findings }) => ({ title: words.launches[launch - 1] ?? '', findings }));
  const sections = [...stages, { title: words.place, findings: await surroundings(around()) }];
  const { date, address, browser, language, zone } = computer();
  const launch = shown.launch === 0 ? '—' : String(shown.launch);
  const head = [[words.standard, shown.standard], [words.launch, launch], [words.date, date], [words.address, address], [words.browser, browser], [words.language, language], [words.zone, zone]] as const;
  const next = shown.launch === 0 ? words.missing : words.next[Math.min(shown.launch, 3) - 1] ?? '';
  for (const step of [1, 2, 3]) {
    const item = one(`step-${String(step)}`);
    if (Math.min(shown.launch, 3) === step) item.setAttribute('aria-current', 'step');
  }
  show({ head, sections, log: shown.log, next }, words);
}
