import type { Cluster } from '../cluster.js';
import type { Message } from '../message.js';
import type { NodeId } from '../node-id.js';
import { quorumSystem } from '../quorum/quorum-system.js';
import type { Input, Role, Step } from '../role.js';
import { begin } from './begin.js';
import type { ProposerContext } from './context.js';
import { yieldTo } from './give-way.js';
import { hear } from './hear.js';
import { newProposer, type ProposerState } from './state.js';
import { tryAgain } from './try-again.js';

/** A proposer: it begins ballots, and proposes values in them (Paxos!Phase1a and Phase2a). */
export function proposer(id: NodeId, cluster: Cluster): Role<ProposerState> {
  const context: ProposerContext = { id, cluster, quorums: quorumSystem(cluster.quorums, cluster.acceptors) };
  return {
    initial: newProposer,
    step: (state, input) => step(context, state, input),
    // It begins no ballot twice, for it may have proposed a value in it; whatever order its records are in.
    restore: (state, record) =>
      record.type === 'ballot' ? { ...state, ballot: Math.max(state.ballot, record.bal) } : state,
  };
}

function step(context: ProposerContext, state: ProposerState, input: Input): Step<ProposerState> {
  switch (input.type) {
    case 'propose':
      // The first that came stays: in a later ballot it proposes no other.
      return want(context, { ...state, value: state.value ?? input.value });
    case 'decided':
      return decided(state, input.val);
    case 'timeout':
      return input.timer.of === 'proposer' && input.timer.id === state.timer
        ? tryAgain(context, state, input.chance)
        : { state, effects: [] };
    case 'message':
      return receive(context, state, input.from, input.message, input.chance);
    case 'query':
      return { state, effects: [] };
  }
}

function receive(
  context: ProposerContext,
  state: ProposerState,
  from: NodeId,
  message: Message,
  chance: number,
): Step<ProposerState> {
  if (message.type === '1b') return hear(context, state, message);
  if (message.type === 'rejected') return yieldTo(context, state, message, chance);
  // When it knows what was chosen, the learner of its node does, too, and answers.
  if (message.type === 'finish' && state.phase.type !== 'decided') {
    return want(context, { ...state, askers: [...new Set([...state.askers, from])] });
  }
  return { state, effects: [] };
}

function want(context: ProposerContext, state: ProposerState): Step<ProposerState> {
  return state.phase.type === 'idle' ? begin(context, state) : { state, effects: [] };
}

function decided(state: ProposerState, val: string): Step<ProposerState> {
  // Whoever asked has a learner that is told, or asks again.
  return {
    state: { ...state, phase: { type: 'decided', val }, askers: [], timer: state.timer + 1 },
    effects: [],
  };
}
