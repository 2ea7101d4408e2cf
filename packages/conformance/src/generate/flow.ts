import { backwards } from './backwards.js';
import type { Network } from './network.js';

/** A cheapest flow, and the proof that it is one. */
export interface Flow {
  /** How much each arc carries. */
  readonly amounts: Int32Array;
  /** How many things are bought at each node. */
  readonly bought: Int32Array;
  /**
   * A price for each node, at which nobody earns by carrying or buying: that of an arc's head is at most that of its tail
   * and the arc's cost; it is at most 1 where things can be bought, and never negative. What all that is needed is worth
   * at these prices, less what all supplies are, is then a lower bound of any flow's cost, and this flow costs just that.
   */
  readonly prices: Int32Array;
}

const far = 0x7fff_ffff;

/**
 * A cheapest flow that brings every node what it needs, by the primal-dual method: prices rise as far as the nearest
 * need that is not met, and then all that can be met at these prices is. Ford and Fulkerson, Flows in Networks, 1962.
 * Needs that nothing leads to are left.
 */
export function cheapestFlow(network: Network): Flow {
  const { supply, demand, heads } = network;
  const nodes = supply.length;
  const work: Work = {
    network,
    ...backwards(network),
    left: supply.slice(),
    needed: demand.slice(),
    amounts: new Int32Array(heads.length),
    bought: new Int32Array(nodes),
    prices: new Int32Array(nodes),
    distances: new Int32Array(nodes),
  };
  for (;;) {
    const rise = nearestNeed(work);
    if (rise === far) break;
    if (rise > 0) {
      for (let node = 0; node < nodes; node++) {
        work.prices[node] = (work.prices[node] as number) + Math.min(rise, work.distances[node] as number);
      }
    }
    meetNeeds(work);
  }
  return { amounts: work.amounts, bought: work.bought, prices: work.prices };
}

interface Work {
  readonly network: Network;
  /** The arcs into each node, and the node that each arc comes from. */
  readonly intoOffsets: Int32Array;
  readonly into: Int32Array;
  readonly tails: Int32Array;
  /** What is left of supplies and needs. */
  readonly left: Int32Array;
  readonly needed: Int32Array;
  readonly amounts: Int32Array;
  readonly bought: Int32Array;
  readonly prices: Int32Array;
  readonly distances: Int32Array;
}

/**
 * How far the nearest need is, by what is paid above prices, and the distances of all nodes nearer than that. An arc that
 * carries something can be gone back along, which saves its cost. Dial, Algorithm 360, 1969: a list for each distance.
 */
function nearestNeed(work: Work): number {
  const { network, intoOffsets, into, tails, left, needed, amounts, prices, distances } = work;
  const { offsets, heads, costs, entries } = network;
  const lists: number[][] = [];
  const reach = (node: number, distance: number): void => {
    if (distance >= (distances[node] as number)) return;
    distances[node] = distance;
    (lists[distance] ??= []).push(node);
  };
  distances.fill(far);
  left.forEach((amount, node) => {
    if (amount > 0) reach(node, 0);
  });
  for (const node of entries) reach(node, 1 - (prices[node] as number));
  for (let distance = 0; distance < lists.length; distance++) {
    const list = lists[distance] ?? [];
    for (let node = list.pop(); node !== undefined; node = list.pop()) {
      if (distances[node] !== distance) continue;
      if ((needed[node] as number) > 0) return distance;
      const from = distance + (prices[node] as number);
      for (let arc = offsets[node] as number; arc < (offsets[node + 1] as number); arc++) {
        const head = heads[arc] as number;
        reach(head, from + (costs[arc] as number) - (prices[head] as number));
      }
      for (let i = intoOffsets[node] as number; i < (intoOffsets[node + 1] as number); i++) {
        const arc = into[i] as number;
        if (amounts[arc] === 0) continue;
        const tail = tails[arc] as number;
        reach(tail, from - (costs[arc] as number) - (prices[tail] as number));
      }
    }
  }
  return far;
}

/** Carries things to where they are needed, along arcs at which prices rise by just the cost. */
function meetNeeds(work: Work): void {
  const { network, left, bought, prices } = work;
  const tour: Tour = {
    ...work,
    cursors: new Int32Array(prices.length),
    closed: new Uint8Array(prices.length),
  };
  left.forEach((amount, node) => {
    for (let rest = amount; rest > 0; ) {
      const carried = carryFrom(tour, node, rest);
      if (carried === 0) break;
      rest -= carried;
      left[node] = rest;
    }
  });
  for (const node of network.entries) {
    if (prices[node] !== 1) continue;
    for (let carried = far; carried > 0; ) {
      carried = carryFrom(tour, node, far);
      bought[node] = (bought[node] as number) + carried;
    }
  }
}

interface Tour extends Work {
  /** How many ways out of each node have been tried, those along arcs first, then those back along arcs. */
  readonly cursors: Int32Array;
  /** 1 for nodes on the way that is tried, and those that lead nowhere. */
  readonly closed: Uint8Array;
}

/** Finds one way from a node to a need, and carries as much as possible along it. Returns how much that is. */
function carryFrom(tour: Tour, start: number, most: number): number {
  const { heads } = tour.network;
  const { tails, needed, amounts, closed } = tour;
  if (closed[start] === 1) return 0;
  /** The arcs of the way; `~arc` for going back along one. */
  const way: number[] = [];
  let node = start;
  while (needed[node] === 0) {
    closed[node] = 1;
    const move = nextMove(tour, node);
    if (move !== undefined) {
      way.push(move);
      node = (move >= 0 ? heads[move] : tails[~move]) as number;
      continue;
    }
    const before = way.pop();
    if (before === undefined) return 0;
    node = (before >= 0 ? tails[before] : heads[~before]) as number;
  }
  const room = (rest: number, move: number): number =>
    move >= 0 ? rest : Math.min(rest, amounts[~move] as number);
  const carried = way.reduce(room, Math.min(most, needed[node] as number));
  needed[node] = (needed[node] as number) - carried;
  for (const move of way) {
    const arc = move >= 0 ? move : ~move;
    amounts[arc] = (amounts[arc] as number) + (move >= 0 ? carried : -carried);
    const from = (move >= 0 ? tails[arc] : heads[arc]) as number;
    closed[from] = 0;
    // The same way may be good for more.
    tour.cursors[from] = (tour.cursors[from] as number) - 1;
  }
  closed[start] = 0;
  return carried;
}

/** The next way out of a node that costs nothing above prices and leads to a node that is not closed. */
function nextMove(
  { network, intoOffsets, into, tails, amounts, prices, cursors, closed }: Tour,
  node: number,
): number | undefined {
  const { offsets, heads, costs } = network;
  const begin = offsets[node] as number;
  const along = (offsets[node + 1] as number) - begin;
  const back = intoOffsets[node] as number;
  const all = along + (intoOffsets[node + 1] as number) - back;
  const price = prices[node] as number;
  for (let cursor = cursors[node] as number; cursor < all; cursor++) {
    const forth = cursor < along;
    const arc = (forth ? begin + cursor : into[back + cursor - along]) as number;
    if (!forth && amounts[arc] === 0) continue;
    const to = (forth ? heads[arc] : tails[arc]) as number;
    const cost = (forth ? 1 : -1) * (costs[arc] as number);
    if (closed[to] === 1 || price + cost !== prices[to]) continue;
    cursors[node] = cursor + 1;
    return forth ? arc : ~arc;
  }
  cursors[node] = all;
  return undefined;
}
