import { describe, expect, it } from 'vitest';
import { from, play, propose, told } from '../../test/play.js';
import { clusterOf } from '../cluster.js';
import type { Input } from '../role.js';
import { node } from './node.js';

const cluster = clusterOf(['a1', 'a2', 'a3']);
const a1 = node('a1', cluster);

const promise = (acc: string): Input => from(acc, { type: '1b', acc, bal: 0, mbal: -1, mval: undefined });
const vote = (acc: string): Input => from(acc, { type: '2b', acc, bal: 0, val: 'A' });

describe('a node', () => {
  it('plays the roles that it has in the cluster', () => {
    expect(Object.keys(a1.initial)).toEqual(['acceptor', 'proposer', 'learner']);
    const others = clusterOf(['a1', 'a2'], { proposers: ['p'], learners: ['p', 'l'] });
    expect(Object.keys(node('a1', others).initial)).toEqual(['acceptor']);
    expect(Object.keys(node('p', others).initial)).toEqual(['proposer', 'learner']);
    expect(node('x', others).initial).toEqual({});
  });

  it('gives a proposal to its proposer and its learner', () => {
    const { state, effects } = play(a1, propose('A'));
    expect(state).toMatchObject({ proposer: { value: 'A' }, learner: { proposing: true } });
    expect(told(effects).filter((one) => one.startsWith('timer'))).toEqual([
      'timer proposer 1 in 200',
      'timer learner 1 in 200',
    ]);
  });

  it('has a proposer that knows what its learner finds out', () => {
    const { state, effects } = play(a1, propose('A'), vote('a2'), vote('a3'));
    expect(state.proposer?.phase).toEqual({ type: 'decided', val: 'A' });
    expect(told(effects)).toEqual(['learned 0 A']);
  });

  it('has a learner that waits for what its proposer asks votes for, whoever wanted it', () => {
    const voted: Input = from('a3', { type: '1b', acc: 'a3', bal: 3, mbal: 1, mval: 'K' });
    const asked = [from('a2', { type: 'rejected', bal: 0, maxBal: 1 }), from('a2', { type: 'finish' })];
    const { state, effects } = play(
      a1,
      ...asked,
      from('a2', { type: '1b', acc: 'a2', bal: 3, mbal: -1, mval: undefined }),
      voted,
    );
    expect(told(effects)[0]).toBe('Phase2a(3, K)');
    expect(told(effects).at(-1)).toBe('timer learner 1 in 200');
    expect(state.learner).toMatchObject({ waiting: true, proposing: true });
  });

  it('answers one that asks with its vote and with what it knows', () => {
    const accepted = from('a2', { type: '2a', bal: 1, val: 'A' });
    const { effects } = play(a1, accepted, vote('a2'), vote('a3'), from('a3', { type: 'ask' }));
    expect(told(effects)).toEqual(['to a3: 2b a1 1 A', 'to a3: chosen 0 A']);
  });

  it('starts again with what each of its roles has in the ledger', () => {
    const records = [
      { type: 'ballot', bal: 3 },
      { type: 'vote', bal: 4, val: 'A' },
      { type: 'promise', bal: 5 },
    ] as const;
    expect(records.reduce((state, record) => a1.restore(state, record), a1.initial)).toEqual({
      acceptor: { maxBal: 5, maxVBal: 4, maxVal: 'A' },
      proposer: { ...a1.initial.proposer, ballot: 3 },
      learner: a1.initial.learner,
    });
  });

  it('takes at most one action a step', () => {
    const { effects } = play(a1, propose('A'), promise('a1'), promise('a2'));
    expect(effects.filter(({ type }) => type === 'action')).toHaveLength(1);
  });
});
