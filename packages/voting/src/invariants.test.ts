import { describe, expect, it } from 'vitest';
import { constants, type Each, state } from '../test/three.js';
import { Inv, OneValuePerBallot, OneVote, TypeOK, VotesSafe } from './invariants.js';

const k = constants();
const none: Each = ['{}', '{}', '{}'];
const at0: Each = [0, 0, 0];
const operators = { TypeOK, VotesSafe, OneVote, OneValuePerBallot, Inv };

describe('the invariants are TRUE', () => {
  it.each<[string, Each, Each]>([
    ['in the initial state', none, [-1, -1, -1]],
    ['when a value is chosen', ['{<<0, v1>>}', '{<<0, v1>>}', '{}'], at0],
    ['when two ballots have votes', ['{<<0, v1>>}', '{<<0, v1>>, <<1, v1>>}', '{<<1, v1>>}'], [0, 1, 1]],
    [
      'when a ballot failed and a later one has another value',
      ['{<<0, v1>>}', '{<<1, v2>>}', '{}'],
      [0, 1, 1],
    ],
  ])('%s', (_, votes, maxBal) => {
    const s = state(votes, maxBal);
    const values = Object.values(operators).map((operator) => operator(k, s));
    expect(values).toEqual([true, true, true, true, true]);
  });
});

describe('an invariant is FALSE', () => {
  it.each<[string, Each, Each]>([
    ['TypeOK: a vote in a ballot that is none', ['{<<0, v1>>, <<7, v1>>}', '{}', '{}'], at0],
    ['TypeOK: a vote for a value that is none', ['{<<0, v9>>}', '{}', '{}'], at0],
    ['TypeOK: a promise of a ballot that is none', none, [0, 7, -1]],
    ['VotesSafe: a vote while others may still vote below', ['{<<1, v1>>}', '{}', '{}'], [1, -1, -1]],
    ['OneVote: two votes of one acceptor in one ballot', ['{<<0, v1>>, <<0, v2>>}', '{}', '{}'], at0],
    ['OneValuePerBallot: votes of two acceptors for two values', ['{<<0, v1>>}', '{<<0, v2>>}', '{}'], at0],
    ['Inv: TypeOK alone is false', none, [0, 7, -1]],
    ['Inv: VotesSafe alone is false', ['{<<1, v1>>}', '{}', '{}'], [1, -1, -1]],
    ['Inv: OneValuePerBallot alone is false', ['{<<0, v1>>}', '{<<0, v2>>}', '{}'], at0],
  ])('%s', (title, votes, maxBal) => {
    const name = title.replace(/:.*/, '') as keyof typeof operators;
    expect(operators[name](k, state(votes, maxBal))).toBe(false);
  });

  it.each<[string, Each, Each]>([
    ['TypeOK', none, [0, 7, -1]],
    ['VotesSafe', ['{<<1, v1>>}', '{}', '{}'], [1, -1, -1]],
    ['OneValuePerBallot', ['{<<0, v1>>}', '{<<0, v2>>}', '{}'], at0],
  ])('and of the conjuncts of Inv %s alone is', (name, votes, maxBal) => {
    const s = state(votes, maxBal);
    const conjuncts = { TypeOK, VotesSafe, OneValuePerBallot };
    const broken = Object.entries(conjuncts).filter(([, conjunct]) => !conjunct(k, s));
    expect(broken.map(([conjunct]) => conjunct)).toEqual([name]);
  });
});

describe('TypeOK asks for functions', () => {
  it('on all acceptors, and on no others', () => {
    const two = constants({ Acceptor: '{a1, a2}' });
    const four = constants({ Acceptor: '{a1, a2, a3, a4}' });
    expect([TypeOK(two, state(none, at0)), TypeOK(four, state(none, at0))]).toEqual([false, false]);
  });
});
