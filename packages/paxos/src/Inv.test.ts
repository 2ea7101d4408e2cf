import { describe, expect, it } from 'vitest';
import { constants, m1a, m1b, m2a, m2b, state, type Variables } from '../test/three.js';
import { Inv } from './Inv.js';

const k = constants();
const voted: Variables = { maxBal: [0, 1, 1], maxVBal: [0, -1, -1], maxVal: ['v1', 'None', 'None'] };

describe('Inv is TRUE', () => {
  it.each<[string, Variables]>([
    ['in the initial state', {}],
    ['after a vote', { ...voted, maxBal: [0, 0, 0], msgs: [m2a(0, 'v1'), m2b('a1', 0, 'v1')] }],
    [
      'when a later ballot has another value',
      {
        maxBal: [0, 1, 1],
        maxVBal: [0, 1, -1],
        maxVal: ['v1', 'v2', 'None'],
        msgs: [m2a(0, 'v1'), m2b('a1', 0, 'v1'), m2a(1, 'v2'), m2b('a2', 1, 'v2')],
      },
    ],
    [
      'when a vote is reported',
      {
        maxBal: [2, 0, 0],
        maxVBal: [0, -1, -1],
        maxVal: ['v1', 'None', 'None'],
        msgs: [m1a(2), m2a(0, 'v1'), m2b('a1', 0, 'v1'), m1b('a1', 2, 0, 'v1')],
      },
    ],
  ])('%s', (_, variables) => {
    expect(Inv(k, state(variables))).toBe(true);
  });
});

describe('Inv is FALSE', () => {
  it.each<[string, Variables]>([
    ['Inv: TypeOK alone is false', { msgs: [m1a(7)] }],
    [
      'Inv: a last vote above the highest ballot taken part in',
      { ...voted, maxBal: [-1, 0, 0], msgs: [m2a(0, 'v1'), m2b('a1', 0, 'v1')] },
    ],
    ['Inv: a value without a last vote', { maxVal: ['v1', 'None', 'None'] }],
    ['Inv: a last vote that was not cast', { ...voted, maxBal: [0, 0, 0] }],
    ['Inv: a promise that was not kept in mind', { msgs: [m1a(0), m1b('a1', 1)] }],
    ['Inv: a vote reported that was not cast', { maxBal: [1, 1, 1], msgs: [m1b('a1', 1, 0, 'v1')] }],
    ['Inv: a value named that no quorum shows to be safe', { msgs: [m1a(0), m2a(1, 'v1')] }],
    [
      'Inv: two values named in one ballot',
      { maxBal: [0, 0, 0], msgs: [m1a(0), m2a(0, 'v1'), m2a(0, 'v2')] },
    ],
    [
      'Inv: a vote announced above the last vote',
      { maxBal: [0, 0, 0], msgs: [m2a(0, 'v1'), m2b('a1', 0, 'v1')] },
    ],
    ['Inv: a vote for a value that was not named', { ...voted, msgs: [m2b('a1', 0, 'v1')] }],
    [
      'Inv: a vote for a value that was named in another ballot',
      { ...voted, msgs: [m2a(1, 'v1'), m2b('a1', 0, 'v1')] },
    ],
    [
      'Inv: a vote for another value than the one named',
      { ...voted, msgs: [m2a(0, 'v2'), m2b('a1', 0, 'v1')] },
    ],
  ])('%s', (_, variables) => {
    expect(Inv(k, state(variables))).toBe(false);
  });
});
