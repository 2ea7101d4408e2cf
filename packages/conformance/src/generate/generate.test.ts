import { type StateGraph, shortestPaths } from '@synod/spec';
import { describe, expect, it } from 'vitest';
import { graphOf } from '../../test/small-graph.js';
import { cheapestFlow, type Flow } from './flow.js';
import { generateBehaviours } from './generate.js';
import { type Cover, covers, type Generated, type GenerateOptions } from './generated.js';
import { type Network, stateNetwork, stepNetwork } from './network.js';
import { groundOf } from './route.js';

/** Graphs by chance, always the same ones. */
function* graphs(howMany: number, mostStates: number, mostEdges: number): Iterable<StateGraph> {
  let seed = 7;
  const below = (end: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return (seed >> 8) % end;
  };
  for (let i = 0; i < howMany; i++) {
    const states = 1 + below(mostStates);
    const initial = below(3) === 0 && states > 1 ? [0, 1] : [0];
    const edges = Array.from(
      { length: 1 + below(mostEdges) },
      () => [below(states), 'ABC'[below(3)] ?? '', below(states)] as const,
    );
    yield graphOf(states, initial, [[0, 'A', below(states)], ...edges]);
  }
}

/** Everything a set of behaviours takes or visits, after it is made sure that they are behaviours of the graph. */
function taken(graph: StateGraph, { behaviours }: Generated, cover: Cover): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { start, steps } of behaviours) {
    expect(graph.initial).toContain(start);
    if (cover === 'states') found.add(`${start}`);
    let from = start;
    for (const { label, to } of steps) {
      const index = indexOf(graph, from, label.key, to);
      found.add({ actions: label.action, states: `${to}`, steps: `${index}` }[cover]);
      from = to;
    }
  }
  return found;
}

function indexOf(graph: StateGraph, from: number, key: string, to: number): number {
  for (let step = graph.offsets[from] ?? 0; step < (graph.offsets[from + 1] ?? 0); step++) {
    if (graph.targets[step] === to && graph.labels[graph.stepLabels[step] ?? -1]?.key === key) return step;
  }
  throw new Error(`there is no step ${key} from ${from} to ${to}`);
}

/** What can be reached, and the fewest events and then behaviours for it, by trying everything. */
function byTrying(
  graph: StateGraph,
  cover: Cover,
  longest = Infinity,
): { readonly things: number; readonly events: number; readonly behaviours: number } {
  const things: string[] = [];
  const bit = (name: string): number => {
    if (!things.includes(name)) things.push(name);
    return 1 << things.indexOf(name);
  };
  // Positions are a state, what has been covered, and how long the behaviour is; costs events * 1000 + behaviours.
  const best = new Map<string, number>();
  const lists: [state: number, covered: number, length: number][][] = [];
  const reach = (state: number, covered: number, length: number, cost: number): void => {
    const name = `${state} ${covered} ${longest === Infinity ? '' : length}`;
    if ((best.get(name) ?? Infinity) <= cost) return;
    best.set(name, cost);
    (lists[cost] ??= []).push([state, covered, length]);
  };
  const begin = (covered: number, cost: number): void => {
    for (const state of graph.initial)
      reach(state, covered | (cover === 'states' ? bit(`${state}`) : 0), 0, cost + 1);
  };
  begin(0, 0);
  let [most, at] = [0, 0];
  for (let cost = 0; cost < lists.length; cost++) {
    for (const [state, covered, length] of lists[cost] ?? []) {
      if (countBits(covered) > countBits(most)) [most, at] = [covered, cost];
      begin(covered, cost);
      if (length === longest) continue;
      for (let step = graph.offsets[state] ?? 0; step < (graph.offsets[state + 1] ?? 0); step++) {
        const to = graph.targets[step] ?? -1;
        const action = graph.labels[graph.stepLabels[step] ?? -1]?.action ?? '';
        const thing = bit({ actions: action, states: `${to}`, steps: `${step}` }[cover]);
        reach(to, covered | thing, length + 1, cost + 1000);
      }
    }
  }
  return { things: countBits(most), events: Math.floor(at / 1000), behaviours: at % 1000 };
}

function countBits(bits: number): number {
  return bits.toString(2).replaceAll('0', '').length;
}

