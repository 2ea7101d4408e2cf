import { mapping, set, type TlaSet, type TlaValue } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import { Components } from './components.js';

describe('the distinct values of a variable', () => {
  it('are numbered in the order in which they are first seen, however they are represented', () => {
    const components = new Components();
    const f = mapping([
      [1, 'a'],
      [2, 'b'],
    ]);
    const values: readonly TlaValue[] = [
      set([1, 2]),
      f,
      { x: 1 },
      1,
      '1',
      set([2, 1]),
      ['a', 'b'],
      { x: 1 },
      1,
    ];
    expect(values.map((value) => components.add(value))).toEqual([0, 1, 2, 3, 4, 0, 1, 2, 3]);
    expect(values.map((value) => components.find(value))).toEqual([0, 1, 2, 3, 4, 0, 1, 2, 3]);
    expect(components.values).toHaveLength(5);
    expect([components.find(set([1])), components.find(2)]).toEqual([-1, -1]);
  });

  it('are told apart where sets have one hash', () => {
    const byHash = new Map<number, TlaSet<number>>();
    let twins: readonly TlaSet<number>[] = [];
    for (let i = 0; twins.length === 0; i++) {
      const one = set([i]);
      const other = byHash.get(one.hash);
      if (other !== undefined) twins = [other, one];
      byHash.set(one.hash, one);
    }
    const components = new Components();
    expect(twins.map((value) => components.add(value))).toEqual([0, 1]);
    expect(twins.map((value) => components.find(value))).toEqual([0, 1]);
  });

  it('are found after what only speeds up adding has been let go of', () => {
    const components = new Components();
    const value = set([1]);
    components.add(value);
    components.finish();
    expect([components.add(value), components.add(set([1])), components.find(value)]).toEqual([0, 0, 0]);
  });
});
