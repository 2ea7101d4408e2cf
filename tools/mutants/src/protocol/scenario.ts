import { type Cluster, clusterOf, type NodeId } from '@synod/roles';
import type { FaultName } from '@synod/simulator';

/** A cluster, what clients propose there, and what goes wrong. */
export interface Scenario {
  readonly name: string;
  readonly cluster: Cluster;
  readonly values: readonly string[];
  /** All, unless they are given. */
  readonly faults?: readonly FaultName[];
  /** Whether a node starts again from a ledger that was compacted. */
  readonly compacted?: boolean;
}

const values = ['A', 'B', 'C'];

function nodes(count: number): readonly NodeId[] {
  return Array.from({ length: count }, (_, at) => `n${at + 1}`);
}

function scenario(name: string, acceptors: number, options: Partial<Cluster> = {}): Scenario {
  return { name, cluster: clusterOf(nodes(acceptors), options), values };
}

/** Three nodes, each proposer, acceptor and learner. */
export const three: Scenario = scenario('three nodes', 3);

/** A majority is as large as a minority of two: there is more to mix up. */
export const five: Scenario = scenario('five nodes', 5, { proposers: nodes(3), learners: nodes(3) });

/** Proposers who give each other little time, and messages that get lost: votes in many ballots. */
export const duel: Scenario = {
  ...scenario('five nodes that duel', 5, {
    proposers: nodes(3),
    learners: nodes(3),
    timing: { retry: 60, tries: 1, backoff: { least: 5, most: 40 } },
  }),
  faults: ['loss', 'duplication', 'delay', 'reordering'],
};

/** Of an even number exactly one half is no majority. */
export const four: Scenario = scenario('four nodes', 4, { proposers: nodes(3), learners: nodes(3) });

/** n1 has half of the weight. */
export const weighted: Scenario = scenario('weights 2, 1, 1', 3, {
  quorums: { type: 'weighted', weights: { n1: 2, n2: 1, n3: 1 } },
});

/** Time enough to ask again in a ballot, and disks that take long. */
export const slow: Scenario = {
  ...scenario('three nodes with slow disks', 3, {
    timing: { retry: 60, tries: 3, backoff: { least: 5, most: 40 } },
  }),
  faults: ['loss', 'delay', 'reordering', 'slow-disk'],
};

/** Any three of four, as rows and columns. */
export const grid: Scenario = scenario('a grid of 2 by 2', 4, {
  proposers: nodes(3),
  learners: nodes(3),
  quorums: {
    type: 'grid',
    rows: [
      ['n1', 'n2'],
      ['n3', 'n4'],
    ],
  },
});

/** Everybody needs n1, or all others. */
export const explicit: Scenario = scenario('explicit quorums', 4, {
  proposers: nodes(3),
  learners: nodes(3),
  quorums: {
    type: 'explicit',
    quorums: [
      ['n1', 'n2'],
      ['n1', 'n3'],
      ['n1', 'n4'],
      ['n2', 'n3', 'n4'],
    ],
  },
});

/** Votes go to n1, who tells the others. */
export const distinguished: Scenario = scenario('one distinguished learner', 3, {
  learning: { type: 'distinguished', learner: 'n1' },
});

/** Three nodes whose ledgers are compacted. */
export const compacted: Scenario = { ...three, name: 'three nodes, ledgers compacted', compacted: true };

export const scenarios: readonly Scenario[] = [
  duel,
  slow,
  three,
  five,
  four,
  weighted,
  grid,
  explicit,
  distinguished,
  compacted,
];
