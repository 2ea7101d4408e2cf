import type { Cluster } from './cluster.js';
import type { NodeId } from './node-id.js';
import { quorumSystem } from './quorum/quorum-system.js';
import type { Quorums } from './quorum/quorums.js';

/**
 * What is wrong with a configuration: a sentence each, none if nothing is. With quorums that do not intersect, or a ballot that
 * two proposers share, two values could be chosen.
 */
export function clusterProblems(cluster: Cluster): readonly string[] {
  const { acceptors, proposers, learners, quorums, learning } = cluster;
  const problems: string[] = [];
  const say = (wrong: boolean, sentence: string): void => {
    if (wrong) problems.push(sentence);
  };
  for (const [name, nodes] of Object.entries({ acceptors, proposers, learners })) {
    say(nodes.length === 0, `there are no ${name}.`);
    const twice = nodes.find((node, at) => nodes.indexOf(node) !== at);
    say(twice !== undefined, `${twice} is twice among the ${name}.`);
  }
  const mute = proposers.find((node) => !learners.includes(node));
  say(mute !== undefined, `the proposer ${mute} is no learner: it would never know when to stop.`);
  const told =
    learning.type === 'all' ? [] : learning.type === 'set' ? learning.learners : [learning.learner];
  const stranger = told.find((node) => !learners.includes(node));
  say(stranger !== undefined, `${stranger} is to be told of votes, and is no learner.`);
  say(learning.type === 'set' && told.length === 0, 'no learner is to be told of votes.');
  return [...problems, ...quorumProblems(quorums, acceptors)];
}

function quorumProblems(quorums: Quorums, acceptors: readonly NodeId[]): readonly string[] {
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
  const wrong = acceptors.find((node) => !(Number.isFinite(weights[node]) && (weights[node] ?? -1) >= 0));
  if (wrong !== undefined) return [`the weight of ${wrong} is not a number from 0 on.`];
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
