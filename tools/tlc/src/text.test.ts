import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifiers, withoutComments } from './text.js';

const lengths = (text: string): number[] => text.split('\n').map((line) => line.length);

describe('withoutComments', () => {
  it.each([
    ['a \\* b', 'a     '],
    ['a (* b *) c', 'a         c'],
    ['a (* b (* c *) d *) e', 'a                   e'],
    ['(* a \\* *) b', '           b'],
    ['\\* (* a\nb', '       \nb'],
    ['"(* a" b', '"(* a" b'],
    ['"\\"(*" b', '"\\"(*" b'],
    ['a (* never closed', 'a                '],
  ])('%j', (text, expected) => {
    expect(withoutComments(text)).toBe(expected);
  });

  it('blanks strings too if asked', () => {
    expect(withoutComments('a "EXTENDS b" c', { strings: 'blank' })).toBe('a             c');
  });

  it('leaves every line where it was', () => {
    const piece = fc.constantFrom('(*', '*)', '\\*', '"', '\n', 'a', ' ', '\\');
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        expect(lengths(withoutComments(text, { strings: 'blank' }))).toEqual(lengths(text));
      }),
    );
  });
});

describe('identifiers', () => {
  it('are the words outside comments and strings, numbers aside', () => {
    expect([...identifiers('Phase1a_0 == "str" /\\ 0..12 \\* word\n1b')]).toEqual(['Phase1a_0', '1b']);
  });
});
