import { key } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import { constants, m1a, m1b, m2a, m2b, state } from '../test/three.js';
import { V, votes } from './votes.js';

const k = constants();

describe('votes', () => {
  it('are what 2b messages announce, for each acceptor', () => {
    const msgs = [m2b('a1', 0, 'v1'), m2b('a1', 2, 'v2'), m2b('a3', 0, 'v1')];
    expect(key(votes(k, state({ msgs })))).toBe(
      '(a1 :> {<<0, v1>>, <<2, v2>>} @@ a2 :> {} @@ a3 :> {<<0, v1>>})',
    );
  });

  it('are not what other messages say, nor the last votes', () => {
    const s = state({ maxVBal: [0, 0, 0], msgs: [m1a(0), m1b('a1', 1, 0, 'v1'), m2a(0, 'v1')] });
    expect(key(votes(k, s))).toBe('(a1 :> {} @@ a2 :> {} @@ a3 :> {})');
  });
});

it('V: Voting sees the votes and maxBal', () => {
  const s = state({ maxBal: [2, 1, -1], maxVBal: [0, 0, 0], msgs: [m2b('a2', 1, 'v1')] });
  const { votes: cast, maxBal, ...rest } = V(k, s);
  expect([key(cast), key(maxBal), rest]).toEqual([
    '(a1 :> {} @@ a2 :> {<<1, v1>>} @@ a3 :> {})',
    '(a1 :> 2 @@ a2 :> 1 @@ a3 :> -1)',
    {},
  ]);
});
