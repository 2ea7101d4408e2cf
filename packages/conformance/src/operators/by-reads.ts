import type { PickStates, TransitionSystem } from '@synod/spec';
import type { TlaValue } from '@synod/tla';
import { type Applications, applications } from './applications.js';
import { variableOf } from './questions.js';
import { Fickle, type Remembered, remembered } from './remembered.js';
import { type Known, type Watch, watchStates } from './watch.js';

/** What a function of states gives: for each state, the number of an outcome. */
export interface Outcomes<T> {
  readonly numbers: Int32Array;
  readonly outcomes: readonly T[];
}

/** Applies to many states functions whose outcomes hold nothing of the states. */
export type ForAllStates<S> = <T extends string | number | boolean>(evaluate: (state: S) => T) => Outcomes<T>;

/**
 * Applies functions to states, evaluating each once for all states that answer alike what it asks of them: `VotedFor(a1,
 * 0, v1)` asks whether votes[a1] has <<0, v1>>, and has the same value in all states where it has. What is asked is seen
 * for each function and each state by itself. It must depend on nothing else, not on which objects the values are. What
 * it asks may be another operator: `Inv` asks whether TypeOK is TRUE, and VotesSafe.
 */
export function byReads<S>(
  { encode, decode, variables: names }: Pick<TransitionSystem<S>, 'encode' | 'decode' | 'variables'>,
  states: readonly S[],
): ForAllStates<S> {
  if (states.length === 0 || encode === undefined) return oneByOne;
  const values = states.map((state) => decode(state));
  const fields = Object.keys(encode(values[0] as readonly TlaValue[]) as object);
  if (!names.every((name) => fields.includes(name))) return oneByOne;
  const variables = names.map((_, variable) => variableOf(values.map((of) => of[variable] as TlaValue)));
  const each = Int32Array.from(states, (_, state) => state);
  const watch: Watch<S> = watchStates<S>(names, variables, (...asked) => truths.find(...asked));
  const truths: Applications<Known> = applications((operator, k, formals) =>
    knownIn(
      each,
      remembered((state: S) => operator(k, state, ...formals), states, watch),
    ),
  );
  let isFickle = false;

  return (evaluate) => {
    if (isFickle) return oneByOne(evaluate);
    try {
      const { outcome, outcomes } = remembered(evaluate, states, watch);
      const numbers = new Int32Array(states.length);
      for (let state = 0; state < numbers.length; state++) numbers[state] = outcome(state);
      return { numbers, outcomes };
    } catch (error) {
      if (!(error instanceof Fickle)) throw error;
      isFickle = true;
      return oneByOne(evaluate);
    }
  };

  function oneByOne<T>(evaluate: (state: S) => T): Outcomes<T> {
    return { numbers: Int32Array.from(states, (_, state) => state), outcomes: states.map(evaluate) };
  }
}

/** Those states of a system for which a condition is TRUE, which is asked once for all that it cannot tell apart. */
export const pickByReads: PickStates = (system, states, condition) => {
  const listed = [...states];
  const { numbers, outcomes } = byReads(system, listed)(condition);
  return listed.filter((_, state) => outcomes[numbers[state] as number] === true);
};

/** Whether an operator is TRUE in each of these states, found out where it is asked for. */
function knownIn(states: Int32Array, { outcome, outcomes }: Remembered<boolean>): Known {
  const answers = new Int32Array(states.length).fill(-1);
  const settle = (state: number): number => (answers[state] = outcomes[outcome(state)] === true ? 1 : 0);
  return {
    question: {
      values: states,
      kinds: states.length,
      answers,
      settle,
      count: 2,
      within: undefined,
      asked: 0,
    },
    in: (state) => (answers[state] === -1 ? settle(state) : answers[state]) === 1,
  };
}
