import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { text, value } from '../test/arbitrary.js';
import { compareByKey, equal, key, mapping, modelValue, parseValue, set, type TlaValue } from './index.js';

function sorted(values: TlaValue[]): string[] {
  return values.toSorted((a, b) => compareByKey(a, key(a), b, key(b))).map(key);
}

describe('canonical forms', () => {
  test('a tuple is a function on 1..n, and a record one on strings', () => {
    expect(
      equal(
        ['a', 'b'],
        mapping<TlaValue, TlaValue>([
          [2, 'b'],
          [1, 'a'],
        ]),
      ),
    ).toBe(true);
    expect(
      equal(
        { b: 1, a: 2 },
        mapping<TlaValue, TlaValue>([
          ['a', 2],
          ['b', 1],
        ]),
      ),
    ).toBe(true);
    expect(equal([], {})).toBe(true);
    expect(equal([], mapping([]))).toBe(true);
    expect(equal([], set([]))).toBe(false);
  });

  test('what looks alike but differs', () => {
    const different: TlaValue[] = [
      modelValue('a'),
      'a',
      true,
      'TRUE',
      1,
      '1',
      [1],
      set([1]),
      set([[1]]),
      mapping([[0, 1]]),
      { a: 1 },
      mapping([[modelValue('a'), 1]]),
      modelValue('a b'),
      [],
      set([]),
      '',
      set(['']),
      [''],
      ['a, b'],
      ['a', 'b'],
    ];
    expect(new Set(different.map(key)).size).toBe(different.length);
    expect(key({ '"a': 1 })).not.toBe(key({ a: 1 }));
  });

  test('a record with a field "key" is not a set', () => {
    expect(key({ key: '{}' })).toBe('[key |-> "{}"]');
  });

  test('a long name that is none does not take for ever', () => {
    expect(key({ [`${'a'.repeat(200_000)} `]: 1 })).toMatch(/^\("a+ " :> 1\)$/u);
  });

  test('different values have different keys', () => {
    const strings = fc.uniqueArray(text, { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(strings, ([a = '', b = '']) => {
        expect(key(a)).not.toBe(key(b));
        expect(key({ [a]: 1 })).not.toBe(key({ [b]: 1 }));
      }),
    );
  });

  test('the order of what goes in does not show', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 6 }), fc.infiniteStream(fc.nat(5)), (values, order) => {
        const shuffled = values
          .map((v) => [order.next().value as number, v] as const)
          .toSorted((a, b) => a[0] - b[0])
          .map(([, v]) => v);
        expect(key(set([...shuffled, ...values]))).toBe(key(set(values)));
        const pairs = values.map((v) => [v, 1] as const);
        expect(key(mapping(shuffled.map((v) => [v, 1] as const)))).toBe(key(mapping(pairs)));
      }),
    );
  });

  test('numbers are ordered by size, before all else', () => {
    expect(sorted([10, 9, -1, 2n ** 64n, 'a', true])).toEqual([
      '-1',
      '9',
      '10',
      '18446744073709551616',
      '"a"',
      'TRUE',
    ]);
  });

  test('what was written by hand is what is read', () => {
    const written = { type: '1b', acc: modelValue('a1'), bal: 0, mbal: -1, mval: modelValue('None') };
    expect(parseValue('[type |-> "1b", bal |-> 0, acc |-> a1, mbal |-> -1, mval |-> None]')).toEqual(written);
  });
});
