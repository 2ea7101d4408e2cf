import type { Effect, Step } from '../role.js';
import type { LearnerContext } from './context.js';
import type { LearnerState } from './state.js';

/**
 * It knows what was chosen.
 *
 * @param counted whether it counted the votes itself; then it tells those learners who do not
 */
export function learn(
  { id, cluster: { learners, learning } }: LearnerContext,
  state: LearnerState,
  bal: number,
  val: string,
  counted: boolean,
): Step<LearnerState> {
  const others = counted && learning.type !== 'all' ? learners.filter((other) => other !== id) : [];
  const message = { type: 'chosen', bal, val } as const;
  return {
    state: { ...state, votes: new Map(), chosen: { bal, val }, waiting: false },
    effects: [{ type: 'learned', bal, val }, ...others.map((to): Effect => ({ type: 'send', to, message }))],
  };
}
