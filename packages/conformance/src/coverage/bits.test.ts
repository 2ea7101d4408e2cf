import { describe, expect, it } from 'vitest';
import { addBit, addBits, bitsOfText, bitsWithout, countBits, hasBit, noBits, textOfBits } from './bits.js';

function setOf(size: number, ...numbers: readonly number[]): Uint8Array {
  const bits = noBits(size);
  for (const number of numbers) addBit(bits, number);
  return bits;
}

describe('sets of numbers', () => {
  it('have number i as bit i of byte i >> 3, from the lowest', () => {
    expect([...setOf(18, 0, 7, 9, 16)]).toEqual([0b10000001, 0b10, 0b1]);
    expect(textOfBits(setOf(18, 0, 7, 9, 16))).toBe('gQIB');
  });

  it('count, and say what is in them', () => {
    const bits = setOf(20, 3, 19);
    expect([hasBit(bits, 3), hasBit(bits, 4), countBits(bits)]).toEqual([true, false, 2]);
    expect([addBit(bits, 3), addBit(bits, 4), countBits(bits)]).toEqual([false, true, 3]);
  });

  it('are put together and taken apart', () => {
    const bits = setOf(12, 1, 2);
    addBits(bits, setOf(12, 2, 11));
    expect(bits).toEqual(setOf(12, 1, 2, 11));
    expect(bitsWithout(bits, setOf(12, 1, 3))).toEqual(setOf(12, 2, 11));
  });

  it('are read back', () => {
    for (const size of [0, 1, 7, 8, 9, 16, 24, 25]) {
      const bits = setOf(size, ...Array.from({ length: size }, (_, i) => i).filter((i) => i % 3 === 0));
      expect(bitsOfText(textOfBits(bits), size)).toEqual(bits);
    }
  });

  it.each([
    ['of another size', 'AAA='],
    ['cut', 'AA'],
    ['with what is no base64', 'A!=='],
    ['with a number beyond the last', 'gA=='],
    ['written in another way', 'AR=='],
  ])('are refused: %s', (_, text) => {
    expect(bitsOfText('AQ==', 7)).toEqual(setOf(7, 0));
    expect(bitsOfText(text, 7)).toBeUndefined();
  });
});
