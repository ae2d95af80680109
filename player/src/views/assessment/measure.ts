/** Scores drawn like measures: ticks at their true value, a threshold that crosses the bar. */

import { svg } from '../dom';
import { percent, t } from '../words';

const LEFT = 1;
const WIDE = 558;
const at = (value: number): number => LEFT + (WIDE * Math.min(100, Math.max(0, value))) / 100;
/** Closer than this, two labels would touch. */
const APART = 22;

/** The graduated scale of a result. */
export function scale(score: number, pass: number): SVGElement {
  const x = at(score);
  const cut = at(pass);
  const label = t('scale.label', { pass: percent(pass), score: percent(score) });
  const parts: SVGElement[] = [
    svg('path', { class: 'fi-sc-bg', d: `M${String(LEFT)} 20h${String(WIDE)}v14H${String(LEFT)}z` }),
    svg('path', { class: 'fi-sc-bar', d: `M${String(LEFT)} 20H${String(x)}v14H${String(LEFT)}z` }),
    svg('path', { class: 'fi-sc-base', d: `M${String(LEFT)} 34h${String(WIDE)}` }),
    ...ticks(),
    svg('path', { class: 'fi-sc-gap', d: `M${String(cut)} 19v14.5` }),
    svg('path', { class: 'fi-sc-pass', d: `M${String(cut)} 14v24` }),
    ...labels(score, pass),
  ];
  return svg('svg', { class: 'fi-scale', viewBox: '0 0 560 64', role: 'img', 'aria-label': label }, ...parts);
}

function ticks(): SVGElement[] {
  return Array.from({ length: 11 }, (_, i) => i * 10).flatMap((value) => {
    const major = value % 50 === 0;
    const tick = svg('path', { class: 'fi-sc-base', d: `M${String(at(value))} 34v${major ? '8' : '5'}` });
    if (value % 20 !== 0) return [tick];
    const name = value === 0 ? 'is-start' : value === 100 ? 'is-end' : 'is-minor';
    return [tick, svg('text', { x: String(at(value)), y: '58', class: name }, value === 100 ? percent(100) : String(value))];
  });
}

/** The threshold's label ends at its line, yours begins at yours, unless they would meet. */
function labels(score: number, pass: number): SVGElement[] {
  const yours = t('scale.you', { score: percent(score) });
  const cut = t('scale.pass', { pass: percent(pass) });
  const right = score >= pass;
  const side = (value: number, after: boolean): string => (value < APART ? 'is-start' : value > 100 - APART ? 'is-end' : after ? 'is-start' : 'is-end');
  const word = (value: number, after: boolean, words: string): SVGElement => {
    const name = side(value, after);
    return svg('text', { class: `fi-t-b ${name}`, x: String(at(value) + (name === 'is-start' ? 4 : -4)), y: '11' }, words);
  };
  const near = Math.abs(score - pass) < APART && side(score, right) === side(pass, !right);
  return near ? [svg('text', { class: 'fi-t-b', x: '280', y: '11' }, `${yours} · ${String(cut)}`)] : [word(pass, !right, cut), word(score, right, yours)];
}

/** A bar of one objective, from 0 to 1. */
export function meter(name: string, score: number, pass: number): SVGElement {
  const label = t('meter.label', { name, score: percent(score * 100), pass: percent(pass) });
  const cut = String(pass * 4);
  const box = { viewBox: '0 0 400 10', preserveAspectRatio: 'none', role: 'img', 'aria-label': label };
  return svg('svg', { class: 'fi-meter', ...box },
    svg('path', { class: 'is-bg', d: 'M0 0h400v10H0z' }),
    svg('path', { class: score * 100 < pass ? 'is-v is-low' : 'is-v', d: `M0 0h${String(400 * score)}v10H0z` }),
    svg('path', { class: 'is-gap', d: `M${String(cut)} 0v10`, 'vector-effect': 'non-scaling-stroke' }),
    svg('path', { class: 'is-cut', d: `M${String(cut)}-3v16`, 'vector-effect': 'non-scaling-stroke' }));
}
