import type { TransitionSystem } from '@synod/spec';
import { key, type TlaValue } from '@synod/tla';
import { watchedState } from './watch.js';

/** What a function of states gives: for each state, the number of an outcome. */
export interface Outcomes<T> {
  readonly numbers: Int32Array;
  readonly outcomes: readonly T[];
}

/** Applies a function to many states. */
export type ForAllStates<S> = <T>(evaluate: (state: S) => T) => Outcomes<T>;

/** A variable that was looked at, and by the number of its value what came next: a read, or an outcome. */
interface Read {
  readonly variable: number;
  readonly values: Int32Array;
  readonly next: (Read | number | undefined)[];
}

/**
 * Applies functions to states, evaluating each once for all states that agree in the variables that it looks at:
 * `chosen` looks at `votes` alone, and states with the same votes have the same value, whatever their `maxBal`. Which
 * variables these are is seen for each function and each state by itself. It must depend on nothing else.
 */
export function byReads<S>(
  { encode, decode, variables }: Pick<TransitionSystem<S>, 'encode' | 'decode' | 'variables'>,
  states: readonly S[],
): ForAllStates<S> {
  if (states.length === 0 || encode === undefined) return (evaluate) => oneByOne(states, evaluate);
  const values = states.map((state) => decode(state));
  const fields = Object.keys(encode(values[0] as readonly TlaValue[]) as object);
  const isWatchable = variables.length > 1 && variables.every((name) => fields.includes(name));
  if (!isWatchable) return (evaluate) => oneByOne(states, evaluate);
  const columns = variables.map((_, variable) => numbered(values.map((of) => of[variable] as TlaValue)));
  const watched = watchedState<S>(variables);

  return (evaluate) => {
    const outcomes: ReturnType<typeof evaluate>[] = [];
    const first: Read['next'] = [];
    const numbers = new Int32Array(states.length);
    for (let state = 0; state < states.length; state++) {
      let number = first[0];
      while (typeof number === 'object') number = number.next[number.values[state] as number];
      if (number === undefined) {
        watched.fill(values[state] as readonly TlaValue[]);
        number = outcomes.push(evaluate(watched.state)) - 1;
        const isKnown = grow(first, watched.reads, columns, state, number);
        // It looks at other variables in equal states, or nearly always at all of them: then this saves nothing.
        const isUseless = state === trial && outcomes.length > trial / 2;
        if (!isKnown || isUseless) return oneByOne(states, evaluate);
      }
      numbers[state] = number;
    }
    return { numbers, outcomes };
  };
}

/** After how many states it is judged whether states agree in what is looked at. */
const trial = 1000;

/** Adds what was looked at in a state to the tree; false if the tree says that something else is looked at there. */
function grow(
  first: Read['next'],
  reads: readonly number[],
  columns: readonly Int32Array[],
  state: number,
  outcome: number,
): boolean {
  let [next, place] = [first, 0];
  for (const variable of reads) {
    const known = next[place];
    if (typeof known === 'number' || (known !== undefined && known.variable !== variable)) return false;
    const read = known ?? { variable, values: columns[variable] as Int32Array, next: [] };
    next[place] = read;
    [next, place] = [read.next, read.values[state] as number];
  }
  if (next[place] !== undefined) return false;
  next[place] = outcome;
  return true;
}

function oneByOne<S, T>(states: readonly S[], evaluate: (state: S) => T): Outcomes<T> {
  return { numbers: Int32Array.from(states, (_, state) => state), outcomes: states.map(evaluate) };
}

/** For each value the number of it, in the order in which they are first seen. */
function numbered(values: readonly TlaValue[]): Int32Array {
  const objects = new Map<TlaValue, number>();
  const keys = new Map<string, number>();
  return Int32Array.from(values, (value) => {
    const met = objects.get(value);
    if (met !== undefined) return met;
    const text = key(value);
    const number = keys.get(text) ?? keys.size;
    keys.set(text, number);
    objects.set(value, number);
    return number;
  });
}
