import assert from 'node:assert/strict';
import { Paxos } from '@synod/paxos';
import { instantiate, type TransitionSystem } from '@synod/spec';
import { fromJson, key, set, type TlaValue } from '@synod/tla';
import type { Action, Cluster, PaxosState } from '../../src/index.js';
import { quorumSystem } from '../../src/index.js';

/** What the specification in TypeScript says of states of a cluster. */
export interface Specification {
  /** Whether the action leads from one state to the other. */
  allows(before: PaxosState, action: Action, after: PaxosState): boolean;
  /** What is chosen in a state, and in which ballots (Voting!ChosenAt). */
  chosen(state: PaxosState): readonly { readonly bal: number; readonly val: string }[];
}

/** Paxos.tla for a cluster; its values are strings. */
export function specificationOf(cluster: Cluster, values: readonly string[]): Specification {
  const { acceptors, quorums, lastBallot = 0 } = cluster;
  const ballots = Array.from({ length: lastBallot + 1 }, (_, ballot) => ballot);
  const modelValues = new Set([...acceptors, 'None']);
  const tla = (json: unknown): TlaValue => fromJson(json, { modelValues });
  const system: TransitionSystem = instantiate(Paxos, {
    Value: set(values),
    Acceptor: tla({ '#set': acceptors }),
    Quorum: set(
      quorumSystem(quorums, acceptors)
        .smallest()
        .map((quorum) => tla({ '#set': quorum })),
    ),
    Ballot: set(ballots),
    None: tla('None'),
  });
  const read = (state: PaxosState): unknown =>
    Object.fromEntries(Object.entries(state).map(([name, value]) => [name, tla(value)]));
  return {
    allows(before, { action, params }, after) {
      const wanted = text(system, read(after));
      const steps = system.perform(read(before), action, Object.values(params).map(tla));
      return Array.from(steps).some((state) => text(system, state) === wanted);
    },
    chosen(state) {
      const [voting] = system.refinements;
      const ChosenAt = voting?.above.operators.find(({ name }) => name === 'ChosenAt');
      assert.ok(ChosenAt);
      const here = voting?.map(read(state));
      const all = ballots.flatMap((bal) => values.map((val) => ({ bal, val })));
      return all.filter(({ bal, val }) => ChosenAt.value(here, [bal, val]) === true);
    },
  };
}

function text(system: TransitionSystem, state: unknown): string {
  return system.decode(state).map(key).join(' ');
}
