import type { Step } from '../role.js';
import type { LearnerState } from './state.js';

/**
 * Nothing was chosen below a ballot, nor will be. It stops asking, unless more is under way: what its own node proposes, or
 * votes in that ballot or above.
 */
export function undecided(state: LearnerState, bal: number): Step<LearnerState> {
  // It has the answer already, or did not ask since it started.
  if (!state.waiting) return { state, effects: [] };
  const more = state.proposing || [...state.votes.keys()].some((ballot) => ballot >= bal);
  return { state: { ...state, waiting: more, asked: 0 }, effects: [{ type: 'undecided', bal }] };
}