/** The lower bound that a flow's prices prove, after it is made sure that they do. */
function proved({ offsets, heads, costs, supply, demand, entries }: Network, { prices }: Flow): number {
  const price = (node: number): number => prices[node] ?? Number.NaN;
  expect(prices.every((value) => value >= 0)).toBe(true);
  for (const node of entries) expect(price(node)).toBeLessThanOrEqual(1);
  supply.forEach((_, tail) => {
    for (let arc = offsets[tail] ?? 0; arc < (offsets[tail + 1] ?? 0); arc++) {
      expect(price(heads[arc] ?? -1)).toBeLessThanOrEqual(price(tail) + (costs[arc] ?? 0));
    }
  });
  return supply.reduce((sum, has, node) => sum + ((demand[node] ?? 0) - has) * price(node), 0);
}

describe('generated behaviours', () => {
  it.each(covers)('cover %s with as few events as there can be, as trying everything shows', (cover) => {
    let exact = 0;
    for (const graph of graphs(250, 5, 7)) {
      const generated = generateBehaviours(graph, { cover });
      const least = byTrying(graph, cover);
      expect(taken(graph, generated, cover).size).toBe(least.things);
      expect(generated.covered).toBe(least.things);
      expect(generated.bound.events).toBeLessThanOrEqual(least.events);
      expect(generated.events).toBeGreaterThanOrEqual(least.events);
      expect(generated.bound.exact).toBe(generated.bound.events === generated.events);
      if (!generated.bound.exact) continue;
      exact++;
      expect(generated.events).toBe(least.events);
      if (generated.bound.behaviours === undefined) continue;
      expect(generated.bound.behaviours).toBe(least.behaviours);
      expect(generated.behaviours.length).toBe(least.behaviours);
    }
    expect(exact).toBeGreaterThanOrEqual(cover === 'states' ? 200 : 250);
  });

  it.each(covers)('cover %s as far as behaviours of a length can', (cover) => {
    for (const graph of graphs(100, 4, 5)) {
      for (const maxLength of [1, 2, 3]) {
        const generated = generateBehaviours(graph, { cover, maxLength });
        const least = byTrying(graph, cover, maxLength);
        expect(taken(graph, generated, cover).size).toBe(least.things);
        expect(generated.total - generated.uncovered.length).toBe(least.things);
        expect(generated.behaviours.every(({ steps }) => steps.length <= maxLength)).toBe(true);
        expect(generated.bound.events).toBeLessThanOrEqual(least.events);
        expect(generated.events).toBeGreaterThanOrEqual(least.events);
      }
    }
  });

  it.each([
    ['steps', stepNetwork],
    ['states', stateNetwork],
  ] as const)('have a bound for %s that prices prove', (_, networkOf) => {
    for (const graph of graphs(60, 40, 150)) {
      const paths = shortestPaths(graph);
      if (paths.distances.includes(-1)) continue;
      const network = networkOf(groundOf(graph, paths, Infinity));
      const flow = cheapestFlow(network);
      const carried = flow.amounts.reduce((sum, amount, arc) => sum + amount * (network.costs[arc] ?? 0), 0);
      const bought = flow.bought.reduce((sum, amount) => sum + amount, 0);
      expect(proved(network, flow)).toBe(carried + bought);
      // Without a price of beginning, the same prices prove the number of events.
      const whole = { ...network, entries: [], costs: network.costs.map((cost) => cost / 2) };
      const halves = { ...flow, prices: flow.prices.map((price) => Math.floor(price / 2)) };
      expect(proved(whole, halves)).toBe(carried / 2);
    }
  });

  it('come in an order in which each takes most that is new', () => {
    for (const graph of graphs(50, 12, 40)) {
      const generated = generateBehaviours(graph, { cover: 'steps' });
      const seen = new Set<string>();
      const gains = generated.behaviours.map((behaviour) => {
        const before = seen.size;
        for (const step of taken(graph, { ...generated, behaviours: [behaviour] }, 'steps')) seen.add(step);
        return seen.size - before;
      });
      expect(gains).toEqual(gains.toSorted((one, other) => other - one));
    }
  });

  it('are the same each time', () => {
    for (const graph of graphs(20, 12, 40)) {
      const options: GenerateOptions = { cover: 'steps', maxLength: 6 };
      expect(generateBehaviours(graph, options)).toEqual(generateBehaviours(graph, options));
    }
  });
});
