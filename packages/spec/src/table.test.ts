import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TupleTable } from './table.js';

describe('a table of tuples', () => {
  it('numbers tuples in the order in which they are first seen', () => {
    const table = new TupleTable(2);
    expect([table.add([7, 0]), table.add([0, 7]), table.add([7, 0])]).toEqual([0, 1, 0]);
    expect(table.size).toBe(2);
    expect([table.at(1, 0), table.at(1, 1)]).toEqual([0, 7]);
  });

  it('finds what was added and nothing else, and finding adds nothing', () => {
    const table = new TupleTable(3);
    table.add([1, 2, 3]);
    expect(table.find([1, 2, 3])).toBe(0);
    expect(table.find([1, 2, 4])).toBe(-1);
    expect(table.find([3, 2, 1])).toBe(-1);
    expect(table.size).toBe(1);
  });

  it('holds the one tuple of width 0', () => {
    const table = new TupleTable(0);
    expect(table.find([])).toBe(-1);
    expect([table.add([]), table.add([]), table.size]).toEqual([0, 0, 1]);
  });

  it('grows past its first arrays without forgetting anything', () => {
    const table = new TupleTable(2);
    const tuples = Array.from({ length: 10_000 }, (_, i) => [i % 100, Math.floor(i / 100)]);
    const numbers = tuples.map((_, i) => i);
    expect(tuples.map((tuple) => table.add(tuple))).toEqual(numbers);
    expect(tuples.map((tuple) => table.find(tuple))).toEqual(numbers);
    expect(table.find([100, 0])).toBe(-1);
  });
});

const tuples = fc.array(fc.tuple(fc.integer({ min: -2, max: 4 }), fc.integer(), fc.integer({ max: 3 })), {
  maxLength: 300,
});

it('agrees with a Map of strings', () => {
  fc.assert(
    fc.property(tuples, (added) => {
      const table = new TupleTable(3);
      const numbers = new Map<string, number>();
      for (const tuple of added) {
        const text = tuple.join();
        if (!numbers.has(text)) numbers.set(text, numbers.size);
        expect(table.add(tuple)).toBe(numbers.get(text));
      }
      expect(table.size).toBe(numbers.size);
    }),
  );
});
