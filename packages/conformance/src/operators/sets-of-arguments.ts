import { key, set, type TlaValue } from '@synod/tla';
import type { OperatorColumn } from '../operators.js';

/** Finds out, argument tuple by argument tuple, for which of them an operator is TRUE in each state. */
export interface SetsOfArguments {
  /** The next tuple: whether the operator is TRUE for it in a state. */
  add(isTrue: (state: number) => boolean): void;
  /** The same, where it depends on a number that each state has: 1 for those numbers for which it is TRUE. */
  addNumbered(numbers: Int32Array, truths: Uint8Array): void;
  /** For each state, the set of the tuples for which it is TRUE. */
  column(tuples: readonly (readonly TlaValue[])[]): OperatorColumn;
}

/** Each tuple divides the sets of states that agreed so far. */
export function setsOfArguments(states: number): SetsOfArguments {
  const sets = new Int32Array(states);
  let members: readonly (readonly boolean[])[] = [[]];
  const addNumbered = (numbers: Int32Array, truths: Uint8Array): void => {
    const divided: (readonly boolean[])[] = [];
    const places = new Int32Array(members.length * 2).fill(-1);
    for (let state = 0; state < states; state++) {
      const before = sets[state] as number;
      const truth = truths[numbers[state] as number] as number;
      let number = places[before * 2 + truth] as number;
      if (number < 0) {
        number = divided.push([...(members[before] ?? []), truth === 1]) - 1;
        places[before * 2 + truth] = number;
      }
      sets[state] = number;
    }
    members = divided;
  };
  return {
    add(isTrue) {
      addNumbered(
        Int32Array.from(sets, (_, state) => state),
        Uint8Array.from(sets, (_, state) => (isTrue(state) ? 1 : 0)),
      );
    },
    addNumbered,
    column(tuples) {
      const texts = members.map((isIn) => key(set(tuples.filter((_, index) => isIn[index]))));
      return { numbers: sets, texts };
    },
  };
}
