import { describe, expect, it } from 'vitest';
import { from, play, told } from '../../test/play.js';
import { clusterOf, type Learning } from '../cluster.js';
import { acceptor } from './acceptor.js';
import { newAcceptor } from './state.js';

const cluster = clusterOf(['a1', 'a2', 'a3'], { learners: ['l1', 'l2'] });
const a1 = acceptor('a1', cluster);

const prepare = (bal: number) => from('p', { type: '1a', bal });
const accept = (bal: number, val = 'A') => from('p', { type: '2a', bal, val });

describe('an acceptor that is asked to take part in a ballot', () => {
  it('promises: the record comes first, then the action, then the answer', () => {
    const { state, effects } = play(a1, prepare(4));
    expect(state).toEqual({ ...newAcceptor, maxBal: 4 });
    expect(told(effects)).toEqual(['persist promise 4', 'Phase1b(a1)', 'to p: 1b a1 4 -1 undefined']);
  });

  it('reports its last vote, and not the first', () => {
    const { effects } = play(a1, accept(1, 'A'), accept(3, 'K'), prepare(4));
    expect(told(effects).at(-1)).toBe('to p: 1b a1 4 3 K');
  });

  it('says so again when it is asked again, and takes no step', () => {
    const { state, effects } = play(a1, accept(1), prepare(4), prepare(4));
    expect(state.maxBal).toBe(4);
    expect(told(effects)).toEqual(['to p: 1b a1 4 1 A']);
  });

  it('says nothing when it has voted in it: that is not what it reported', () => {
    expect(play(a1, prepare(4), accept(4), prepare(4)).effects).toEqual([]);
  });

  it('rejects a lower one, and names the one that it takes part in', () => {
    const { state, effects } = play(a1, prepare(4), prepare(3));
    expect(state.maxBal).toBe(4);
    expect(told(effects)).toEqual(['to p: rejected 3 4']);
  });
});

describe('an acceptor that is asked for a vote', () => {
  it('votes in the ballot that it takes part in: the record first, then the action, then the learners', () => {
    const { state, effects } = play(a1, prepare(4), accept(4, 'K'));
    expect(state).toEqual({ maxBal: 4, maxVBal: 4, maxVal: 'K' });
    expect(told(effects)).toEqual([
      'persist vote 4 K',
      'Phase2b(a1)',
      'to l1: 2b a1 4 K',
      'to l2: 2b a1 4 K',
    ]);
  });

  it('votes in a higher one that it has not heard of, which is a promise too', () => {
    expect(play(a1, prepare(4), accept(5)).state).toEqual({ maxBal: 5, maxVBal: 5, maxVal: 'A' });
  });

  it('does not vote below its promise', () => {
    const { state, effects } = play(a1, prepare(4), accept(3));
    expect(state).toEqual({ ...newAcceptor, maxBal: 4 });
    expect(told(effects)).toEqual(['to p: rejected 3 4']);
  });

  it('says so again when it is asked again, and takes no step', () => {
    const { state, effects } = play(a1, accept(4), accept(4));
    expect(state.maxVBal).toBe(4);
    expect(told(effects)).toEqual(['to l1: 2b a1 4 A', 'to l2: 2b a1 4 A']);
  });

  it('does not repeat a vote below its promise', () => {
    expect(told(play(a1, accept(4), prepare(5), accept(4)).effects)).toEqual(['to p: rejected 4 5']);
  });

  it.each<[Learning, readonly string[]]>([
    [{ type: 'all' }, ['to l1: 2b a1 0 A', 'to l2: 2b a1 0 A', 'to l3: 2b a1 0 A']],
    [{ type: 'distinguished', learner: 'l2' }, ['to l2: 2b a1 0 A']],
    [{ type: 'set', learners: ['l3', 'l1'] }, ['to l3: 2b a1 0 A', 'to l1: 2b a1 0 A']],
  ])('tells those who are to be told: %j', (learning, messages) => {
    const role = acceptor('a1', { ...cluster, learners: ['l1', 'l2', 'l3'], learning });
    expect(told(play(role, accept(0)).effects).slice(2)).toEqual(messages);
  });
});

describe('an acceptor that a learner asks', () => {
  it('tells its last vote', () => {
    const { effects } = play(a1, accept(1, 'A'), accept(3, 'K'), from('l2', { type: 'ask' }));
    expect(told(effects)).toEqual(['to l2: 2b a1 3 K']);
  });

  it('says nothing before it has voted', () => {
    expect(play(a1, prepare(4), from('l2', { type: 'ask' })).effects).toEqual([]);
  });
});

describe('an acceptor that starts again', () => {
  const restored = (...records: Parameters<typeof a1.restore>[1][]) =>
    records.reduce((state, record) => a1.restore(state, record), a1.initial);

  it('knows what it promised and what it voted for', () => {
    expect(restored({ type: 'vote', bal: 1, val: 'A' }, { type: 'promise', bal: 4 })).toEqual({
      maxBal: 4,
      maxVBal: 1,
      maxVal: 'A',
    });
    expect(restored({ type: 'promise', bal: 1 }, { type: 'vote', bal: 1, val: 'A' }).maxBal).toBe(1);
  });

  it('does not mind the order of records', () => {
    const promise = { type: 'promise', bal: 4 } as const;
    const votes = [
      { type: 'vote', bal: 3, val: 'K' },
      { type: 'vote', bal: 1, val: 'A' },
    ] as const;
    expect(restored(promise, ...votes)).toEqual({ maxBal: 4, maxVBal: 3, maxVal: 'K' });
  });

  it('takes nothing from a record of the proposer of its node', () => {
    expect(restored({ type: 'ballot', bal: 7 })).toEqual(newAcceptor);
  });
});

it('does nothing of what is not for acceptors', () => {
  expect(play(a1, from('p', { type: 'finish' })).effects).toEqual([]);
  expect(play(a1, { type: 'query', chance: 0 }).effects).toEqual([]);
});
