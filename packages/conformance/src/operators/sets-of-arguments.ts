import { key, set, type TlaValue } from '@synod/tla';
import type { OperatorColumn } from '../operators.js';

/** Finds out, argument tuple by argument tuple, for which of them an operator is TRUE in each state. */
export interface SetsOfArguments {
  /** The next tuple: whether the operator is TRUE for it in a state. */
  add(isTrue: (state: number) => boolean): void;
  /** For each state, the set of the tuples for which it is TRUE. */
  column(tuples: readonly (readonly TlaValue[])[]): OperatorColumn;
}

/** Each tuple divides the sets of states that agreed so far. */
export function setsOfArguments(states: number): SetsOfArguments {
  const sets = new Int32Array(states);
  let members: readonly (readonly boolean[])[] = [[]];
  return {
    add(isTrue) {
      const divided: (readonly boolean[])[] = [];
      const places = new Int32Array(members.length * 2).fill(-1);
      for (let state = 0; state < states; state++) {
        const before = sets[state] as number;
        const isIn = isTrue(state);
        const place = before * 2 + (isIn ? 1 : 0);
        let number = places[place] as number;
        if (number < 0) {
          number = divided.push([...(members[before] ?? []), isIn]) - 1;
          places[place] = number;
        }
        sets[state] = number;
      }
      members = divided;
    },
    column(tuples) {
      const texts = members.map((isIn) => key(set(tuples.filter((_, index) => isIn[index]))));
      return { numbers: sets, texts };
    },
  };
}
