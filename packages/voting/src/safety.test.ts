import { describe, expect, it } from 'vitest';
import { acceptor, ballot, constants, type Each, quorum, state, value } from '../test/three.js';
import { CannotVoteAt, DidNotVoteAt, NoneOtherChoosableAt, SafeAt, ShowsSafeAt } from './safety.js';

const k = constants();
const none: Each = ['{}', '{}', '{}'];
const [a1, v1, v2] = [acceptor('a1'), value('v1'), value('v2')];

describe('DidNotVoteAt', () => {
  const s = state(['{<<1, v2>>}', '{}', '{}'], [1, 0, 0]);
  it.each([
    ['a1', 0, true],
    ['a1', 1, false],
    ['a2', 1, true],
  ] as const)('DidNotVoteAt(%s, %i) is %s', (a, b, expected) => {
    expect(DidNotVoteAt(k, s, acceptor(a), ballot(b))).toBe(expected);
  });
});

describe('CannotVoteAt', () => {
  it.each([
    ['has promised higher and not voted', '{}', 2, true],
    ['has promised no higher', '{}', 1, false],
    ['has voted', '{<<1, v1>>}', 2, false],
  ] as const)('one that %s: %s, %i', (_, votes, maxBal, expected) => {
    expect(CannotVoteAt(k, state([votes, '{}', '{}'], [maxBal, -1, -1]), a1, ballot(1))).toBe(expected);
  });
});

describe('NoneOtherChoosableAt', () => {
  it.each<[string, Each, Each, boolean]>([
    ['all of a quorum voted for v', ['{<<0, v1>>}', '{<<0, v1>>}', '{}'], [0, 0, -1], true],
    ['all of a quorum cannot vote any more', none, [1, -1, 1], true],
    ['one of a quorum voted for v, the other cannot vote', ['{<<0, v1>>}', '{}', '{}'], [0, 1, -1], true],
    ['only one acceptor', ['{<<0, v1>>}', '{}', '{}'], [0, 0, -1], false],
    ['a quorum that voted for another', ['{<<0, v2>>}', '{<<0, v2>>}', '{}'], [0, 0, 1], false],
    ['nobody', none, [0, 0, 0], false],
  ])('%s', (_, votes, maxBal, expected) => {
    expect(NoneOtherChoosableAt(k, state(votes, maxBal), ballot(0), v1)).toBe(expected);
  });
});

describe('SafeAt', () => {
  it.each<[string, Each, Each, number, boolean]>([
    ['ballot 0, whatever has happened', ['{<<0, v2>>}', '{<<0, v2>>}', '{}'], [0, 0, 0], 0, true],
    ['a quorum has promised', none, [1, 1, -1], 1, true],
    ['nobody has promised', none, [0, 0, 0], 1, false],
    ['ballot 0 is closed, and ballot 1 open', none, [1, 1, -1], 2, false],
    ['ballot 0 chose it, and ballot 1 is closed', ['{<<0, v1>>}', '{<<0, v1>>}', '{}'], [2, 2, 2], 2, true],
    ['ballot 0 chose another', ['{<<0, v2>>}', '{<<0, v2>>}', '{}'], [2, 2, 2], 2, false],
  ])('%s', (_, votes, maxBal, b, expected) => {
    expect(SafeAt(k, state(votes, maxBal), ballot(b), v1)).toBe(expected);
  });
});

describe('ShowsSafeAt', () => {
  const shows = (votes: Each, maxBal: Each, b: number, v = v1): boolean =>
    ShowsSafeAt(k, state(votes, maxBal), quorum('{a1, a2}'), ballot(b), v);

  it('a quorum that has promised and not voted shows every value', () => {
    expect([shows(none, [1, 1, -1], 1), shows(none, [1, 1, -1], 1, v2)]).toEqual([true, true]);
    expect(shows(none, [2, 1, -1], 1)).toBe(true);
    expect(shows(none, [0, 0, -1], 0)).toBe(true);
  });

  it('one that has not promised keeps the quorum from it: /\\ \\A a \\in Q : maxBal[a] >= b', () => {
    expect(shows(none, [1, 0, 1], 1)).toBe(false);
    expect(shows(none, [0, 1, 1], 1)).toBe(false);
  });

  it('a vote in the highest ballot is for the value: /\\ (c # -1) => \\E a \\in Q : VotedFor(a, c, v)', () => {
    const votes: Each = ['{<<0, v1>>}', '{}', '{<<0, v2>>}'];
    expect(shows(votes, [1, 1, 1], 1)).toBe(true);
    // The vote for v2 is that of somebody outside the quorum.
    expect(shows(votes, [1, 1, 1], 1, v2)).toBe(false);
  });

  it('nobody voted above it: /\\ \\A d \\in (c+1)..(b-1), a \\in Q : DidNotVoteAt(a, d)', () => {
    const votes: Each = ['{<<0, v1>>}', '{<<1, v2>>}', '{}'];
    expect(shows(votes, [2, 2, 2], 2)).toBe(false);
    expect(shows(votes, [2, 2, 2], 2, v2)).toBe(true);
    // A vote in b itself is not below b.
    expect(shows(['{<<0, v1>>, <<1, v2>>}', '{}', '{}'], [2, 2, 2], 1)).toBe(true);
  });
});
