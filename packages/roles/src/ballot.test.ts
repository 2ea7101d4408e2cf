import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextBallot } from './ballot.js';
import { clusterOf } from './cluster.js';

const cluster = clusterOf(['a', 'b', 'c']);

describe('the next ballot of a proposer', () => {
  it.each([
    ['a', -1, 0],
    ['b', -1, 1],
    ['c', -1, 2],
    ['a', 0, 3],
    ['b', 0, 1],
    ['b', 1, 4],
    ['c', 3, 5],
    ['a', 9, 12],
  ])('of %s above %i is %i', (proposer, above, ballot) => {
    expect(nextBallot(cluster, proposer, above)).toBe(ballot);
  });

  it('is the lowest of its slice above', () => {
    const someone = fc.record({
      count: fc.integer({ min: 1, max: 9 }),
      slice: fc.nat(8),
      above: fc.integer({ min: -1, max: 1e9 }),
    });
    fc.assert(
      fc.property(someone, ({ count, slice, above }) => {
        const proposers = Array.from({ length: count }, (_, i) => `p${i}`);
        const own = slice % count;
        const ballot = nextBallot(clusterOf(proposers), `p${own}`, above) ?? -1;
        expect(ballot % count).toBe(own);
        expect(ballot).toBeGreaterThan(above);
        expect(ballot - count).toBeLessThanOrEqual(above);
      }),
    );
  });

  it('is none above the last ballot of the cluster, and none of nobody', () => {
    const bounded = { ...cluster, lastBallot: 3 };
    expect(nextBallot(bounded, 'a', 0)).toBe(3);
    expect(nextBallot(bounded, 'a', 3)).toBeUndefined();
    expect(nextBallot(cluster, 'd', -1)).toBeUndefined();
  });
});
