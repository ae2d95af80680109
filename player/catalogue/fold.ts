/** Words as people type them when they search: without accents, capitals and signs. */
export function fold(text: string): string {
  return text.replace(/œ/giu, 'oe').replace(/æ/giu, 'ae').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}.]+/gu, ' ').trim();
}
