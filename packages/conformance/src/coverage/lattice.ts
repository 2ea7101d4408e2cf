/**
 * All behaviours that a trace allows, put together: nodes are pairs of a cut and a state, edges are steps of a graph.
 * An edge within a cut is a hidden step, one to a cut of the next level is an event. Every node and edge is on a way
 * from an initial state to the last level, where behaviours may end at every node.
 */
export interface Lattice {
  /** The state of each node. Nodes are numbered by their cuts. */
  readonly states: Int32Array;
  /** The cut of each node. Cuts are numbered by their levels. */
  readonly cuts: Int32Array;
  /** The nodes of cut `c` are those from `cutStarts[c]` up to `cutStarts[c + 1]`. */
  readonly cutStarts: Int32Array;
  /** The level of each cut: how many events it has. */
  readonly levels: Int32Array;
  /** How many nodes each level has. */
  readonly levelSizes: Int32Array;
  /** 1 for each node that is an initial state before the first event. */
  readonly entries: Uint8Array;
  readonly edges: LatticeEdges;
  /** Edges by the node that they leave, and by the one that they enter. */
  readonly leaving: Grouping;
  readonly entering: Grouping;
}

/** The ends of each edge, and the index of its step in the graph; -1 for an event that is no step. */
export interface LatticeEdges {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly step: Int32Array;
}

/** Things by a number that each has: those with number `n` are in `order` from `starts[n]` up to `starts[n + 1]`. */
export interface Grouping {
  readonly starts: Int32Array;
  readonly order: Int32Array;
}

/** A lattice as it grew forwards from the initial states: it may have nodes that lead nowhere. */
export interface Growth {
  readonly states: Int32Array;
  readonly cuts: Int32Array;
  readonly levels: Int32Array;
  /** How many of the first nodes are initial states before the first event. */
  readonly entries: number;
  readonly edges: LatticeEdges;
  /** The level in which all events have been taken. */
  readonly last: number;
}

/** Leaves out what leads nowhere. */
export function prune(growth: Growth): Lattice {
  const useful = leadsToEnd(growth);
  const byCut = group(growth.cuts, growth.levels.length);
  const kept = byCut.order.filter((node) => useful[node] === 1);
  const numbers = new Int32Array(useful.length).fill(-1);
  kept.forEach((node, number) => {
    numbers[node] = number;
  });
  const cuts = kept.map((node) => growth.cuts[node] as number);
  const levelSizes = new Int32Array(growth.last + 1);
  for (const cut of cuts) {
    const level = growth.levels[cut] as number;
    levelSizes[level] = (levelSizes[level] as number) + 1;
  }
  const edges = keptEdges(growth.edges, numbers);
  return {
    states: kept.map((node) => growth.states[node] as number),
    cuts,
    cutStarts: group(cuts, growth.levels.length).starts,
    levels: growth.levels,
    levelSizes,
    entries: Uint8Array.from(kept, (node) => (node < growth.entries ? 1 : 0)),
    edges,
    leaving: group(edges.from, kept.length),
    entering: group(edges.to, kept.length),
  };
}

/** The edges between nodes that are kept, with the new numbers of these. */
function keptEdges({ from, to, step }: LatticeEdges, numbers: Int32Array): LatticeEdges {
  const isKept = (edge: number): boolean =>
    (numbers[from[edge] as number] as number) >= 0 && (numbers[to[edge] as number] as number) >= 0;
  const kept = Int32Array.from(from, (_, edge) => edge).filter(isKept);
  return {
    from: kept.map((edge) => numbers[from[edge] as number] as number),
    to: kept.map((edge) => numbers[to[edge] as number] as number),
    step: kept.map((edge) => step[edge] as number),
  };
}

/** For each node, 1 if the last level can be reached from it. */
function leadsToEnd({ states, cuts, levels, edges, last }: Growth): Uint8Array {
  const entering = group(edges.to, states.length);
  const useful = new Uint8Array(states.length);
  const open: number[] = [];
  cuts.forEach((cut, node) => {
    if (levels[cut] !== last) return;
    useful[node] = 1;
    open.push(node);
  });
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (let i = entering.starts[node] as number; i < (entering.starts[node + 1] as number); i++) {
      const from = edges.from[entering.order[i] as number] as number;
      if (useful[from] === 1) continue;
      useful[from] = 1;
      open.push(from);
    }
  }
  return useful;
}

/** Sorts by number, keeping the order of what has the same one. */
function group(numbers: Int32Array, count: number): Grouping {
  const starts = new Int32Array(count + 1);
  for (const number of numbers) starts[number + 1] = (starts[number + 1] as number) + 1;
  for (let n = 0; n < count; n++) starts[n + 1] = (starts[n + 1] as number) + (starts[n] as number);
  const next = starts.slice();
  const order = new Int32Array(numbers.length);
  numbers.forEach((number, thing) => {
    const place = next[number] as number;
    order[place] = thing;
    next[number] = place + 1;
  });
  return { starts, order };
}
