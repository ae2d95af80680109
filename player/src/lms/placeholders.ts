/**
 * Values that stand in for others for one instant. Some LMSs mark values as sent before they send
 * them: after a failure they send neither these again nor equal ones, only values that differ.
 */

type Other = (value: string) => string;

/** The first that fits; a value of an element that none names is replaced by nothing. */
const OTHERS: readonly (readonly [RegExp, Other])[] = [
  [/\.score\.(raw|min|max)$/u, score],
  // Never « completed », though it is nearer to « passed »: Chamilo keeps it for good, and the score that came with it.
  [/\.(lesson_)?status$/u, (value) => (value === 'incomplete' ? 'browsed' : 'incomplete')],
  [/\.exit$/u, () => 'time-out'],
  [/\.lesson_location$|\.id$/u, (value) => `${value.slice(0, 254)}-`],
  [/\.type$/u, () => 'performance'],
  [/\.(pattern|student_response)$/u, () => '-'],
  [/\.result$/u, () => 'neutral'],
  [/\.weighting$/u, score],
  [/\.latency$/u, latency],
  [/\.time$/u, (value) => `${value}.01`],
];

/** null: each value of this element differs from the one before, or the last alone counts. */
export function placeholder(element: string, value: string): string | null {
  const other = OTHERS.find(([name]) => name.test(element))?.[1];
  return other === undefined ? null : other(value);
}

/** A hundredth less: never a pass that isn't one. */
function score(value: string): string {
  const less = Math.round(Number(value) * 100 - 1) / 100;
  return String(less < 0 ? 0.01 : less);
}

/** A hundredth of a second more, or less. */
function latency(value: string): string {
  return value.endsWith('99') ? `${value.slice(0, -2)}98` : value.replace(/\d\d$/u, (hundredths) => String(Number(hundredths) + 1).padStart(2, '0'));
}

const ORDER = [/^cmi\.interactions\./u, /^cmi\.objectives\./u, /\.score\./u, /\.lesson_status$/u, /\.lesson_location$/u, /\.suspend_data$/u, /\.session_time$/u];

/** As in every batch: records, score before status, exit last. */
export function ordered(values: ReadonlyMap<string, string>): [string, string][] {
  const rank = (element: string): number => (ORDER.findIndex((part) => part.test(element)) + 1 || ORDER.length + 1);
  return Array.from(values).sort(([a], [b]) => rank(a) - rank(b));
}
