import { describe, expect, it } from 'vitest';
import { acceptor, ballot, constants, type Each, state, text, texts, value } from '../test/three.js';
import { IncreaseMaxBal, Init, Next, VoteFor } from './actions.js';

const k = constants();
const a1 = acceptor('a1');
const none: Each = ['{}', '{}', '{}'];

it('Init: nobody has voted or promised anything', () => {
  expect(texts(Init(k))).toEqual([text(none, [-1, -1, -1])]);
});

describe('IncreaseMaxBal', () => {
  const increase = (maxBal: number, b: number): readonly string[] =>
    texts(IncreaseMaxBal(state(['{<<0, v1>>}', '{}', '{}'], [maxBal, 2, -1]), a1, ballot(b)));

  it('promises a higher ballot, and keeps the votes', () => {
    expect(increase(0, 1)).toEqual([text(['{<<0, v1>>}', '{}', '{}'], [1, 2, -1])]);
    expect(increase(-1, 2)).toEqual([text(['{<<0, v1>>}', '{}', '{}'], [2, 2, -1])]);
  });

  it.each([
    [1, 1],
    [2, 1],
  ])('is disabled where maxBal[a] is %i and b is %i: /\\ b > maxBal[a]', (maxBal, b) => {
    expect(increase(maxBal, b)).toEqual([]);
  });
});

describe('VoteFor', () => {
  const voteFor = (votes: Each, maxBal: Each, b: number, v = 'v1'): readonly string[] =>
    texts(VoteFor(k, state(votes, maxBal), a1, ballot(b), value(v)));

  it('casts a vote and promises to vote below no more', () => {
    const after = text(['{<<0, v1>>}', '{}', '{}'], [0, 0, -1]);
    expect(voteFor(none, [0, 0, -1], 0)).toEqual([after]);
    const further = text(['{<<0, v1>>, <<1, v1>>}', '{<<0, v1>>}', '{}'], [1, 1, -1]);
    expect(voteFor(['{<<0, v1>>}', '{<<0, v1>>}', '{}'], [1, 1, -1], 1)).toEqual([further]);
  });

  it('raises the promise to the ballot that is voted in', () => {
    const after = text(['{<<1, v1>>}', '{}', '{}'], [1, 1, 1]);
    expect(voteFor(none, [0, 1, 1], 1)).toEqual([after]);
  });

  it('has a way for each quorum that shows the value to be safe', () => {
    expect(voteFor(none, [0, 0, -1], 0)).toHaveLength(1);
    expect(voteFor(none, [0, 0, 0], 0)).toHaveLength(3);
  });

  it('is disabled by a promise of a higher ballot alone: /\\ maxBal[a] <= b', () => {
    expect(voteFor(none, [1, 0, 0], 0)).toEqual([]);
    expect(voteFor(none, [0, 0, 0], 0)).not.toEqual([]);
  });

  it('is disabled by an own vote in the ballot alone: /\\ \\A vt \\in votes[a] : vt[1] # b', () => {
    expect(voteFor(['{<<0, v1>>}', '{}', '{}'], [0, 0, 0], 0)).toEqual([]);
    expect(voteFor(['{<<0, v1>>, <<1, v1>>}', '{}', '{}'], [1, 1, 1], 1)).toEqual([]);
    expect(voteFor(['{<<0, v1>>}', '{}', '{}'], [1, 1, 1], 1)).not.toEqual([]);
  });

  it.each<Each>([
    ['{}', '{<<0, v2>>}', '{}'],
    ['{}', '{}', '{<<0, v2>>}'],
    ['{}', '{<<0, v1>>, <<0, v2>>}', '{}'],
  ])("is disabled by another's vote for another value in the ballot alone: %s %s %s", (...votes) => {
    expect(voteFor(votes, [0, 0, 0], 0)).toEqual([]);
  });

  it("is not disabled by others' votes for the value, or for another in another ballot", () => {
    expect(voteFor(['{}', '{<<0, v1>>}', '{<<0, v1>>}'], [0, 0, 0], 0)).toHaveLength(3);
    expect(voteFor(['{}', '{<<1, v2>>}', '{}'], [0, 1, 1], 0)).toHaveLength(3);
  });

  it('is disabled where no quorum shows the value to be safe: /\\ \\E Q \\in Quorum : ShowsSafeAt(Q, b, v)', () => {
    expect(voteFor(none, [0, -1, -1], 0)).toEqual([]);
    // Two have voted for v2 below, so that v1 is safe for no quorum.
    expect(voteFor(['{}', '{<<0, v2>>}', '{<<0, v2>>}'], [1, 1, 1], 1)).toEqual([]);
    expect(voteFor(['{}', '{<<0, v2>>}', '{<<0, v2>>}'], [1, 1, 1], 1, 'v2')).toHaveLength(3);
  });
});

it('Next: all steps of both actions, each with its parameters', () => {
  const labels = Array.from(Next(k, state(none, [0, 0, 2])), (step) => [step.action, ...step.parameters]);
  const [a2, a3] = [acceptor('a2'), acceptor('a3')];
  const [v1, v2, v3] = [value('v1'), value('v2'), value('v3')];
  // In ballot 0 each value has three quorums; a3 has promised 2, and in ballots 1 and 2 no quorum has promised.
  const votes = (a: symbol): unknown[] =>
    [v1, v2, v3].flatMap((v) => [1, 2, 3].map(() => ['VoteFor', a, 0, v]));
  expect(labels).toEqual([
    ...votes(a1 as symbol),
    ['IncreaseMaxBal', a1, 1],
    ['IncreaseMaxBal', a1, 2],
    ...votes(a2 as symbol),
    ['IncreaseMaxBal', a2, 1],
    ['IncreaseMaxBal', a2, 2],
  ]);
  expect(labels.some(([, a]) => a === a3)).toBe(false);
});
