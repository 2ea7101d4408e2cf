import { type Cluster, clusterOf } from '@synod/roles';
import { describe, expect, it } from 'vitest';
import { clusterDigest } from './cluster-digest.js';

const cluster = clusterOf(['n1', 'n2', 'n3']);

describe('the digest of a configuration', () => {
  it('is always the same: nodes of two builds must agree on it', () => {
    expect(clusterDigest(cluster)).toMatchInlineSnapshot(
      `"eb9f19c807705cb596c962818734ba751a629d3617443d1f32dbbdb9d567d6c9"`,
    );
  });

  it.each<[string, Partial<Cluster>]>([
    ['the name', { name: 'other' }],
    ['the order of the proposers', { proposers: ['n2', 'n1', 'n3'] }],
    ['an acceptor', { acceptors: ['n1', 'n2', 'n4'] }],
    ['a learner', { learners: ['n1', 'n2'] }],
    ['the quorums', { quorums: { type: 'weighted', weights: { n1: 1, n2: 1, n3: 1 } } }],
    ['who is told', { learning: { type: 'distinguished', learner: 'n1' } }],
    ['the last ballot', { lastBallot: 4 }],
  ])('is another one with another value of %s', (_, options) => {
    expect(clusterDigest({ ...cluster, ...options })).not.toBe(clusterDigest(cluster));
  });

  it('is another one with other weights or rows', () => {
    const weighted = (n3: number): Cluster => ({
      ...cluster,
      quorums: { type: 'weighted', weights: { n1: 1, n2: 1, n3 } },
    });
    expect(clusterDigest(weighted(1))).not.toBe(clusterDigest(weighted(2)));
    const family = (last: string): Cluster => ({
      ...cluster,
      quorums: {
        type: 'explicit',
        quorums: [
          ['n1', 'n2'],
          ['n1', last],
        ],
      },
    });
    expect(clusterDigest(family('n2'))).not.toBe(clusterDigest(family('n3')));
  });

  it('is the same in whatever order fields, acceptors and learners stand, and however long is waited', () => {
    const { name, ...rest } = cluster;
    const other: Cluster = {
      ...rest,
      acceptors: ['n3', 'n1', 'n2'],
      learners: ['n2', 'n3', 'n1'],
      timing: { ...cluster.timing, retry: 5 },
      name,
    };
    expect(clusterDigest(other)).toBe(clusterDigest(cluster));
  });
});
