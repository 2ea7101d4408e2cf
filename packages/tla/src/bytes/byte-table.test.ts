import { describe, expect, it } from 'vitest';
import { ByteTable, hashBytes } from './byte-table.js';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('ByteTable', () => {
  // More than twice as many as it has room for in the beginning, and at each doubling.
  const texts = Array.from({ length: 3000 }, (_, i) => encode(`text ${i}`));
  const filled = (mostBytes?: number): ByteTable => {
    const table = new ByteTable(mostBytes);
    for (const text of texts) table.add(text, 0, text.length, hashBytes(text, 0, text.length));
    return table;
  };

  it('finds all that was added, however often it grew', () => {
    const table = filled();
    expect(table.size).toBe(texts.length);
    for (const [number, text] of texts.entries()) {
      expect(table.find(text, 0, text.length, hashBytes(text, 0, text.length))).toBe(number);
      expect(table.endOf(number, text, 0)).toBe(text.length);
    }
  });

  it('says that another text is another one', () => {
    const table = filled();
    for (const text of texts) {
      const other = text.slice();
      other[text.length - 1] = 120;
      expect(table.find(other, 0, other.length, hashBytes(other, 0, other.length))).toBe(-1);
    }
    expect(table.endOf(0, encode('text 10'), 0)).toBe(-1);
  });

  it('adds nothing where there is no room for it', () => {
    const table = filled(100);
    expect(table.size).toBeLessThan(100);
    const [first, last] = [texts[0] as Uint8Array, texts.at(-1) as Uint8Array];
    expect(table.find(first, 0, first.length, hashBytes(first, 0, first.length))).toBe(0);
    expect(table.find(last, 0, last.length, hashBytes(last, 0, last.length))).toBe(-1);
  });
});
