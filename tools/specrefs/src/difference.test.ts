import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstDifference } from './difference.js';
import { type Token, textOf, tokensOfLine } from './tokens.js';

const tokens = (...lines: readonly string[]): readonly Token[] =>
  lines.flatMap((line, index) => tokensOfLine(line, index + 1));

/** Both texts are told by what differs: `spec | code`. */
function told(spec: string, code: string): string | undefined {
  const difference = firstDifference(tokens(spec), tokens(code));
  return difference && `${difference.spec.text} | ${difference.code.text}`;
}

describe('tokens', () => {
  it.each([
    ['m.bal>=maxBal[a]', 'm . bal >= maxBal [ a ]'],
    ["maxBal' = [f EXCEPT ![a] = b]", "maxBal ' = [ f EXCEPT ! [ a ] = b ]"],
    ['{<<b, v>>} \\cup V!S(Q)', '{ << b , v >> } \\cup V ! S ( Q )'],
    ['[type |-> "1a \\" //"]', '[ type |-> "1a \\" //" ]'],
    ['\\/ -1..(b-1) # {}=>c /\\ d', '\\/ - 1 .. ( b - 1 ) # { } => c /\\ d'],
    ['S \\ {a}', 'S \\ { a }'],
  ])('of %s', (text, words) => {
    expect(
      tokens(text)
        .map((token) => token.text)
        .join(' '),
    ).toBe(words);
  });

  it('stand where they stand', () => {
    expect(tokens('a', '  b c').map(({ line, column }) => [line, column])).toEqual([
      [1, 1],
      [2, 3],
      [2, 5],
    ]);
  });
});

describe('the first difference', () => {
  it.each([
    ['the conjunct that holds it', '/\\ a /\\ b > c /\\ d', '/\\ a /\\ b >= c /\\ d', 'b > c | b >= c'],
    ['a conjunct that is missing', '/\\ a /\\ b /\\ c', '/\\ a /\\ c', 'b | c'],
    ['a last conjunct that is missing', '/\\ a /\\ b', '/\\ a', '/\\ b | '],
    ['a conjunct too many', '/\\ a', '/\\ a /\\ b', ' | /\\ b'],
    ['a conjunct that goes on at the end', '/\\ a', '/\\ a + 1', 'a | a + 1'],
    ['a conjunct that goes on before another', '/\\ a /\\ b', '/\\ a + 1 /\\ b', 'a | a + 1'],
    ['another bullet', '/\\ a /\\ b', '/\\ a \\/ b', '/\\ b | \\/ b'],
    ['a bullet too many', '/\\ \\/ a \\/ b', '/\\ a \\/ b', '\\/ a | a'],
    ['words run together', 'a b', 'ab', 'a b | ab'],
    ['another string', '"1a"', '"1 a"', '"1a" | "1 a"'],
    ['nothing at all', 'a', '', 'a | '],
  ])('is told by %s', (_, spec, code, says) => {
    expect(told(spec, code)).toBe(says);
  });

  it('has the line in each text', () => {
    const difference = firstDifference(tokens('/\\ a', '/\\ b', '/\\ c'), tokens('/\\ a /\\', 'd'));
    expect(difference).toMatchObject({ spec: { line: 2 }, code: { line: 2 } });
  });

  const word = fc.constantFrom('/\\', '\\/', 'a', 'b', '>=', '>', '(', ')', '"1a"', '\\in', "'", '..');
  const words = fc.array(word, { minLength: 1, maxLength: 30 });

  it('is none between the same words, however they are laid out', () => {
    fc.assert(
      fc.property(words, fc.array(fc.constantFrom(' ', '   ', '\n', '\n  ')), (text, blanks) => {
        const laidOut = text.map((each, index) => `${blanks[index] ?? ' '}${each}`).join('');
        expect(firstDifference(tokens(text.join(' ')), tokens(...laidOut.split('\n')))).toBeUndefined();
      }),
    );
  });

  it('is found wherever one word is another, and told by what holds it', () => {
    fc.assert(
      fc.property(words, fc.nat(), (text, chosen) => {
        const other = (text as readonly string[]).with(chosen % text.length, 'other');
        const difference = firstDifference(tokens(text.join(' ')), tokens(other.join(' ')));
        expect(difference?.code.text).toContain('other');
      }),
    );
  });

  it('is found wherever one word is left out', () => {
    fc.assert(
      fc.property(words, fc.nat(), (text, chosen) => {
        const fewer = text.toSpliced(chosen % text.length, 1);
        expect(firstDifference(tokens(text.join(' ')), tokens(fewer.join(' ')))).toBeDefined();
      }),
    );
  });

  it('is between texts that are put together again from their tokens', () => {
    const text = "/\\ maxBal' = [maxBal EXCEPT ![a] = m.bal]";
    expect(textOf(tokens(text))).toBe(text);
  });
});
