import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { value } from '../test/arbitrary.js';
import {
  at,
  difference,
  EvaluationError,
  equal,
  except,
  exists,
  filter,
  forAll,
  functionOn,
  implies,
  including,
  intersection,
  interval,
  isSubset,
  key,
  map,
  mapping,
  product,
  set,
  type TlaSet,
  type TlaValue,
  union,
} from './index.js';

const elements = fc.array(value, { maxLength: 6 });
const keys = (s: TlaSet<TlaValue>): string[] => s.elements.map(key);

function same(actual: TlaSet<TlaValue>, expected: Iterable<string>): void {
  expect(new Set(keys(actual))).toEqual(new Set(expected));
}

describe('sets', () => {
  test('agree with sets of keys', () => {
    fc.assert(
      fc.property(elements, elements, value, (a, b, x) => {
        const [left, right] = [set(a), set(b)];
        const [inLeft, inRight] = [new Set(a.map(key)), new Set(b.map(key))];
        same(union(left, right), [...inLeft, ...inRight]);
        same(
          intersection(left, right),
          [...inLeft].filter((k) => inRight.has(k)),
        );
        same(
          difference(left, right),
          [...inLeft].filter((k) => !inRight.has(k)),
        );
        same(including(left, x), [...inLeft, key(x)]);
        expect(left.has(x)).toBe(inLeft.has(key(x)));
        expect(a.every((element) => left.has(element))).toBe(true);
        expect(isSubset(left, right)).toBe([...inLeft].every((k) => inRight.has(k)));
        expect(left.size).toBe(inLeft.size);
        // However a set came about, it is in the one order.
        for (const s of [union(left, right), including(left, x), filter(left, (e) => e !== x)]) {
          expect(keys(s)).toEqual(keys(set(s.elements.toReversed())));
        }
      }),
    );
  });

  test('including what is in a set is the set itself', () => {
    const s = set([1, 2]);
    expect(including(s, 2)).toBe(s);
  });

  test('images and intervals', () => {
    expect(key(map(interval(-2, 2), (n) => n * n))).toBe('{0, 1, 4}');
    expect(key(interval(2, 1))).toBe('{}');
    expect(() => interval(0, 1e9)).toThrow(EvaluationError);
  });
});

describe('functions', () => {
  test('application, and its end outside the domain', () => {
    const f = mapping<TlaValue, TlaValue>([
      ['a', 1],
      [[1, 2], 2],
      ['a', 3],
    ]);
    expect(at(f, 'a')).toBe(1);
    expect(at(f, [1, 2])).toBe(2);
    expect(() => at(f, 'b')).toThrow('"b" is outside the domain of ("a" :> 1 @@ <<1, 2>> :> 2)');
  });

  test('EXCEPT changes one argument, and nothing outside the domain', () => {
    const f = functionOn(set([1, 2]), (n) => n);
    expect(key(except(f, 2, 5))).toBe('<<1, 5>>');
    expect(except(f, 3, 5)).toBe(f);
    expect(equal(f, [1, 2])).toBe(true);
  });
});

describe('logic', () => {
  test('quantifiers over nothing', () => {
    expect(exists([], () => true)).toBe(false);
    expect(forAll([], () => false)).toBe(true);
    expect([exists([1, 2], (n) => n === 2), forAll([1, 2], (n) => n === 2)]).toEqual([true, false]);
  });

  test('an implication does not look at its right side in vain', () => {
    expect(
      implies(false, () => {
        throw new Error('looked at');
      }),
    ).toBe(true);
    expect([implies(true, () => true), implies(true, () => false)]).toEqual([true, false]);
  });

  test('products', () => {
    expect([
      ...product<TlaValue>([
        [1, 2],
        ['a', 'b'],
      ]),
    ]).toEqual([
      [1, 'a'],
      [1, 'b'],
      [2, 'a'],
      [2, 'b'],
    ]);
    expect([...product([])]).toEqual([[]]);
    expect([...product([[1], []])]).toEqual([]);
  });
});
