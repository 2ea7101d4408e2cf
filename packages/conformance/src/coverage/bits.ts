/** A set of the numbers from 0 up to some size: bit `i` of byte `i >> 3` from the lowest is number `i`. */
export type Bits = Uint8Array;

export function noBits(size: number): Bits {
  return new Uint8Array(Math.ceil(size / 8));
}

export function hasBit(bits: Bits, number: number): boolean {
  return (((bits[number >> 3] as number) >> (number & 7)) & 1) === 1;
}

/** @returns whether the number is new */
export function addBit(bits: Bits, number: number): boolean {
  if (hasBit(bits, number)) return false;
  bits[number >> 3] = (bits[number >> 3] as number) | (1 << (number & 7));
  return true;
}

/** Adds all that another set of the same size has. */
export function addBits(bits: Bits, others: Bits): void {
  others.forEach((byte, i) => {
    bits[i] = (bits[i] as number) | byte;
  });
}

/** Those of a set that are not in another one of the same size. */
export function bitsWithout(bits: Bits, others: Bits): Bits {
  return bits.map((byte, i) => byte & ~(others[i] as number));
}

/** How many numbers there are in a set. */
export function countBits(bits: Bits): number {
  let count = 0;
  for (const byte of bits) for (let rest = byte; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** A set as text. */
export function textOfBits(bits: Bits): string {
  return Buffer.from(bits).toString('base64');
}

/** The set of a text that {@link textOfBits} wrote for sets of this size; nothing if it cannot be one. */
export function bitsOfText(text: string, size: number): Bits | undefined {
  const bytes = Math.ceil(size / 8);
  if (text.length !== Math.ceil(bytes / 3) * 4) return undefined;
  const bits = Uint8Array.from(Buffer.from(text, 'base64'));
  // What is not written as this program writes it has been changed; so has what goes beyond the last number.
  if (bits.length !== bytes || textOfBits(bits) !== text) return undefined;
  const beyond = size % 8;
  return beyond > 0 && (bits[bytes - 1] as number) >> beyond > 0 ? undefined : bits;
}
