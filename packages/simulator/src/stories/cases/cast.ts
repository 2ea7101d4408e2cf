import { type Cluster, defaultTiming } from '@synod/roles';

/**
 * Acceptors a1, a2, …; proposers p0, p1, …, of whom pI has the ballots I, I+N, I+2N, … of N proposers; and a learner l whom
 * acceptors tell what they vote for.
 */
export function cast(acceptors: number, proposers: number, more: Partial<Cluster> = {}): Cluster {
  const those = names(proposers, (at) => `p${at}`);
  return {
    name: 'story',
    acceptors: names(acceptors, (at) => `a${at + 1}`),
    proposers: those,
    learners: ['l', ...those],
    quorums: { type: 'majority' },
    learning: { type: 'distinguished', learner: 'l' },
    timing: defaultTiming,
    ...more,
  };
}

function names(count: number, name: (at: number) => string): readonly string[] {
  return Array.from({ length: count }, (_, at) => name(at));
}
