import { treeOfQuestions } from './tree-of-questions.js';
import type { Watch } from './watch.js';

/** A function of states, evaluated once for all states that answer alike what it asks. */
export interface Remembered<T> {
  /** What it has given so far. */
  readonly outcomes: readonly T[];
  /** For a state, the number of an outcome. */
  readonly outcome: (state: number) => number;
}

/** Thrown where a function asks states that have answered alike for different things: it depends on more than them. */
export class Fickle extends Error {}

/** After how many states it is judged whether states are alike; and how many may be like no other, to begin with. */
const [trial, mostAlone] = [1000, 50];

/** @param states the states themselves, for functions that no two of them are alike for */
export function remembered<S, T>(
  evaluate: (state: S) => T,
  states: readonly S[],
  watch: Watch<S>,
): Remembered<T> {
  const outcomes: T[] = [];
  const tree = treeOfQuestions(states.length);
  let [count, judged, alone, isUseless] = [0, 0, 0, false];
  return {
    outcomes,
    outcome(state) {
      if (count++ % trial === 0) {
        // Where hardly any states are alike, watching takes longer than it saves.
        isUseless = outcomes.length - judged > trial / 2;
        judged = outcomes.length;
      }
      const known = isUseless ? -1 : tree.find(state);
      if (known >= 0) return known;
      if (isUseless) return outcomes.push(evaluate(states[state] as S)) - 1;
      const { value, asked, isAllAsked } = watch.evaluate(state, evaluate);
      const outcome = outcomes.push(value) - 1;
      if (!tree.add(state, asked, outcome)) throw new Fickle();
      // Nor are any where everything is looked at, and it shows earlier.
      if (isAllAsked) isUseless = ++alone === mostAlone && outcomes.length === alone;
      return outcome;
    },
  };
}
