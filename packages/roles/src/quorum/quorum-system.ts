import type { NodeId } from '../node-id.js';
import type { QuorumSystem, Quorums } from './quorums.js';
import { smallestSets } from './smallest-sets.js';

/** The quorums of a configuration that `clusterProblems` finds nothing wrong with. */
export function quorumSystem(quorums: Quorums, acceptors: readonly NodeId[]): QuorumSystem {
  const isQuorum = quorumTest(quorums, acceptors);
  return { isQuorum, smallest: () => smallestSets(acceptors, isQuorum) };
}

function quorumTest(quorums: Quorums, acceptors: readonly NodeId[]): QuorumSystem['isQuorum'] {
  switch (quorums.type) {
    case 'majority':
      return (among) => 2 * count(acceptors, among) > acceptors.length;
    case 'weighted': {
      const weight = (of: readonly NodeId[]) => sum(of.map((acceptor) => quorums.weights[acceptor] ?? 0));
      const all = weight(acceptors);
      return (among) => 2 * weight(acceptors.filter((acceptor) => among.has(acceptor))) > all;
    }
    case 'grid': {
      const { rows } = quorums;
      const columns = (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? ''));
      return (among) => someWhole(rows, among) && someWhole(columns, among);
    }
    case 'explicit':
      return (among) => someWhole(quorums.quorums, among);
  }
}

function count(acceptors: readonly NodeId[], among: ReadonlySet<NodeId>): number {
  return sum(acceptors.map((acceptor) => (among.has(acceptor) ? 1 : 0)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function someWhole(sets: readonly (readonly NodeId[])[], among: ReadonlySet<NodeId>): boolean {
  return sets.some((set) => set.every((acceptor) => among.has(acceptor)));
}
