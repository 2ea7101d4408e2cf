import { InputError } from '@synod/tla';
import type { TransitionSystem } from './system.js';

/**
 * The same system started in every type-correct state for which an operator is TRUE, reachable or not: what a
 * model with `INIT TypeOK` or `INIT Inv` is.
 *
 * @param operator an operator without arguments
 * @param steps whether there are any: without them, each state is looked at by itself
 * @throws InputError if the system cannot list its type-correct states, or has no such operator
 */
export function startWhere<S>(
  system: TransitionSystem<S>,
  operator: string,
  steps: boolean,
): TransitionSystem<S> {
  const { typeCorrect, operators, name } = system;
  const condition = operators.find(
    (candidate) => candidate.name === operator && candidate.formals.length === 0,
  );
  if (typeCorrect === undefined || condition === undefined) {
    const message = `${name} cannot be started where ${operator} holds; its initial states are Init`;
    throw new InputError('unknown-init', message);
  }
  return {
    ...system,
    *init() {
      for (const state of typeCorrect()) if (condition.value(state, []) === true) yield state;
    },
    next: (state) => (steps ? system.next(state) : []),
  };
}
