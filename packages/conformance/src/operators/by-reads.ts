import type { TransitionSystem } from '@synod/spec';
import type { TlaValue } from '@synod/tla';
import { variableOf } from './questions.js';
import { treeOfQuestions } from './tree-of-questions.js';
import { watchStates } from './watch.js';

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
 * for each function and each state by itself. It must depend on nothing else, not on which objects the values are.
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
  const watch = watchStates<S>(names, variables);

  return (evaluate) => {
    const outcomes: ReturnType<typeof evaluate>[] = [];
    const tree = treeOfQuestions();
    const numbers = new Int32Array(states.length);
    let [judged, alone, isUseless] = [0, 0, false];
    for (let state = 0; state < states.length; state++) {
      if (state % trial === 0) {
        // Where hardly any states are alike, watching takes longer than it saves.
        isUseless = outcomes.length - judged > trial / 2;
        judged = outcomes.length;
      }
      let outcome = isUseless ? -1 : tree.find(state);
      if (outcome < 0) {
        outcome = outcomes.push(evaluate(isUseless ? (states[state] as S) : watch.state(state))) - 1;
        if (!isUseless && !tree.add(state, watch.asked, outcome)) return oneByOne(evaluate);
        // Nor are any where everything is looked at, and it shows earlier.
        if (!isUseless && watch.isAllAsked()) isUseless = ++alone === mostAlone && outcomes.length === alone;
      }
      numbers[state] = outcome;
    }
    return { numbers, outcomes };
  };

  function oneByOne<T>(evaluate: (state: S) => T): Outcomes<T> {
    return { numbers: Int32Array.from(states, (_, state) => state), outcomes: states.map(evaluate) };
  }
}

/** After how many states it is judged whether states are alike; and how many may be like no other, to begin with. */
const [trial, mostAlone] = [1000, 50];
