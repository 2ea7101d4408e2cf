import type { StateGraph } from '@synod/spec';

/**
 * The number of strongly connected components of a graph, a state that lies on no cycle being one by itself.
 * Tarjan, Depth-first search and linear graph algorithms, 1972; with a stack of its own instead of recursion.
 */
export function countComponents(graph: StateGraph): number {
  const { size, offsets, targets } = graph;
  /** When a state was first met, from 1; 0 if it was not. */
  const met = new Int32Array(size);
  /** The earliest state on the stack that is reached from it. */
  const low = new Int32Array(size);
  const onStack = new Uint8Array(size);
  const next = new Int32Array(size);
  const stack: number[] = [];
  const path: number[] = [];
  let [clock, components] = [0, 0];

  const enter = (state: number): void => {
    met[state] = low[state] = ++clock;
    next[state] = offsets[state] as number;
    onStack[state] = 1;
    stack.push(state);
    path.push(state);
  };
  const leave = (state: number): void => {
    path.pop();
    const before = path.at(-1);
    if (before !== undefined) lower(before, low[state] as number);
    if (low[state] !== met[state]) return;
    components++;
    for (let member = -1; member !== state; ) {
      member = stack.pop() ?? state;
      onStack[member] = 0;
    }
  };
  const lower = (state: number, to: number): void => {
    if (to < (low[state] as number)) low[state] = to;
  };

  for (let root = 0; root < size; root++) {
    if (met[root] !== 0) continue;
    enter(root);
    for (let state = path.at(-1); state !== undefined; state = path.at(-1)) {
      const step = next[state] as number;
      if (step === offsets[state + 1]) {
        leave(state);
        continue;
      }
      next[state] = step + 1;
      const target = targets[step] as number;
      if (met[target] === 0) enter(target);
      else if (onStack[target] === 1) lower(state, met[target] as number);
    }
  }
  return components;
}
