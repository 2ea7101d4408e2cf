import {
  backoffDelay,
  type Cluster,
  type Input,
  type Message1b,
  type NodeId,
  type ProposerState,
  type Reported,
} from '@synod/roles';
import type { Fact, Vote } from './fact.js';

/** What an input came to at a proposer: none if nothing that is worth a sentence. */
export function proposerFact(
  who: NodeId,
  cluster: Cluster,
  input: Input,
  before: ProposerState,
  after: ProposerState,
): Fact | undefined {
  if (after.ballot > before.ballot) return begins(who, input, after);
  if (after.phase.type === 'waiting' && before.phase.type !== 'waiting') {
    const told = input.type === 'message' && input.message.type === 'rejected';
    return {
      type: 'waits',
      who,
      bal: before.ballot,
      higher: told ? after.highest : undefined,
      delay: backoffDelay(cluster.timing, before.attempts, input.chance),
    };
  }
  if (input.type === 'propose') {
    return { type: 'notes', who, value: input.value, decided: after.phase.type === 'decided' };
  }
  if (input.type === 'timeout' && input.timer.of === 'proposer' && after.timer > before.timer) {
    const asked = after.phase.type === 'preparing' ? 'promises' : 'votes';
    return { type: 'asks again', who, bal: after.ballot, for: asked };
  }
  if (input.type === 'message' && input.message.type === 'finish')
    return finishAsked(who, input.from, before);
  return input.type === 'message' && input.message.type === '1b' && input.message.bal === before.ballot
    ? heard(who, input.message, before, after)
    : undefined;
}

/** A learner wants a value to be proposed, and the proposer does not begin to. */
function finishAsked(who: NodeId, from: NodeId, { phase }: ProposerState): Fact | undefined {
  if (phase.type === 'decided') return { type: 'tells', who, to: from, vote: undefined, chosen: phase.val };
  return phase.type === 'idle' ? undefined : { type: 'is at it', who, from };
}

function begins(who: NodeId, input: Input, { ballot: bal, value }: ProposerState): Fact {
  const why = input.type === 'propose' ? 'client' : input.type === 'timeout' ? 'time' : 'asker';
  return { type: 'begins', who, bal, why, value };
}

function heard(
  who: NodeId,
  { acc, bal, mbal, mval }: Message1b,
  before: ProposerState,
  { phase, value: wanted }: ProposerState,
): Fact | undefined {
  if (before.phase.type !== 'preparing') return undefined;
  if (phase.type === 'preparing') return { type: 'hears', who, from: acc, bal };
  if (phase.type === 'idle') return { type: 'finds nothing', who, bal };
  if (phase.type !== 'proposing') return undefined;
  const promises = new Map(before.phase.promises).set(acc, { mbal, mval });
  const answers = Array.from(promises, ([acceptor, vote]) => ({ acceptor, vote: voteOf(vote) }));
  const votes = answers.flatMap(({ vote }) => (vote === undefined ? [] : [vote]));
  const highest = votes.toSorted((one, other) => other.bal - one.bal)[0];
  return { type: 'proposes', who, from: acc, bal, val: phase.val, wanted, answers, highest };
}

function voteOf({ mbal, mval }: Reported): Vote | undefined {
  return mval === undefined ? undefined : { bal: mbal, val: mval };
}
