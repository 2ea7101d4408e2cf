import type { Cluster, Timing } from './cluster.js';
import { quorumProblems } from './quorum/quorum-problems.js';

/** Quorums are listed, and there are up to two to the power of the acceptors of them. */
const mostAcceptors = 16;

/**
 * What is wrong with a configuration: a sentence each, none if nothing is. With quorums that do not intersect, or a ballot that
 * two proposers share, two values could be chosen.
 */
export function clusterProblems(cluster: Cluster): readonly string[] {
  const { acceptors, proposers, learners, quorums, learning, timing } = cluster;
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
  say(
    acceptors.length > mostAcceptors,
    `there are more than ${mostAcceptors} acceptors: a trace could not name their quorums.`,
  );
  return [...problems, ...timingProblems(timing), ...quorumProblems(quorums, acceptors)];
}

function timingProblems({ retry, tries, backoff: { least, most } }: Timing): readonly string[] {
  const wrong = Object.entries({ retry, tries, least, most }).find(
    ([, number]) => !Number.isFinite(number) || number <= 0,
  );
  if (wrong !== undefined) return [`in the timing, ${wrong[0]} is not a number above 0.`];
  return most < least ? ['in the timing, the longest back-off is shorter than the shortest.'] : [];
}
