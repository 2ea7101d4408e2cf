import type { Emit, Engine, StatePredicate } from '../src/run/engine.js';
import { exploreEngine } from '../src/run/explore/explore-engine.js';

type State = readonly number[];

/** What a toy is made of: states are lists of integers, a word each. */
export interface Toy extends Partial<Omit<Engine, 'init' | 'next' | 'successor' | 'width' | 'variables'>> {
  readonly variables?: readonly string[];
  readonly start: readonly State[];
  /** The successors of a state, with the names of the actions that lead there. */
  readonly steps: (state: State) => readonly (readonly [string, State])[];
}

/** An engine written by hand: what is not given is not there. */
export function toyEngine({ start, steps, variables = ['x', 'y'], ...rest }: Toy): Engine {
  const width = variables.length;
  const successor = new Int32Array(width);
  const names: string[] = [];
  const numberOf = (name: string): number => {
    if (!names.includes(name)) names.push(name);
    return names.indexOf(name);
  };
  const give = (state: State, name: string | undefined, emit: Emit): void => {
    successor.set(state);
    emit(name === undefined ? -1 : numberOf(name));
  };
  const wordsAt = (states: Int32Array, at: number): number[] => [...states.subarray(at, at + width)];
  return {
    name: 'Toy',
    tier: 'packed',
    actions: [],
    variables,
    width,
    successor,
    init: (emit) => {
      for (const state of start) give(state, undefined, emit);
    },
    next: (states, at, emit) => {
      for (const [name, state] of steps(wordsAt(states, at))) give(state, name, emit);
    },
    label: (number) => ({ action: names[number] as string, parameters: [], key: names[number] as string }),
    invariants: [],
    constraints: [],
    actionConstraints: [],
    properties: [],
    view: undefined,
    representative: undefined,
    checkDeadlock: false,
    decode: wordsAt,
    encode: (values) => {
      successor.set(values as number[]);
      return true;
    },
    operator: () => undefined,
    ...rest,
  };
}

/** A walk over a grid of this size: right, and up; the last corner has no step. */
export function grid(size: number): Pick<Toy, 'start' | 'steps'> {
  return {
    start: [[0, 0]],
    steps: ([x = 0, y = 0]) => [
      ...(x < size - 1 ? ([['Right', [x + 1, y]]] as const) : []),
      ...(y < size - 1 ? ([['Up', [x, y + 1]]] as const) : []),
    ],
  };
}

/** The value of a variable by its place. */
export function word(states: Int32Array, at: number, index: number): number {
  return states[at + index] as number;
}

export function predicate(name: string, holds: (x: number, y: number) => boolean): StatePredicate {
  return { name, holds: (states, at) => holds(word(states, at, 0), word(states, at, 1)) };
}

/** How an exploration ends, states, states generated and depth. */
export async function figures(
  ...[engine, options]: Parameters<typeof exploreEngine>
): Promise<readonly (string | number)[]> {
  const { ending, distinct, generated, depth } = await exploreEngine(engine, options);
  return [ending.type, distinct, generated, depth];
}
