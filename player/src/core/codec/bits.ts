/** A stream of bits, six to a character of the URL-safe base64 alphabet. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Bits that tell `values` values apart. */
export function width(values: number): number {
  return values <= 1 ? 0 : 32 - Math.clz32(values - 1);
}

export class BitWriter {
  private readonly bits: number[] = [];

  /** The `size` low bits of `value`, highest first. */
  put(value: number, size: number): void {
    for (let i = size - 1; i >= 0; i -= 1) this.bits.push((value >>> i) & 1);
  }

  flag(value: boolean): void {
    this.put(value ? 1 : 0, 1);
  }

  /** Characters of the alphabet. */
  word(text: string): void {
    for (const character of text) this.put(ALPHABET.indexOf(character), 6);
  }

  /** Zeros fill the last character. */
  text(): string {
    let out = '';
    for (let i = 0; i < this.bits.length; i += 6) {
      let value = 0;
      for (let j = 0; j < 6; j += 1) value = value * 2 + (this.bits[i + j] ?? 0);
      out += ALPHABET.charAt(value);
    }
    return out;
  }
}

/** Thrown by a reader when there is nothing sensible to read; the codec turns it into « damaged ». */
export class Unreadable extends Error {}

export class BitReader {
  private at = 0;

  constructor(private readonly source: string) {}

  take(size: number): number {
    let value = 0;
    for (let i = 0; i < size; i += 1) value = value * 2 + this.bit();
    return value;
  }

  flag(): boolean {
    return this.bit() === 1;
  }

  word(length: number): string {
    return Array.from({ length }, () => ALPHABET.charAt(this.take(6))).join('');
  }

  /** Throws unless only the zeros that fill the last character are left. */
  end(): void {
    if (this.source.length !== Math.ceil(this.at / 6)) throw new Unreadable('too long');
    while (this.at % 6 !== 0) if (this.flag()) throw new Unreadable('not a filling');
  }

  /** A value below `values`; what is not is a sign of damage. */
  below(values: number): number {
    const value = this.take(width(values));
    if (value >= Math.max(values, 1)) throw new Unreadable('value out of range');
    return value;
  }

  private bit(): number {
    const value = ALPHABET.indexOf(this.source.charAt(Math.floor(this.at / 6)));
    if (value < 0 || this.at >= this.source.length * 6) throw new Unreadable('too short');
    const bit = (value >> (5 - (this.at % 6))) & 1;
    this.at += 1;
    return bit;
  }
}
