import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Cluster,
  clusterOf,
  clusterProblems,
  type Input,
  learner,
  type NodeState,
  node,
  type Role,
} from '../../src/index.js';
import { choices, run } from './schedule.js';
import type { MakeNode } from './world.js';

const three = ['a1', 'a2', 'a3'];
const five = ['a1', 'a2', 'a3', 'a4', 'a5'];
const lastBallot = 11;

const clusters: readonly (readonly [name: string, cluster: Cluster])[] = [
  ['three nodes, a majority chooses', clusterOf(three, { lastBallot })],
  [
    'one distinguished learner',
    clusterOf(three, { lastBallot, learning: { type: 'distinguished', learner: 'a1' } }),
  ],
  [
    'five weighted acceptors, two other proposers, a set of learners',
    clusterOf(five, {
      lastBallot,
      proposers: ['p1', 'p2'],
      learners: ['p1', 'p2', 'l'],
      quorums: { type: 'weighted', weights: { a1: 3, a2: 1, a3: 1, a4: 1, a5: 1 } },
      learning: { type: 'set', learners: ['l', 'p1'] },
    }),
  ],
  [
    'five acceptors with quorums of different sizes',
    clusterOf(five, {
      lastBallot,
      proposers: ['a1', 'a4'],
      learners: ['a1', 'a4'],
      quorums: {
        type: 'explicit',
        quorums: [
          ['a1', 'a2'],
          ['a1', 'a3', 'a4'],
          ['a2', 'a3', 'a5'],
          ['a2', 'a4'],
        ],
      },
    }),
  ],
];

describe('after every step the roles are in a state of Paxos.tla, one step on or where they were', () => {
  it.each(clusters)('%s', (_, cluster) => {
    expect(clusterProblems(cluster)).toEqual([]);
    const happened = new Set<string>();
    fc.assert(
      fc.property(choices, (all) => {
        for (const what of run(cluster, all)) happened.add(what);
      }),
      { seed: 6, numRuns: 60, endOnFailure: true },
    );
    // Enough has happened to say so.
    const enough = ['Phase1a', 'Phase1b', 'Phase2a', 'Phase2b', 'learned', 'rejected', 'ask', 'finish'];
    expect([...happened]).toEqual(expect.arrayContaining([...enough, 'crashed', 'restarted', 'duplicate']));
  });
});

/** A node whose step or restoring is another. */
function wrong(
  change: (role: Role<NodeState>, id: string, cluster: Cluster) => Partial<Role<NodeState>>,
): MakeNode {
  return (id, cluster) => {
    const role = node(id, cluster);
    return { ...role, ...change(role, id, cluster) };
  };
}

const hears = (input: Input, type: string): boolean =>
  input.type === 'message' && input.message.type === type;

const forgets = (type: 'promise' | 'ballot'): MakeNode =>
  wrong((role) => ({
    restore: (state, record) => (record.type === type ? state : role.restore(state, record)),
  }));

const answersFirst = wrong((role) => ({
  step(state, input) {
    const { state: next, effects } = role.step(state, input);
    return { state: next, effects: effects.toReversed() };
  },
}));

const votesBelowItsPromise = wrong((role) => ({
  step(state, input) {
    const { acceptor } = state;
    const free = hears(input, '2a') && acceptor ? { ...state, acceptor: { ...acceptor, maxBal: -1 } } : state;
    return role.step(free, input);
  },
}));

const ignoresVotes = wrong((role) => ({
  step: (state, input) =>
    input.type === 'message' && input.message.type === '1b'
      ? role.step(state, { ...input, message: { ...input.message, mbal: -1, mval: undefined } })
      : role.step(state, input),
}));

const believesOneVote = wrong((role, id, cluster) => {
  const quorums = { type: 'explicit', quorums: cluster.acceptors.map((one) => [one]) } as const;
  const credulous = learner(id, { ...cluster, quorums });
  return {
    step(state, input) {
      if (!hears(input, '2b') || state.learner === undefined) return role.step(state, input);
      const { state: next, effects } = credulous.step(state.learner, input);
      return { state: { ...state, learner: next }, effects };
    },
  };
});

const believesProposals = wrong((role) => ({
  step: (state, input) =>
    input.type === 'message' && input.message.type === '2a'
      ? role.step(role.step(state, input).state, { ...input, message: { ...input.message, type: 'chosen' } })
      : role.step(state, input),
}));

const givesUpTooSoon = wrong((role) => ({
  step: (state, input) =>
    hears(input, '2b') && input.type === 'message'
      ? role.step(state, { ...input, message: { type: 'nothing', bal: 99 } })
      : role.step(state, input),
}));

describe('the comparison finds', () => {
  it.each<[string, MakeNode, RegExp]>([
    [
      'a promise that is forgotten',
      forgets('promise'),
      /knows what its ledger does not|is no step of Paxos.tla/,
    ],
    ['a ballot that is begun again', forgets('ballot'), /is not one step|is no step of Paxos.tla/],
    ['an answer that comes before its record', answersFirst, /which nobody sent|and no record says so/],
    [
      'a vote below a promise',
      votesBelowItsPromise,
      /knows what its ledger does not|is no step of Paxos.tla/,
    ],
    ['a value that is not safe', ignoresVotes, /"action":"Phase2a".* is no step of Paxos.tla/],
    ['a learner to whom one vote is enough', believesOneVote, /believes that \w is chosen/],
    ['a learner that believes what is proposed', believesProposals, /believes that \w is chosen/],
    ['a learner that gives up too soon', givesUpTooSoon, /believes that nothing is chosen below 99/],
  ])('%s', (_, make, message) => {
    const property = fc.property(choices, (all) => void run(clusterOf(three, { lastBallot }), all, make));
    const { failed, errorInstance } = fc.check(property, { seed: 6, numRuns: 500, endOnFailure: true });
    expect(failed).toBe(true);
    expect((errorInstance as Error).message).toMatch(message);
  });
});
