import { describe, expect, it } from 'vitest';
import type { EventOrder } from '../order.js';
import type { TraceEvent } from '../trace.js';
import { cutOf, maximalAmong, readReached, tlcOutcome } from './reached.js';

const event = (name: string): TraceEvent => ({ action: name }) as TraceEvent;
const logs = [
  [event('a'), event('b')],
  [event('c'), event('d')],
] as const;

/** Two processes; b needs c. */
const order: EventOrder = {
  processes: ['p', 'q'],
  logs,
  needs: (process, index) => (process === 0 ? [index, index] : [0, index]),
};

describe('what a generated module prints', () => {
  it('is read line by line', () => {
    expect(readReached('<<"reached", 12, <<3, 0>>, <<{<<1>>}, "a, >>">>>>', 'reached')).toEqual({
      trace: 11,
      cut: '3, 0',
      state: '<<{<<1>>}, "a, >>">>',
    });
    expect(cutOf('3, 0')).toEqual([3, 0]);
  });

  it('is told from what the specification prints itself', () => {
    expect(readReached('<<"reached2", 12, <<3>>, <<1>>>>', 'reached')).toBeUndefined();
    expect(readReached('"reached"', 'reached')).toBeUndefined();
  });
});

describe('maximalAmong', () => {
  it('leaves out cuts that are within another, and puts the largest first', () => {
    const cuts = [
      [0, 0],
      [1, 0],
      [0, 2],
      [2, 0],
      [1, 1],
      [0, 1],
    ];
    expect(maximalAmong(cuts)).toEqual([
      [0, 2],
      [1, 1],
      [2, 0],
    ]);
    expect(maximalAmong([])).toEqual([]);
  });
});

describe('tlcOutcome', () => {
  const reached = (...cuts: (readonly number[])[]): ReturnType<typeof tlcOutcome> =>
    tlcOutcome(
      order,
      cuts.map((cut) => ({ cut, states: [] })),
    );

  it('conforms where all events are matched', () => {
    expect(reached([2, 2])).toEqual({ conforms: true, matched: 4, maximal: [], first: undefined });
  });

  it('diverges at the least next event of the largest cuts', () => {
    expect(reached([1, 1], [0, 2])).toMatchObject({ conforms: false, matched: 2, first: logs[0][0] });
    expect(reached([1, 1])).toMatchObject({ matched: 2, first: logs[0][1] });
    // b needs c, which is not matched.
    expect(reached([1, 0])).toMatchObject({ matched: 1, first: logs[1][0] });
  });

  it('has a cut without states where no initial state is as the trace says', () => {
    expect(reached()).toEqual({
      conforms: false,
      matched: 0,
      maximal: [{ cut: [0, 0], states: [] }],
      first: logs[0][0],
    });
  });
});
