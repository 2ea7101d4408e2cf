import { afterEach, describe, expect, it, vi } from 'vitest';
import { hashOf, hole, StateTable } from './state-table.js';

const layout = { keyWidth: 2, stateAt: 0, stride: 3 };

function add(table: StateTable, state: readonly number[], parent: number): number {
  const words = Int32Array.from(state);
  return table.add(words, 0, hashOf(words, 0, layout.keyWidth), parent);
}

function find(table: StateTable, state: readonly number[]): number {
  return table.find(Int32Array.from(state), 0);
}

/** Two threads' tables, of which the second adds a state after the first has taken a row for it, and before it is entered. */
function raced(state: readonly number[]): { readonly slow: StateTable; readonly quick: StateTable } {
  const slow = new StateTable(layout);
  slow.isShared = true;
  const quick = new StateTable(layout, slow.memory);
  const exchange = Atomics.compareExchange.bind(Atomics);
  vi.spyOn(Atomics, 'compareExchange').mockImplementationOnce((...given: Parameters<typeof exchange>) => {
    expect(add(quick, state, 7)).toBe(1);
    return exchange(...given);
  });
  expect(add(slow, state, 5)).toBe(~1);
  return { slow, quick };
}

describe('two threads that find one state at the same time', () => {
  afterEach(() => void vi.restoreAllMocks());

  it('keep it once, and the row of the later one is for the next state', () => {
    const { slow, quick } = raced([3, 4]);
    expect(slow.parent(0)).toBe(hole);
    expect([find(slow, [3, 4]), quick.parent(1)]).toEqual([1, 7]);
    expect(add(slow, [5, 6], 8)).toBe(0);
    expect([find(quick, [5, 6]), slow.parent(0), slow.rows, slow.dropSpare()]).toEqual([0, 8, 2, 0]);
  });

  it('leave a hole at the end of a level, which does not come back when the table grows', () => {
    const { slow } = raced([3, 4]);
    expect([slow.dropSpare(), slow.dropSpare()]).toEqual([1, 0]);
    expect(add(slow, [5, 6], 8)).toBe(2);
    slow.grow();
    expect([find(slow, [3, 4]), find(slow, [5, 6]), slow.parent(0), slow.rows]).toEqual([1, 2, hole, 3]);
  });
});
