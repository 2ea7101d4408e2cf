import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { text, value } from '../test/arbitrary.js';
import { failure } from '../test/fixture.js';
import { InputError, describe as inWords, key, modelValue, nameOf, parseValue, set } from './index.js';

describe('values, as TLC prints them', () => {
  const table: readonly (readonly [printed: string, canonical: string])[] = [
    ['0', '0'],
    ['-5', '-5'],
    ['-0', '0'],
    ['2147483647', '2147483647'],
    ['9007199254740993', '9007199254740993'],
    ['-9007199254740993', '-9007199254740993'],
    ['TRUE', 'TRUE'],
    ['FALSE', 'FALSE'],
    ['BOOLEAN', '{FALSE, TRUE}'],
    ['m_v', 'm_v'],
    ['1a', '1a'],
    ['"q\\"uote \\\\ \\t\\n\\f\\r"', '"q\\"uote \\\\ \\t\\n\\f\\r"'],
    ['"a,b@@:>|->}"', '"a,b@@:>|->}"'],
    ['"unié中😀"', '"unié中😀"'],
    ['1..3', '{1, 2, 3}'],
    ['-3..-1', '{-3, -2, -1}'],
    ['3..1', '{}'],
    ['{}', '{}'],
    ['{ }', '{}'],
    ['{3, 1, 2, 1}', '{1, 2, 3}'],
    ['{10, 9, "a", b}', '{9, 10, "a", b}'],
    ['<<>>', '<<>>'],
    ['<< >>', '<<>>'],
    ['<<1, <<2>>, "x">>', '<<1, <<2>>, "x">>'],
    ['(1 :> "a" @@ 2 :> "b")', '<<"a", "b">>'],
    ['(2 :> "a" @@ 0 :> "b")', '(0 :> "b" @@ 2 :> "a")'],
    ['("b" :> 1 @@ "a" :> 2)', '[a |-> 2, b |-> 1]'],
    ['("a b" :> 1)', '("a b" :> 1)'],
    ['(1 :> 2 @@ 1 :> 3)', '<<2>>'],
    ['[b |-> 1, a |-> {2}]', '[a |-> {2}, b |-> 1]'],
    ['[1a |-> 1]', '[1a |-> 1]'],
    ['[é |-> 1]', '("é" :> 1)'],
    ['[TRUE |-> 1]', '[TRUE |-> 1]'],
    ['[__proto__ |-> 1]', '[__proto__ |-> 1]'],
    ['((1))', '1'],
    ['{ 1,\n  4,\n  9 }', '{1, 4, 9}'],
    [
      '[ f |->\n      ( 1 :> "c" @@\n        5 :> "d" ),\r\n\tg |-> << >> ]',
      '[f |-> (1 :> "c" @@ 5 :> "d"), g |-> <<>>]',
    ],
    ['SUBSET 1..2', '{{1, 2}, {1}, {2}, {}}'],
    ['SUBSET (1..2)', '{{1, 2}, {1}, {2}, {}}'],
    ['SUBSET SUBSET {a}', '{{{a}, {}}, {{a}}, {{}}, {}}'],
    ['{SUBSET {}}', '{{{}}}'],
    ['[{1, 2} -> {3}]', '{<<3, 3>>}'],
    ['[{} -> {}]', '{<<>>}'],
    ['[{1} -> {}]', '{}'],
    ['[{a} -> 1..2]', '{(a :> 1), (a :> 2)}'],
    ['[a: 1..2, b: {"x"}]', '{[a |-> 1, b |-> "x"], [a |-> 2, b |-> "x"]}'],
    ['({1, 2} \\X {3})', '{<<1, 3>>, <<2, 3>>}'],
    ['({1} \\X {2} \\X {3, 4})', '{<<1, 2, 3>>, <<1, 2, 4>>}'],
    ['(SUBSET {1} \\X [{0} -> {TRUE}])', '{<<{1}, (0 :> TRUE)>>, <<{}, (0 :> TRUE)>>}'],
  ];
  test.each(table)('%s', (printed, canonical) => {
    expect(key(parseValue(printed))).toBe(canonical);
  });

  test('model values are symbols, strings are strings, large integers are bigints', () => {
    expect(parseValue('a1')).toBe(modelValue('a1'));
    expect(nameOf(modelValue('a1'))).toBe('a1');
    expect(parseValue('"a1"')).toBe('a1');
    expect(parseValue('9007199254740991')).toBe(9007199254740991);
    expect(parseValue('9007199254740992')).toBe(9007199254740992n);
    expect(Object.is(parseValue('-0'), 0)).toBe(true);
    expect(parseValue('(1 :> "a")')).not.toBeInstanceOf(Array);
    expect(parseValue('{1}')).toEqual(set([1]));
  });

  test('every value reads back from its canonical form', () => {
    fc.assert(
      fc.property(value, (v) => {
        expect(key(parseValue(key(v)))).toBe(key(v));
      }),
      { numRuns: 2000 },
    );
  });

  test('every string reads back', () => {
    fc.assert(
      fc.property(text, (string) => {
        expect(parseValue(key(string))).toBe(string);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('texts that are no values', () => {
  const table: readonly (readonly [text: string, message: string])[] = [
    ['', '1:1: Expected a value, found the end.'],
    ['{1, 2', '1:6: Expected "," or "}", found the end.'],
    ['{1,\n  2 3}', '2:5: Expected "," or "}", found 3.'],
    ['<<1, 2>', '1:7: Expected "," or ">>", found >.'],
    ['<1>', '1:1: Expected a value, found <.'],
    ['[a |-> 1', '1:9: Expected ",", found the end.'],
    ['[a |-> 1, 2 -> 3]', '1:13: Expected "|->", found -.'],
    ['[a |-> 1, a |-> 2]', '1:19: Expected each field once before this, found the end.'],
    ['[a 1]', '1:2: Expected a set, found a.'],
    ['[{1} -> 2]', '1:9: Expected a set, found 2.'],
    ['(1 @@ 2)', '1:2: Expected a set, found 1.'],
    ['({1} @@ 2)', '1:6: Expected "\\X", found @.'],
    ['(1 :> 2', '1:8: Expected "@@", found the end.'],
    ['"abc', '1:1: A string is not closed.'],
    ['"a\nb"', '1:1: A string is not closed.'],
    ['"a\\"', '1:1: A string is not closed.'],
    ['"a\\q"', '1:3: \\q is not an escape that TLC writes in strings.'],
    ['1 2', '1:3: Expected the end of the value, found 2.'],
    ['1..', '1:4: Expected an integer, found the end.'],
    ['1..a', '1:4: Expected an integer, found a.'],
    ['-', '1:2: Expected an integer, found the end.'],
    ['-a', '1:2: Expected an integer, found a.'],
    ['{1, }', '1:5: Expected a value, found }.'],
    ['SUBSET 1', '1:8: Expected a set, found 1.'],
    ['UNION {1}', '1:7: Expected the end of the value, found {.'],
  ];
  test.each(table)('%j', async (bad, message) => {
    const error = await failure(() => parseValue(bad));
    expect(error).toBeInstanceOf(InputError);
    expect(inWords(error as InputError)).toBe(message);
  });

  test('the place is counted from where the text begins', async () => {
    const error = await failure(() => parseValue('{1,\n 2', { file: 'x.dot', line: 7, column: 11 }));
    expect(error).toMatchObject({ place: { file: 'x.dot', line: 8, column: 3 } });
    const first = await failure(() => parseValue('{1 2', { file: 'x.dot', line: 7, column: 11 }));
    expect(first).toMatchObject({ place: { file: 'x.dot', line: 7, column: 14 } });
  });

  test.each(['{', '<<', '(', '[a |-> ', '[', 'SUBSET ', '{<<[a |-> ('])(
    'deep nesting of %s is refused',
    async (open) => {
      const error = await failure(() => parseValue(open.repeat(1_000_000)));
      expect(error).toMatchObject({ name: 'InputError', code: 'too-deep' });
    },
  );

  test('what was read before does not change what is refused', async () => {
    const part = '{'.repeat(110) + '}'.repeat(110);
    const ranges = `<<${'{<<1..100>>}, '.repeat(3000)}0>>`;
    for (let round = 0; round < 2; round++) {
      expect(key(parseValue(`{${part}}`))).toBe(`{${part}}`);
      const deep = await failure(() => parseValue('{'.repeat(450) + part + '}'.repeat(450)));
      expect(deep).toMatchObject({ code: 'too-deep' });
      parseValue('<<{<<1..100>>}>>');
      const large = await failure(() => parseValue(ranges));
      expect(large).toMatchObject({ code: 'too-large' });
    }
  });

  test('500 levels can be read', () => {
    const deep = '{'.repeat(500) + '}'.repeat(500);
    expect(key(parseValue(deep))).toBe(deep);
  });

  test.each([
    '1..1000000000',
    '1..99999999999999999999',
    'SUBSET (1..40)',
    'SUBSET SUBSET SUBSET 1..8',
    '[1..30 -> 1..10]',
    '[1..2000000 -> {1}]',
    '(1..3000 \\X 1..3000)',
    '[a: 1..3000, b: 1..3000]',
    `[1..16 -> {"${'x'.repeat(5000)}", "${'y'.repeat(5000)}"}]`,
  ])('%s is refused', async (large) => {
    expect(await failure(() => parseValue(large))).toMatchObject({ name: 'InputError', code: 'too-large' });
  });
});
