import type { Message1b } from '../message.js';
import { quorumAmong } from '../quorum/quorum-among.js';
import type { Step } from '../role.js';
import type { ProposerContext } from './context.js';
import { propose } from './propose.js';
import { safeValue } from './safe-value.js';
import type { ProposerState } from './state.js';

/** A promise: with those of a quorum it proposes a value. */
export function hear(
  context: ProposerContext,
  state: ProposerState,
  message: Message1b,
): Step<ProposerState> {
  const { phase } = state;
  if (phase.type !== 'preparing' || message.bal !== state.ballot) return { state, effects: [] };
  const promises = new Map(phase.promises).set(message.acc, { mbal: message.mbal, mval: message.mval });
  const heard: ProposerState = { ...state, phase: { ...phase, promises } };
  const quorum = quorumAmong(context.quorums, promises.keys());
  if (quorum === undefined) return { state: heard, effects: [] };
  const reported = [...promises].filter(([acceptor]) => quorum.has(acceptor)).map(([, vote]) => vote);
  const val = safeValue(reported, state.value);
  return val === undefined ? nothingChosen(heard) : propose(context, heard, val);
}

/** Asked whether anything was chosen, with nothing to propose itself: nothing was, and below its ballot nothing will be. */
function nothingChosen(state: ProposerState): Step<ProposerState> {
  const message = { type: 'nothing', bal: state.ballot } as const;
  return {
    state: { ...state, phase: { type: 'idle' }, askers: [], timer: state.timer + 1 },
    effects: state.askers.map((to) => ({ type: 'send', to, message })),
  };
}
