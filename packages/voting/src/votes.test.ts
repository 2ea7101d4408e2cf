import { key } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import { acceptor, ballot, constants, state, value } from '../test/three.js';
import { ChosenAt, chosen, VotedFor } from './votes.js';

const k = constants();
const s = state(['{<<0, v1>>}', '{<<0, v1>>, <<1, v2>>}', '{<<1, v3>>}'], [0, 1, 1]);

describe('VotedFor', () => {
  it.each([
    ['a1', 0, 'v1', true],
    ['a1', 1, 'v1', false],
    ['a1', 0, 'v2', false],
    ['a2', 1, 'v2', true],
    ['a3', 0, 'v1', false],
  ] as const)('VotedFor(%s, %i, %s) is %s', (a, b, v, expected) => {
    expect(VotedFor(s, acceptor(a), ballot(b), value(v))).toBe(expected);
  });
});

describe('ChosenAt', () => {
  it.each([
    [0, 'v1', true],
    [1, 'v2', false],
    [0, 'v2', false],
  ] as const)('ChosenAt(%i, %s) is %s', (b, v, expected) => {
    expect(ChosenAt(k, s, ballot(b), value(v))).toBe(expected);
  });

  it('asks every member of one quorum, not some member of each', () => {
    const one = constants({ Quorum: '{{a1, a2}, {a2, a3}}' });
    expect(ChosenAt(one, s, ballot(0), value('v1'))).toBe(true);
    expect(ChosenAt(constants({ Quorum: '{{a2, a3}}' }), s, ballot(0), value('v1'))).toBe(false);
  });
});

describe('chosen', () => {
  it.each([
    ['nobody has voted', ['{}', '{}', '{}'], '{}'],
    ['one acceptor is no quorum', ['{<<0, v1>>}', '{}', '{}'], '{}'],
    ['a quorum in different ballots', ['{<<0, v1>>}', '{<<1, v1>>}', '{}'], '{}'],
    ['a quorum in one ballot', ['{}', '{<<2, v2>>}', '{<<2, v2>>}'], '{v2}'],
    ['two ballots', ['{<<0, v1>>}', '{<<0, v1>>, <<1, v2>>}', '{<<1, v2>>}'], '{v1, v2}'],
  ] as const)('%s', (_, votes, expected) => {
    expect(key(chosen(k, state(votes, [2, 2, 2])))).toBe(expected);
  });
});
