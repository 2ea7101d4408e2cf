import { explore, instantiate } from '@synod/spec';
import { describe, expect, it } from 'vitest';
import { type Assignment, constants, type Each, state } from '../test/three.js';
import { Voting } from './specification.js';
import { AllSafeAtZero, ChoosableThm, ShowsSafety, VotesSafeImpliesConsistency } from './theorems.js';

const theorems = { AllSafeAtZero, ChoosableThm, VotesSafeImpliesConsistency, ShowsSafety };

describe('the theorems', () => {
  it('are TRUE in every type-correct state of two acceptors', () => {
    const k = constants({
      Acceptor: '{a1, a2}',
      Quorum: '{{a1, a2}, {a2}}',
      Value: '{v1, v2}',
      Ballot: '{0, 1}',
    });
    const states = [...(Voting.typeCorrect?.(k) ?? [])];
    expect(states).toHaveLength((2 ** 4 * 3) ** 2);
    const broken = states.filter((s) => Object.values(theorems).some((theorem) => !theorem(k, s)));
    expect(broken).toEqual([]);
  });
});

describe('what a theorem supposes is needed', () => {
  it.each<[string, Each, Each, boolean, Assignment?]>([
    [
      'VotesSafeImpliesConsistency: two values are chosen, by unsafe votes',
      ['{<<0, v1>>}', '{<<0, v1>>, <<1, v2>>}', '{<<1, v2>>}'],
      [0, 1, 1],
      true,
    ],
    [
      'VotesSafeImpliesConsistency: two values are chosen, by double votes',
      ['{<<0, v1>>, <<0, v2>>}', '{<<0, v1>>, <<0, v2>>}', '{}'],
      [0, 0, -1],
      true,
    ],
    [
      'VotesSafeImpliesConsistency: two values are chosen, by quorums that do not meet',
      ['{<<0, v1>>}', '{<<0, v2>>}', '{}'],
      [0, 0, -1],
      false,
      { Quorum: '{{a1}, {a2}}' },
    ],
    [
      'ShowsSafety: an unsafe vote shows an unsafe value to be safe',
      ['{<<1, v1>>}', '{<<0, v2>>}', '{<<0, v2>>}'],
      [2, 2, 2],
      true,
    ],
  ])('%s', (title, votes, maxBal, expected, assignment) => {
    const name = title.replace(/:.*/, '') as keyof typeof theorems;
    expect(theorems[name](constants(assignment), state(votes, maxBal))).toBe(expected);
  });

  it('without quorums that meet, two values come to be chosen', () => {
    const k = constants({
      Acceptor: '{a1, a2}',
      Quorum: '{{a1}, {a2}}',
      Value: '{v1, v2}',
      Ballot: '{0, 1}',
    });
    const unchecked = { ...Voting, constants: () => k };
    const { states } = explore(instantiate(unchecked, {}));
    expect(states.some((s) => !VotesSafeImpliesConsistency(k, s))).toBe(true);
  });
});
