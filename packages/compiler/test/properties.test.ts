import { key, set, type TlaValue } from '@synod/tla';
import { array, assert, integer, maxSafeInteger, oneof, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moduleOf } from './support.js';

const integers = oneof(integer(), maxSafeInteger());
const sets = array(integer({ min: -3, max: 3 })).map((elements) => set<TlaValue>(elements));

const big = (a: number, b: number, f: (a: bigint, b: bigint) => bigint): string =>
  String(f(BigInt(a), BigInt(b)));

describe('for all operands', () => {
  it('arithmetic is exact', async () => {
    const spec = await moduleOf('Sum == x + y\nDifference == x - y\nProduct == x * y\nLess == x < y');
    assert(
      property(integers, integers, (x, y) => {
        const valueOf = (name: string): string => key(spec.evaluate(name, { x, y }));
        expect(valueOf('Sum')).toBe(big(x, y, (a, b) => a + b));
        expect(valueOf('Difference')).toBe(big(x, y, (a, b) => a - b));
        expect(valueOf('Product')).toBe(big(x, y, (a, b) => a * b));
        expect(spec.evaluate('Less', { x, y })).toBe(x < y);
      }),
    );
  });

  it('\\div and % are the quotient and the remainder', async () => {
    const spec = await moduleOf('Law == /\\ x = y * (x \\div y) + (x % y)\n       /\\ x % y \\in 0..(y - 1)');
    assert(
      property(integers, integer({ min: 1, max: 1000 }), (x, y) => {
        expect(spec.evaluate('Law', { x, y })).toBe(true);
      }),
    );
  });

  it('sets obey their laws, enumerated or not', async () => {
    const spec = await moduleOf(`Laws ==
      /\\ x \\cap y = x \\ (x \\ y)
      /\\ (x \\subseteq y) <=> (x \\in SUBSET y)
      /\\ (x \\subseteq y) <=> (x \\in {s : s \\in SUBSET y})
      /\\ UNION {x, y} = x \\cup y
      /\\ (x \\cup y) \\X x = {<<a, b>> : a \\in x \\cup y, b \\in x}
      /\\ \\A f \\in [x -> {1, 2}] : DOMAIN f = x /\\ f \\in [x -> Nat]
      /\\ Cardinality([x -> {1, 2}]) = 2 ^ Cardinality(x)`);
    assert(
      property(sets, sets, (x, y) => {
        expect(spec.explainValue('Laws', { x, y }).holds).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('an explanation agrees with the value, and names something', async () => {
    const spec = await moduleOf(
      "A == \\/ /\\ \\E a \\in x : a > 0 /\\ x' = x \\ {a}\n        /\\ UNCHANGED y\n     \\/ \\A b \\in y : b > 1 => y' = {b}",
    );
    assert(
      property(sets, sets, sets, sets, (x, y, x1, y1) => {
        const [before, after] = [
          { x, y },
          { x: x1, y: y1 },
        ];
        const explanation = spec.explainStep('A', [], before, after);
        const named = explanation.holds ? 0 : explanation.conjuncts.length;
        expect(named > 0).toBe(!spec.holds('A', [], before, after));
      }),
    );
  });
});
