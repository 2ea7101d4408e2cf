import { InputError } from '@synod/tla';
import type { TransitionSystem } from './system.js';

/** Those states of a system for which a condition is TRUE, in their order. */
export type PickStates = <S>(
  system: TransitionSystem<S>,
  states: Iterable<S>,
  condition: (state: S) => boolean,
) => Iterable<S>;

const oneByOne: PickStates = function* (_, states, condition) {
  for (const state of states) if (condition(state)) yield state;
};

/**
 * The same system started in every type-correct state for which an operator is TRUE, reachable or not: what a
 * model with `INIT TypeOK` or `INIT Inv` is.
 *
 * @param operator an operator without arguments
 * @param steps whether there are any: without them, each state is looked at by itself
 * @param pick finds the states for which it is TRUE; asking them one by one, unless given
 * @throws InputError if the system cannot list its type-correct states, or has no such operator
 */
export function startWhere<S>(
  system: TransitionSystem<S>,
  operator: string,
  steps: boolean,
  pick: PickStates = oneByOne,
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
    init: () => pick(system, typeCorrect(), (state) => condition.value(state, []) === true),
    next: (state) => (steps ? system.next(state) : []),
  };
}
