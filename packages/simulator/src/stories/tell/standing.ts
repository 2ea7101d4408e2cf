import { type Cluster, type NodeId, quorumSystem, safeValue } from '@synod/roles';
import { lastVote } from '../facts/acceptor-fact.js';
import type { Fact, Vote } from '../facts/fact.js';
import type { View } from '../view.js';

/** What is so at a point of a story, for the claims that it makes. */
export interface Standing {
  /** The last vote in an acceptor's ledger. */
  readonly vote: (acceptor: NodeId) => Vote | undefined;
  /** The highest ballot that an acceptor takes part in, or -1. */
  readonly maxBal: (acceptor: NodeId) => number;
  /** All values for which a quorum has voted in one ballot. */
  readonly chosen: readonly string[];
  /** What a proposer may propose whom these answer now: undefined if it is free. */
  readonly allowed: (acceptors: readonly NodeId[]) => string | undefined;
  /** The smallest quorums. */
  readonly quorums: readonly (readonly NodeId[])[];
  /** What a learner knows. */
  readonly knows: (learner: NodeId) => string | undefined;
  /** All that was told so far. */
  readonly facts: readonly Fact[];
  /** What was so at an earlier point of the story. */
  readonly remembered: (name: string) => string | undefined;
  /** All states and messages, as a text: ballots lowered by so many, and timers and attempts left out. */
  readonly everything: (lowered?: number) => string;
}

export function standing(
  view: View,
  cluster: Cluster,
  facts: readonly Fact[],
  memory: ReadonlyMap<string, string>,
): Standing {
  const quorums = quorumSystem(cluster.quorums, cluster.acceptors);
  const smallest = quorums.smallest();
  const acceptor = (id: NodeId) => view.look(id).state.acceptor;
  const vote = (id: NodeId): Vote | undefined => {
    const state = acceptor(id);
    return state && lastVote(state);
  };
  return {
    vote,
    maxBal: (id) => acceptor(id)?.maxBal ?? -1,
    chosen: chosenIn(view, cluster, (voters) => quorums.isQuorum(voters)),
    allowed: (ids) =>
      safeValue(
        ids.map((id) => reported(vote(id))),
        undefined,
      ),
    quorums: smallest,
    knows: (id) => view.look(id).state.learner?.chosen?.val,
    facts,
    remembered: (name) => memory.get(name),
    everything: (lowered = 0) => everything(view, cluster, lowered),
  };
}

function reported(vote: Vote | undefined): { readonly mbal: number; readonly mval: string | undefined } {
  return { mbal: vote?.bal ?? -1, mval: vote?.val };
}

/** From all votes that are in ledgers. */
function chosenIn(
  view: View,
  { acceptors }: Cluster,
  isQuorum: (voters: ReadonlySet<NodeId>) => boolean,
): readonly string[] {
  const voters = new Map<string, Set<NodeId>>();
  for (const acceptor of acceptors) {
    for (const record of view.look(acceptor).durable) {
      if (record.type !== 'vote') continue;
      const key = JSON.stringify([record.bal, record.val]);
      voters.set(key, (voters.get(key) ?? new Set()).add(acceptor));
    }
  }
  const chosen = [...voters].filter(([, those]) => isQuorum(those));
  return [...new Set(chosen.map(([key]) => (JSON.parse(key) as [number, string])[1]))];
}

function everything(view: View, { acceptors, proposers }: Cluster, lowered: number): string {
  const low = (bal: number): number => (bal < 0 ? bal : bal - lowered);
  const up = (id: NodeId): boolean => !view.look(id).down;
  const replacer = (key: string, value: unknown): unknown => {
    if (value instanceof Map) return [...value];
    if (key === 'timer' || key === 'attempts' || key === 'asked') return undefined;
    const isBallot = ['maxBal', 'maxVBal', 'ballot', 'highest', 'bal', 'mbal'].includes(key);
    return isBallot && typeof value === 'number' ? low(value) : value;
  };
  const nodes = [...new Set([...acceptors, ...proposers])].filter(up);
  const states = nodes.map((id) => [id, view.look(id).state, view.look(id).unsynced]);
  const messages = view
    .underway()
    .filter(({ from, to }) => up(from) && up(to))
    .map(({ from, to, message }) => JSON.stringify({ from, to, message }, replacer))
    .toSorted();
  return JSON.stringify([states, messages], replacer);
}
