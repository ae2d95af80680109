/** Writes values in the strictest syntax that SCORM 1.2 systems agree on. */

import type { Interaction } from './lms';

/** SCORM 1.2 RTE 3.4: CMIString255, CMIFeedback. */
const MOST_TEXT = 255;

/** A score of 0 to 1 as CMIDecimal 0–100: dot, at most two decimals. */
export function percent(score: number): string {
  return decimal(Math.min(Math.max(score, 0), 1) * 100);
}

/** At most two decimals, no exponent. */
export function decimal(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** CMITimespan in the one form that all accept: HHHH:MM:SS.SS. */
export function timespan(seconds: number): string {
  const hundredths = Math.min(Math.max(0, Math.floor(seconds * 100 + 1e-6)), 9999 * 360000 + 359999);
  const whole = Math.floor(hundredths / 100);
  const parts = [digits(Math.floor(whole / 3600), 4), digits(Math.floor(whole / 60) % 60, 2), digits(whole % 60, 2)];
  return `${parts.join(':')}.${digits(hundredths % 100, 2)}`;
}

/** CMITime: the learner's clock. */
export function clock(at: number, offset: number): string {
  const local = new Date(at + offset * 60000);
  return [local.getUTCHours(), local.getUTCMinutes(), local.getUTCSeconds()].map((part) => digits(part, 2)).join(':');
}

/** CMIIdentifier: letters, digits, - and _ only. */
export function identifier(text: string): string {
  return text.replace(/[^A-Za-z0-9_-]/gu, '-').slice(0, MOST_TEXT);
}

/** At most 255 code units, no character cut in two. */
export function feedback(text: string): string {
  if (text.length <= MOST_TEXT) return text;
  const cut = text.slice(0, MOST_TEXT);
  return /[\ud800-\udbff]$/u.test(cut) || /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}

export function response(record: Interaction): string {
  return feedback(record.response.join(','));
}

/** Several letters or pairs that are all required stand in braces. */
export function pattern(record: Interaction, alternative: readonly string[]): string {
  const set = record.kind === 'matching' || (record.kind === 'choice' && alternative.length > 1);
  return feedback(set ? `{${alternative.join(',')}}` : alternative.join(','));
}

/** `correct`, `wrong`, or a part between them that never reads as either. */
export function result(score: number): string {
  if (score >= 1) return 'correct';
  return score <= 0 ? 'wrong' : decimal(Math.min(Math.max(score, 0.01), 0.99));
}

/** A weight of 0 to 100. */
export function weighting(weight: number): string {
  return decimal(Math.min(Math.max(weight, 0), 100));
}

function digits(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
