import { parseValue } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import { type Assignment, constants } from '../test/three.js';
import { BallotAssumption, ballots, QuorumAssumption } from './assumptions.js';
import { constants as read } from './constants.js';

describe('the constants of Voting are refused', () => {
  it.each<[string, Assignment, string]>([
    ['two quorums without a common member', { Quorum: '{{a1}, {a2}, {a1, a2, a3}}' }, 'QuorumAssumption'],
    ['a quorum with a member that is no acceptor', { Quorum: '{{a1, a2}, {a1, a4}}' }, 'QuorumAssumption'],
    ['an empty quorum', { Quorum: '{{}}' }, 'QuorumAssumption'],
    ['a ballot below 0', { Ballot: '{-1, 0}' }, 'BallotAssumption'],
    ['a ballot left out', { Ballot: '{0, 2}' }, 'BallotAssumption'],
    ['no ballot 0', { Ballot: '{1}' }, 'BallotAssumption'],
  ])('%s', (_, assignment, assumption) => {
    const k = constants(assignment);
    expect(() => read(k)).toThrow(
      expect.objectContaining({
        code: 'assumption',
        message: expect.stringContaining(`the constants contradict ${assumption} of Voting`),
      }),
    );
    const holds = { QuorumAssumption: QuorumAssumption(k), BallotAssumption: BallotAssumption(k) };
    const other = assumption === 'QuorumAssumption' ? 'BallotAssumption' : 'QuorumAssumption';
    expect(holds).toEqual({ [assumption]: false, [other]: true });
  });

  it.each([
    ['Value', 'v1'],
    ['Acceptor', '{{a1}}'],
    ['Quorum', '{a1, a2}'],
    ['Ballot', '{b1}'],
  ])('%s is of another shape: %s', (name, text) => {
    expect(() => read({ ...constants(), [name]: parseValue(text) })).toThrow(
      expect.objectContaining({ code: 'bad-constant' }),
    );
  });
});

describe('the constants of Voting are accepted', () => {
  it.each<[string, Assignment]>([
    ['majorities', {}],
    ['one quorum of all', { Quorum: '{{a1, a2, a3}}' }],
    ['weights', { Quorum: '{{a1}, {a1, a2}, {a1, a3}}' }],
    ['no ballots at all', { Ballot: '{}' }],
    ['one ballot', { Ballot: '{0}' }],
  ])('%s', (_, assignment) => {
    const k = constants(assignment);
    expect(read(k)).toEqual(k);
  });
});

it('ballots from low to high', () => {
  expect([[...ballots(0, 2)], [...ballots(-1, -1)], [...ballots(0, -1)]]).toEqual([[0, 1, 2], [-1], []]);
});
