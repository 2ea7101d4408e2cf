import { key, parseConfig } from '@synod/tla';
import { expect, it } from 'vitest';
import { majorities, paxosCfg } from './paxos-model.js';

it('majorities are the smallest sets of more than half', () => {
  expect(majorities(['a', 'b', 'c'])).toEqual([
    ['a', 'b'],
    ['a', 'c'],
    ['b', 'c'],
  ]);
  expect(majorities(['a', 'b', 'c', 'd'])).toHaveLength(4);
  expect(majorities(['a', 'b', 'c', 'd', 'e'])).toHaveLength(10);
});

it('a cfg file has the constants of its size and what is checked', () => {
  const { constants, specification, invariants, properties } = parseConfig(
    paxosCfg({ acceptors: 3, values: 2, ballots: 4 }, 'Inv and Voting'),
  );
  expect(['Ballot', 'Quorum'].map((name) => key(constants[name] ?? ''))).toEqual([
    '{0, 1, 2, 3}',
    '{{a1, a2}, {a1, a3}, {a2, a3}}',
  ]);
  expect([specification, invariants, properties]).toEqual(['Spec', ['Inv'], ['ImplementsVoting']]);
});
