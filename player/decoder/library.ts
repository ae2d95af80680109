/** Packages of the edition that read a state, and their data, which are beside the page; decodes nothing. */

import type { Bare, Entry, Shelf } from './package';
import type { Language } from './words';

export interface Candidate {
  readonly entry: Entry;
  /** Its place in its file. */
  readonly at: number;
  /** Whether it takes up what another version wrote. */
  readonly takesUp: boolean;
}

/** Those that write such states first, then those that take them up; in each, this language, then the newest version. */
export function candidates(packages: readonly Entry[], hash: string, language: Language): Candidate[] {
  const found = packages.flatMap((entry): Candidate[] => {
    const at = packages.filter(({ file }) => file === entry.file).indexOf(entry);
    if (entry.hash === hash) return [{ entry, at, takesUp: false }];
    return entry.earlier.includes(hash) ? [{ entry, at, takesUp: true }] : [];
  });
  const other = ({ entry }: Candidate): number => (entry.language.startsWith(language) ? 0 : 1);
  return found.sort((a, b) => Number(a.takesUp) - Number(b.takesUp) || other(a) - other(b) || newer(b.entry.version, a.entry.version));
}

function newer(a: string, b: string): number {
  const [one, two] = [a, b].map((version) => version.split('.').map(Number));
  const at = (one ?? []).findIndex((part, i) => part !== two?.[i]);
  return at < 0 ? 0 : (one?.[at] ?? 0) - (two?.[at] ?? 0);
}

/** Files of data, each loaded once, as a folder that is opened from a disk allows. */
export class Library {
  private readonly shelves = new Map<string, Promise<Shelf | null>>();
  private given: Shelf | null = null;

  constructor(private readonly page: Document) {}

  /** What a file that was loaded calls. */
  readonly take = (shelf: Shelf): void => {
    this.given = shelf;
  };

  /** null: its file is not there, or is none of ours. */
  async open({ entry, at }: Candidate): Promise<Bare | null> {
    const kept = this.shelves.get(entry.file) ?? this.load(entry.file);
    this.shelves.set(entry.file, kept);
    const shelf = await kept;
    if (shelf === null) this.shelves.delete(entry.file);
    return shelf?.packages[at] ?? null;
  }

  private load(file: string): Promise<Shelf | null> {
    return new Promise((resolve) => {
      const script = this.page.createElement('script');
      const done = (): void => {
        script.remove();
        resolve(this.given);
        this.given = null;
      };
      script.addEventListener('load', done);
      script.addEventListener('error', done);
      script.src = file;
      this.page.head.append(script);
    });
  }
}
