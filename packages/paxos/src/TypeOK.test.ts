import { describe, expect, it } from 'vitest';
import { constants, m1a, m1b, m2a, m2b, message, state, type Variables } from '../test/three.js';
import { isMessage, TypeOK } from './TypeOK.js';

const k = constants();

describe('TypeOK is TRUE', () => {
  it.each<[string, Variables]>([
    ['in the initial state', {}],
    [
      'with any promises and votes',
      { maxBal: [0, 2, -1], maxVBal: [1, -1, 0], maxVal: ['v1', 'v3', 'None'] },
    ],
    [
      'with a message of each kind',
      { msgs: [m1a(0), m1b('a1', 1), m1b('a3', 2, 0, 'v1'), m2a(2, 'v2'), m2b('a2', 0, 'v3')] },
    ],
    ['with a promise that reports a value without a ballot', { msgs: [m1b('a1', 1, -1, 'v1')] }],
  ])('%s', (_, variables) => {
    expect(TypeOK(k, state(variables))).toBe(true);
  });
});

describe('TypeOK is FALSE', () => {
  it.each<[string, Variables]>([
    ['TypeOK: a promise of a ballot that is none', { maxBal: [-1, 7, -1] }],
    ['TypeOK: a last vote in a ballot that is none', { maxVBal: [-1, 7, -1] }],
    ['TypeOK: a last vote for a value that is none', { maxVal: ['None', 'v9', 'None'] }],
    ['TypeOK: one good message and one that is none', { msgs: [m1a(0), m1a(7)] }],
    ['TypeOK: a 1a message of a ballot that is none', { msgs: [m1a(7)] }],
    ['TypeOK: a 1b message of somebody who is no acceptor', { msgs: [m1b('a9', 1, 0, 'v1')] }],
    ['TypeOK: a 1b message of a ballot that is none', { msgs: [m1b('a1', 7, 0, 'v1')] }],
    ['TypeOK: a 1b message with a vote in a ballot that is none', { msgs: [m1b('a1', 1, 7, 'v1')] }],
    ['TypeOK: a 1b message with a vote for a value that is none', { msgs: [m1b('a1', 1, 0, 'v9')] }],
    ['TypeOK: a 2a message of a ballot that is none', { msgs: [m2a(7, 'v1')] }],
    ['TypeOK: a 2a message for a value that is none', { msgs: [m2a(0, 'v9')] }],
    ['TypeOK: a 2b message of somebody who is no acceptor', { msgs: [m2b('a9', 0, 'v1')] }],
    ['TypeOK: a 2b message of a ballot that is none', { msgs: [m2b('a1', 7, 'v1')] }],
    ['TypeOK: a 2b message for a value that is none', { msgs: [m2b('a1', 0, 'v9')] }],
    ['TypeOK: a message of no kind', { msgs: ['[type |-> "3a", bal |-> 0]'] }],
  ])('%s', (_, variables) => {
    expect(TypeOK(k, state(variables))).toBe(false);
    for (const text of variables.msgs ?? []) {
      expect(isMessage(k, message(text))).toBe(text === m1a(0));
    }
  });

  it('where the functions are on other acceptors', () => {
    const values = ['{a1, a2}', '{a1, a2, a3, a4}'].map((Acceptor) =>
      TypeOK(constants({ Acceptor }), state()),
    );
    expect(values).toEqual([false, false]);
  });
});
