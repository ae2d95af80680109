/** Fills the sentences that the compiler wrote into the page, as src/transcript/words.rs does; it has none of its own. */

export type Language = 'fr' | 'en';

/** Sentences with holes, `{name}`, by name. */
export type Words = Readonly<Record<Language, Readonly<Record<string, string>>>>;

export interface Speech {
  readonly language: Language;
  say(name: string, values?: Readonly<Record<string, string | number>>): string;
}

export function speech(words: Words, language: Language): Speech {
  const say = (name: string, values: Readonly<Record<string, string | number>> = {}): string => {
    const sentence = words[language][name];
    if (sentence === undefined) throw new Error(`there is no sentence ${name}`);
    return spaced(sentence.replace(/\{(\w+)\}/gu, (_, hole: string) => String(values[hole] ?? '')), language);
  };
  return { language, say };
}

/** No-break spaces inside « », and before `:` and `%` in French (src/diag/text.rs). */
function spaced(text: string, language: Language): string {
  const quoted = text.replace(/« /gu, '«\u00a0').replace(/ »/gu, '\u00a0»');
  return language === 'en' ? quoted : quoted.replace(/ : /gu, '\u00a0: ').replace(/ %/gu, '\u00a0%');
}

/** At most two decimals. */
export function plain(value: number, { language }: Speech): string {
  const text = String(Math.round(value * 100) / 100);
  return language === 'en' ? text : text.replace('.', ',');
}

/** « 85,5 % », “85.5%”. */
export function perCent(value: number, speech: Speech): string {
  return speech.say('PER_CENT', { number: plain(value, speech) });
}

/** One space for each run of what Unicode calls white space. */
export function oneSpace(text: string): string {
  return text.split(/(?:[^\S\ufeff]|\u0085)+/u).filter((word) => word !== '').join(' ');
}
