/** Spellings of a unit as a product of powers; it knows no unit. */

const PARTS = /([/()])|([^\s()/.*·⋅×\d-]+|\d+)(?:\(?(-?\d{1,2})\)?)?/gu;

/** Whether two texts are one unit: `kg/m³` and `m^-3·kg`, `kN m` and `kN.m`, `µm` and `μm`. */
export function sameUnit(one: string, other: string): boolean {
  return factors(one) === factors(other);
}

function factors(text: string): string {
  const plain = text.replace(/º/gu, '°').normalize('NFKC').replace(/\^/gu, '').replace(/\u2212/gu, '-');
  const powers: Record<string, number> = {};
  const signs = [1];
  let next = 1;
  for (const [, mark, name = '', power = 1] of plain.matchAll(PARTS)) {
    const sign = (signs[signs.length - 1] ?? 1) * next;
    next = mark === '/' ? -1 : 1;
    if (mark === '(') signs.push(sign);
    if (mark === ')') signs.pop();
    if (mark === undefined && name !== '1') powers[name] = (powers[name] ?? 0) + sign * Number(power);
  }
  return String(Object.entries(powers).filter(([, power]) => power !== 0).sort());
}
