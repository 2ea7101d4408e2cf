import { describe, expect, it } from 'vitest';
import { from, play, propose, timeUp, told } from '../../test/play.js';
import { clusterOf, type Learning } from '../cluster.js';
import type { Input } from '../role.js';
import { learner } from './learner.js';

const cluster = clusterOf(['a1', 'a2', 'a3'], {
  proposers: ['p1', 'p2'],
  learners: ['l', 'p1', 'p2'],
  timing: { retry: 200, tries: 2, backoff: { least: 1, most: 1 } },
});
const l = learner('l', cluster);

const vote = (acc: string, bal: number, val = 'A'): Input => from(acc, { type: '2b', acc, bal, val });
const chosen: Input = from('p1', { type: 'chosen', bal: 3, val: 'K' });
const nothing = (bal: number): Input => from('p1', { type: 'nothing', bal });
const query: Input = { type: 'query', chance: 0 };

describe('a learner that hears votes', () => {
  it('knows when a quorum has voted in one ballot', () => {
    const { state, effects } = play(l, vote('a1', 2), vote('a3', 2));
    expect(state).toMatchObject({ chosen: { bal: 2, val: 'A' }, waiting: false });
    expect(told(effects)).toEqual(['learned 2 A']);
  });

  it.each([
    ['the same acceptor twice', vote('a1', 2)],
    ['votes of different ballots', vote('a2', 4)],
    ['who is no acceptor', vote('p1', 2)],
  ])('does not count %s', (_, second) => {
    expect(play(l, vote('a1', 2), second).state.chosen).toBeUndefined();
  });

  it('counts late votes of a lower ballot', () => {
    const votes = [vote('a1', 2, 'A'), vote('a3', 5, 'A'), vote('a2', 2, 'A')];
    expect(told(play(l, ...votes).effects)).toEqual(['learned 2 A']);
  });

  it('says it once', () => {
    const votes = [vote('a1', 2), vote('a3', 2)];
    expect(play(l, ...votes, vote('a2', 2)).effects).toEqual([]);
    expect(play(l, ...votes, chosen).effects).toEqual([]);
    expect(play(l, ...votes, nothing(9)).effects).toEqual([]);
  });

  it('waits for more after the first, with one timer', () => {
    expect(told(play(l, vote('a1', 2)).effects)).toEqual(['timer learner 1 in 200']);
    expect(play(l, vote('a1', 2), vote('a1', 3)).effects).toEqual([]);
  });

  it.each<[Learning, readonly string[]]>([
    [{ type: 'all' }, []],
    [{ type: 'distinguished', learner: 'l' }, ['to p1: chosen 2 A', 'to p2: chosen 2 A']],
    [{ type: 'set', learners: ['l', 'p1'] }, ['to p1: chosen 2 A', 'to p2: chosen 2 A']],
  ])('tells those who count no votes: %j', (learning, messages) => {
    const { effects } = play(learner('l', { ...cluster, learning }), vote('a1', 2), vote('a3', 2));
    expect(told(effects)).toEqual(['learned 2 A', ...messages]);
  });

  it('believes one that knows, and does not pass it on', () => {
    const role = learner('l', { ...cluster, learning: { type: 'distinguished', learner: 'p1' } });
    const { state, effects } = play(role, chosen);
    expect(state.chosen).toEqual({ bal: 3, val: 'K' });
    expect(told(effects)).toEqual(['learned 3 K']);
  });
});

describe('a learner that is asked', () => {
  it.each(['ask', 'finish'] as const)('answers %s when it knows', (type) => {
    expect(told(play(l, chosen, from('p2', { type })).effects)).toEqual(['to p2: chosen 3 K']);
    expect(play(l, vote('a1', 2), from('p2', { type })).effects).toEqual([]);
  });

  it('does not answer itself', () => {
    expect(play(l, chosen, from('l', { type: 'ask' })).effects).toEqual([]);
  });
});

describe('a learner whose client wants to know', () => {
  const everybody = ['a1', 'a2', 'a3', 'p1', 'p2'].map((id) => `to ${id}: ask`);

  it('asks everybody', () => {
    expect(told(play(l, query).effects)).toEqual([...everybody, 'timer learner 1 in 200']);
  });

  it('asks at once though it waits for votes', () => {
    expect(told(play(l, vote('a1', 2), query).effects)).toEqual([...everybody, 'timer learner 2 in 200']);
  });

  it('goes on asking when the client does', () => {
    const { state, effects } = play(l, query, timeUp('learner', 1), query);
    expect(state.asked).toBe(2);
    expect(effects).toEqual([]);
  });

  it('does not ask when it knows', () => {
    expect(play(l, chosen, query).effects).toEqual([]);
  });

  it('has a value proposed again when nobody knew often enough, by one proposer or another', () => {
    const asked = [query, timeUp('learner', 1)];
    expect(told(play(l, ...asked).effects)).toEqual([...everybody, 'timer learner 2 in 200']);
    const finish = (chance: number) => told(play(l, ...asked, timeUp('learner', 2, chance)).effects)[5];
    expect([0, 0.49, 0.5, 0.99].map(finish)).toEqual(
      ['p1', 'p1', 'p2', 'p2'].map((id) => `to ${id}: finish`),
    );
  });

  it.each([
    ['an earlier timer', [query, timeUp('learner', 1), timeUp('learner', 1)]],
    ['a timer of the proposer', [query, timeUp('proposer', 1)]],
    ['a timer when it knows', [query, chosen, timeUp('learner', 1)]],
  ])('does nothing for %s', (_, inputs) => {
    expect(play(l, ...inputs).effects).toEqual([]);
  });
});

describe('a learner that is told that there is nothing', () => {
  it('says so, and asks no more', () => {
    const { state, effects } = play(l, query, nothing(4));
    expect(told(effects)).toEqual(['undecided 4']);
    expect(state).toMatchObject({ waiting: false, asked: 0 });
    expect(play(l, query, nothing(4), timeUp('learner', 1)).effects).toEqual([]);
  });

  it('does nothing if it has not asked', () => {
    expect(play(l, nothing(4)).effects).toEqual([]);
    expect(play(l, query, nothing(4), nothing(4)).effects).toEqual([]);
  });

  it.each([
    ['stops if somebody has voted in a lower ballot only', vote('a1', 3), false],
    ['goes on if somebody has voted in that ballot', vote('a1', 4), true],
    ['goes on if somebody has voted in a higher one', vote('a1', 5), true],
    ['goes on if its own node proposes', propose('M'), true],
  ])('%s', (_, before, waiting) => {
    expect(play(l, before, nothing(4)).state.waiting).toBe(waiting);
  });
});

describe('a learner whose node proposes', () => {
  it('will want to know', () => {
    expect(told(play(l, propose('M')).effects)).toEqual(['timer learner 1 in 200']);
    expect(play(l, chosen, propose('M')).effects).toEqual([]);
  });

  it.each([
    ['leaves it to that node', l, false],
    ['has others help where ballots come to an end', learner('l', { ...cluster, lastBallot: 3 }), true],
  ])('%s to have a value proposed again', (_, role, helped) => {
    const asked = [1, 2, 3].map((timer) => timeUp('learner', timer));
    expect(told(play(role, propose('M'), ...asked).effects).includes('to p1: finish')).toBe(helped);
  });
});

it('knows nothing when it starts again', () => {
  expect(l.restore(l.initial, { type: 'vote', bal: 1, val: 'A' })).toEqual(l.initial);
});
