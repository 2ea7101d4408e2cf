import { EvaluationError, parseValue } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import { fromTla, nowhere } from './convert.js';
import { createStore, enter } from './store.js';
import { isTupleIn } from './tuple-in.js';
import type { Item } from './value.js';

enter(createStore([]));

function asked(tuple: string, set: string): boolean {
  const { items } = fromTla(parseValue(tuple)) as Item;
  return isTupleIn(items, fromTla(parseValue(set)), nowhere);
}

describe('<<a, b>> \\in S', () => {
  it.each<[string, string, boolean]>([
    ['<<1, v1>>', '{}', false],
    ['<<1, v1>>', '{<<0, v1>>, <<1, v1>>}', true],
    ['<<1, v1>>', '{<<0, v1>>, <<1, v2>>}', false],
    ['<<1, 2>>', '{<<1, 2, 3>>}', false],
    ['<<1, "a">>', '{<<1, "b">>, <<1, "a">>}', true],
    ['<<1, A_1>>', '{<<1, A_2>>}', false],
    ['<<13, 1>>', `{${Array.from({ length: 20 }, (_, i) => `<<${i}, 1>>`).join(', ')}}`, true],
    ['<<13, 2>>', `{${Array.from({ length: 20 }, (_, i) => `<<${i}, 1>>`).join(', ')}}`, false],
  ])('%s in %s: %s', (tuple, set, is) => {
    expect(asked(tuple, set)).toBe(is);
  });

  it.each([
    ['<<1, 2>>', '{<<1, "a">>}'],
    ['<<"a", 2>>', '{<<1, 2>>}'],
    ['<<1, A_1>>', '{<<1, B_1>>}'],
    ['<<1, 2>>', '{3}'],
    ['<<1, 2>>', '{{1}}'],
    ['<<{1}, 2>>', '{<<1, 2>>}'],
  ])('what cannot be compared is an error: %s in %s', (tuple, set) => {
    expect(() => asked(tuple, set)).toThrow(EvaluationError);
  });
});
