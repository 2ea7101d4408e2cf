import type { NodeId } from '../node-id.js';
import { quorumSystem } from './quorum-system.js';
import type { Quorums } from './quorums.js';

/** What is wrong with quorums: a sentence, if anything is. Any two that nothing is wrong with have an acceptor in common. */
export function quorumProblems(quorums: Quorums, acceptors: readonly NodeId[]): readonly string[] {
  switch (quorums.type) {
    case 'majority':
      return [];
    case 'weighted':
      return weightProblems(quorums.weights, acceptors);
    case 'grid':
      return gridProblems(quorums.rows, acceptors);
    case 'explicit':
      return familyProblems(quorums.quorums, acceptors);
  }
}

function weightProblems(
  weights: Readonly<Record<NodeId, number>>,
  acceptors: readonly NodeId[],
): readonly string[] {
  const stranger = Object.keys(weights).find((node) => !acceptors.includes(node));
  if (stranger !== undefined) return [`${stranger} has a weight, and is no acceptor.`];
  const wrong = acceptors.find((node) => !Number.isInteger(weights[node]) || (weights[node] ?? -1) < 0);
  if (wrong !== undefined) return [`the weight of ${wrong} is not a whole number from 0 on.`];
  // Sums must be exact: by rounding, each of two halves could come out as more than half.
  const sum = Object.values(weights).reduce((total, weight) => total + weight, 0);
  if (!Number.isSafeInteger(2 * sum)) return ['the weights are too large to be added.'];
  const all = quorumSystem({ type: 'weighted', weights }, acceptors);
  return all.isQuorum(new Set(acceptors)) ? [] : ['no acceptor has any weight.'];
}

function gridProblems(rows: readonly (readonly NodeId[])[], acceptors: readonly NodeId[]): readonly string[] {
  const all = rows.flat();
  if (rows.some((row) => row.length !== rows[0]?.length))
    return ['the rows of the grid are not equally long.'];
  const outside = all.find((node) => !acceptors.includes(node));
  if (outside !== undefined) return [`${outside} is in the grid, and is no acceptor.`];
  const missing = acceptors.find((node) => all.filter((other) => other === node).length !== 1);
  return missing === undefined ? [] : [`${missing} is not in exactly one place of the grid.`];
}

function familyProblems(
  family: readonly (readonly NodeId[])[],
  acceptors: readonly NodeId[],
): readonly string[] {
  if (family.length === 0) return ['there are no quorums.'];
  const outside = family.flat().find((node) => !acceptors.includes(node));
  if (outside !== undefined) return [`${outside} is in a quorum, and is no acceptor.`];
  for (const [at, one] of family.entries()) {
    const apart = family.slice(at).find((other) => !other.some((node) => one.includes(node)));
    if (apart !== undefined) {
      return [
        `the quorums {${one.join(', ')}} and {${apart.join(', ')}} do not intersect: each could choose a value of its own.`,
      ];
    }
  }
  return [];
}
