/** A breadth-first search, as far as it has come. */
export interface SearchTree {
  /** Puts a node at the end of the queue; false if it has been there already. */
  add(node: number, parent: number, step: number): boolean;
  /** Takes the next node from the queue; -1 if there is none. */
  next(): number;
  visited(): Int32Array;
  path(node: number): { readonly root: number; readonly steps: readonly number[] };
}

/** A queue in which each node is once, and the tree of how each was come by. A step of -1 is none. */
export function searchTree(size: number): SearchTree {
  const parents = new Int32Array(size).fill(-1);
  const arrivals = new Int32Array(size).fill(-1);
  const known = new Uint8Array(size);
  const queue = new Int32Array(size);
  let [head, end] = [0, 0];
  return {
    add(node, parent, step) {
      if (known[node] === 1) return false;
      known[node] = 1;
      parents[node] = parent;
      arrivals[node] = step;
      queue[end++] = node;
      return true;
    },
    next: () => (head < end ? (queue[head++] as number) : -1),
    visited: () => queue.subarray(0, end),
    path(node) {
      const steps: number[] = [];
      let root = node;
      for (; parents[root] !== -1; root = parents[root] as number) {
        if (arrivals[root] !== -1) steps.push(arrivals[root] as number);
      }
      return { root, steps: steps.toReversed() };
    },
  };
}
