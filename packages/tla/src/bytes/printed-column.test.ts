import { describe, expect, it } from 'vitest';
import { failure } from '../../test/fixture.js';
import { PrintedColumn } from './printed-column.js';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Reads values, each followed by `>>`; what was understood is numbered. */
function reader(): { readonly understood: string[]; readonly read: (text: string) => number } {
  const understood: string[] = [];
  const column = new PrintedColumn((text) => understood.push(text) - 1, 'x.out');
  return {
    understood,
    read(text) {
      const bytes = encode(`${text}>>`);
      const number = column.read(bytes, 0, bytes.length, 7);
      expect(column.end).toBe(text.length);
      return number;
    },
  };
}

describe('PrintedColumn', () => {
  it('understands a text once', () => {
    const { understood, read } = reader();
    expect(['{1}', '{2}', '{1}', '{2}', '{1}', '{3}'].map(read)).toEqual([0, 1, 0, 1, 0, 2]);
    expect(understood).toEqual(['{1}', '{2}', '{3}']);
  });

  it('takes no value for one that it begins with, or that begins with it, or differs in a byte', () => {
    const { understood, read } = reader();
    const texts = ['1', '12', '{<<1, 2>>}', '{<<1, 3>>}', '{<<1, 2>>, <<1, 3>>}', '(a :> {})', '(b :> {})'];
    // Each after each: whatever is guessed from what was read before.
    for (const first of texts) for (const second of texts) [first, second].map(read);
    expect(understood.toSorted()).toEqual(texts.toSorted());
    for (const text of texts) expect(understood[read(text)]).toBe(text);
  });

  it('says where there is no value', async () => {
    const column = new PrintedColumn(() => 5, 'x.out');
    const read = (text: string): number => column.read(encode(text), 0, text.length, 7);
    expect([read('1, 2'), column.end]).toEqual([5, 1]);
    expect([read('{1, 2'), column.end]).toEqual([-1, -1]);
    expect(await failure(() => column.read(new Uint8Array([0xff, 44]), 0, 2, 7))).toMatchObject({
      code: 'encoding',
      place: { file: 'x.out' },
    });
  });
});
