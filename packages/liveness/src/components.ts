import type { StateGraph } from '@synod/spec';

/** Strongly connected components, one after another: the i-th ends before `ends[i]`, and begins where the one before ends. */
export interface Components {
  readonly states: Int32Array;
  readonly ends: Int32Array;
}

/**
 * Splits states into strongly connected components, each state being in one.
 *
 * @param states which to split, each once
 * @param belongs whether a state is one of them
 */
export type Splitter = (states: Int32Array, belongs: (state: number) => boolean) => Components;

/**
 * Tarjan's algorithm (Depth-first search and linear graph algorithms, 1972), with a stack of its own: a path in a
 * graph may be far longer than the stack of a program is deep.
 *
 * @param allowed which steps join states
 */
export function splitter(graph: StateGraph, allowed: (step: number) => boolean): Splitter {
  const { offsets, targets, size } = graph;
  // The order in which a state was found, from 1; 0: not found yet.
  const found = new Int32Array(size);
  // The earliest state still without a component that a state is known to lead to; 0 once it has its component.
  const low = new Int32Array(size);
  const nextStep = new Int32Array(size);
  const path = new Int32Array(size);
  const open = new Int32Array(size);

  return (states, belongs) => {
    for (const state of states) found[state] = 0;
    const result = new Int32Array(states.length);
    const ends: number[] = [];
    let [count, depth, opened, closed] = [0, 0, 0, 0];

    const enter = (state: number): void => {
      found[state] = ++count;
      low[state] = count;
      nextStep[state] = offsets[state] as number;
      path[depth++] = state;
      open[opened++] = state;
    };
    const close = (state: number): void => {
      let member: number;
      do {
        member = open[--opened] as number;
        low[member] = 0;
        result[closed++] = member;
      } while (member !== state);
      ends.push(closed);
    };

    for (const root of states) {
      if (found[root] !== 0) continue;
      enter(root);
      while (depth > 0) {
        const state = path[depth - 1] as number;
        const step = nextStep[state] as number;
        if (step < (offsets[state + 1] as number)) {
          nextStep[state] = step + 1;
          const to = targets[step] as number;
          if (!belongs(to) || !allowed(step)) continue;
          if (found[to] === 0) enter(to);
          else lower(low, state, low[to] as number);
          continue;
        }
        depth--;
        const lowest = low[state] as number;
        if (lowest === found[state]) close(state);
        else lower(low, path[depth - 1] as number, lowest);
      }
    }
    return { states: result, ends: Int32Array.from(ends) };
  };
}

function lower(low: Int32Array, state: number, other: number): void {
  if (other !== 0 && other < (low[state] as number)) low[state] = other;
}
