import type { Cluster, Input, NodeId, NodeState } from '@synod/roles';
import { acceptorFact, lastVote } from './acceptor-fact.js';
import type { Fact } from './fact.js';
import { learnerFact } from './learner-fact.js';
import { proposerFact } from './proposer-fact.js';

/** What an input came to at a node, in whichever of its roles it mattered. */
export function factOf(
  who: NodeId,
  cluster: Cluster,
  input: Input,
  before: NodeState,
  after: NodeState,
): Fact {
  const { acceptor, proposer, learner } = before;
  const asked =
    input.type === 'message' && input.message.type === 'ask' ? answer(who, input.from, before) : undefined;
  return (
    asked ??
    (input.type === 'message' && acceptor !== undefined
      ? acceptorFact(who, acceptor, input.message)
      : undefined) ??
    (proposer !== undefined && after.proposer !== undefined
      ? proposerFact(who, cluster, input, proposer, after.proposer)
      : undefined) ??
    (learner !== undefined && after.learner !== undefined
      ? learnerFact(who, cluster, input, learner, after.learner)
      : undefined) ??
    (input.type === 'message'
      ? { type: 'ignores', who, from: input.from, message: input.message }
      : { type: 'idles', who })
  );
}

/** A learner asks: whatever this node knows, it tells. */
function answer(who: NodeId, to: NodeId, { acceptor, learner }: NodeState): Fact | undefined {
  const vote = acceptor === undefined ? undefined : lastVote(acceptor);
  const chosen = to === who ? undefined : learner?.chosen?.val;
  return vote === undefined && chosen === undefined ? undefined : { type: 'tells', who, to, vote, chosen };
}
