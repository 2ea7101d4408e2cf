import { describe, expect, it } from 'vitest';
import { type Cluster, clusterOf, defaultTiming } from './cluster.js';
import { clusterProblems } from './cluster-problems.js';
import type { Quorums } from './quorum/quorums.js';

const three = ['a', 'b', 'c'];

describe('nothing is wrong', () => {
  it.each<[string, Partial<Cluster>]>([
    ['by default', {}],
    ['with a distinguished learner', { learning: { type: 'distinguished', learner: 'b' } }],
    ['with a set of learners', { learning: { type: 'set', learners: ['a', 'c'] } }],
    ['with weights', { quorums: { type: 'weighted', weights: { a: 0, b: 1, c: 2 } } }],
    ['with a grid', { quorums: { type: 'grid', rows: [['a'], ['b'], ['c']] } }],
    ['with one proposer', { proposers: ['p'], learners: ['p'] }],
  ])('%s', (_, options) => {
    expect(clusterProblems(clusterOf(three, options))).toEqual([]);
  });
});

describe('what is wrong is said in one sentence', () => {
  it.each<[string, Partial<Cluster>]>([
    ['there are no proposers.', { proposers: [] }],
    ['there are no learners.', { proposers: ['a'], learners: [] }],
    ['b is twice among the proposers.', { proposers: ['a', 'b', 'b'] }],
    ['a is twice among the acceptors.', { acceptors: ['a', 'a', 'b', 'c'] }],
    ['the proposer p is no learner: it would never know when to stop.', { proposers: ['p'] }],
    ['l is to be told of votes, and is no learner.', { learning: { type: 'distinguished', learner: 'l' } }],
    ['l is to be told of votes, and is no learner.', { learning: { type: 'set', learners: ['a', 'l'] } }],
    ['no learner is to be told of votes.', { learning: { type: 'set', learners: [] } }],
    [
      'there are more than 16 acceptors: a trace could not name their quorums.',
      { acceptors: Array.from({ length: 17 }, (_, i) => `a${i}`) },
    ],
    ['in the timing, retry is not a number above 0.', { timing: { ...defaultTiming, retry: Number.NaN } }],
    ['in the timing, tries is not a number above 0.', { timing: { ...defaultTiming, tries: 0 } }],
    [
      'in the timing, least is not a number above 0.',
      { timing: { ...defaultTiming, backoff: { least: 0, most: 5 } } },
    ],
    [
      'in the timing, the longest back-off is shorter than the shortest.',
      { timing: { ...defaultTiming, backoff: { least: 10, most: 5 } } },
    ],
  ])('%s', (sentence, options) => {
    expect(clusterProblems(clusterOf(three, options))).toContain(sentence);
  });

  it.each<[string, Quorums]>([
    ['d has a weight, and is no acceptor.', { type: 'weighted', weights: { a: 1, b: 1, c: 1, d: 1 } }],
    ['the weight of c is not a whole number from 0 on.', { type: 'weighted', weights: { a: 1, b: 1 } }],
    [
      'the weight of b is not a whole number from 0 on.',
      { type: 'weighted', weights: { a: 1, b: -1, c: 1 } },
    ],
    // Three times 0.1 is more than 0.3 by rounding.
    [
      'the weight of a is not a whole number from 0 on.',
      { type: 'weighted', weights: { a: 0.1, b: 0.2, c: 0.3 } },
    ],
    ['the weights are too large to be added.', { type: 'weighted', weights: { a: 2 ** 52, b: 1, c: 1 } }],
    ['no acceptor has any weight.', { type: 'weighted', weights: { a: 0, b: 0, c: 0 } }],
    ['the rows of the grid are not equally long.', { type: 'grid', rows: [['a', 'b'], ['c']] }],
    ['d is in the grid, and is no acceptor.', { type: 'grid', rows: [['a', 'b', 'c', 'd']] }],
    ['c is not in exactly one place of the grid.', { type: 'grid', rows: [['a', 'b']] }],
    [
      'a is not in exactly one place of the grid.',
      {
        type: 'grid',
        rows: [
          ['a', 'b'],
          ['c', 'a'],
        ],
      },
    ],
    ['a is not in exactly one place of the grid.', { type: 'grid', rows: [] }],
    ['there are no quorums.', { type: 'explicit', quorums: [] }],
    ['d is in a quorum, and is no acceptor.', { type: 'explicit', quorums: [['a', 'd']] }],
    [
      'the quorums {a, b} and {c} do not intersect: each could choose a value of its own.',
      { type: 'explicit', quorums: [['a', 'b'], ['b', 'c'], ['c']] },
    ],
    [
      'the quorums {} and {} do not intersect: each could choose a value of its own.',
      { type: 'explicit', quorums: [[]] },
    ],
  ])('%s', (sentence, quorums) => {
    expect(clusterProblems(clusterOf(three, { quorums }))).toEqual([sentence]);
  });

  it('of a cluster of nobody', () => {
    expect(clusterProblems(clusterOf([]))).toEqual([
      'there are no acceptors.',
      'there are no proposers.',
      'there are no learners.',
    ]);
  });
});
