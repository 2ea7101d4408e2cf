import type { Cluster } from '../cluster.js';
import type { Message } from '../message.js';
import type { NodeId } from '../node-id.js';
import { quorumSystem } from '../quorum/quorum-system.js';
import type { Input, Role, Step } from '../role.js';
import { ask, inquire, waitForMore } from './ask.js';
import type { LearnerContext } from './context.js';
import { countVote } from './count-vote.js';
import { learn } from './learn.js';
import { type LearnerState, newLearner } from './state.js';
import { undecided } from './undecided.js';

/** A learner: it finds out what was chosen (Voting!chosen). Nothing of what it knows needs to survive: it asks again. */
export function learner(id: NodeId, cluster: Cluster): Role<LearnerState> {
  const context: LearnerContext = { id, cluster, quorums: quorumSystem(cluster.quorums, cluster.acceptors) };
  return {
    initial: newLearner,
    step: (state, input) => step(context, state, input),
    restore: (state) => state,
  };
}

function step(context: LearnerContext, state: LearnerState, input: Input): Step<LearnerState> {
  switch (input.type) {
    case 'message':
      return receive(context, state, input.from, input.message);
    case 'query':
      return inquire(context, state);
    case 'timeout':
      return state.waiting && input.timer.of === 'learner' && input.timer.id === state.timer
        ? ask(context, state, input.chance)
        : { state, effects: [] };
    case 'propose':
      // Its client will want to know, even where votes go to other learners and their answer is lost.
      return state.chosen === undefined
        ? waitForMore(context, { ...state, proposing: true })
        : { state, effects: [] };
    case 'decided':
      return { state, effects: [] };
  }
}

function receive(
  context: LearnerContext,
  state: LearnerState,
  from: NodeId,
  message: Message,
): Step<LearnerState> {
  if (message.type === 'ask' || message.type === 'finish') {
    if (state.chosen === undefined || from === context.id) return { state, effects: [] };
    return { state, effects: [{ type: 'send', to: from, message: { type: 'chosen', ...state.chosen } }] };
  }
  if (state.chosen !== undefined) return { state, effects: [] };
  if (message.type === '2b') return countVote(context, state, message);
  if (message.type === 'chosen') return learn(context, state, message.bal, message.val, false);
  if (message.type === 'nothing') return undecided(state, message.bal);
  return { state, effects: [] };
}
