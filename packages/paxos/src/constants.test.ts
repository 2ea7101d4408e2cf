import { parseValue } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import { type Assignment, constants } from '../test/three.js';
import { NoneAssumption, constants as read } from './constants.js';

describe('the constants of Paxos are refused', () => {
  it.each<[string, Assignment, string]>([
    ['two quorums without a common member', { Quorum: '{{a1}, {a2}}' }, 'QuorumAssumption'],
    ['a ballot left out', { Ballot: '{0, 2}' }, 'BallotAssumption'],
    ['None is a value', { None: 'v1' }, 'NoneAssumption'],
  ])('%s', (_, assignment, assumption) => {
    const k = constants(assignment);
    expect(() => read(k)).toThrow(
      expect.objectContaining({
        code: 'assumption',
        message: expect.stringContaining(`the constants contradict ${assumption} of Paxos`),
      }),
    );
    expect(NoneAssumption(k)).toBe(assumption !== 'NoneAssumption');
  });

  it.each([
    ['Value', 'v1'],
    ['Acceptor', '{{a1}}'],
    ['Quorum', '{a1, a2}'],
    ['Ballot', '{b1}'],
    ['None', '{v1}'],
  ])('%s is of another shape: %s', (name, text) => {
    expect(() => read({ ...constants(), [name]: parseValue(text) })).toThrow(
      expect.objectContaining({ code: 'bad-constant' }),
    );
  });
});

it('the constants of Paxos are accepted', () => {
  const k = constants();
  expect(read(k)).toEqual(k);
  expect(NoneAssumption(k)).toBe(true);
});
