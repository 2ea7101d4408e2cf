import type { StateGraph } from '@synod/spec';
import { avoidance } from './avoid.js';
import { actionOf, commonOf, type Exercised, exercised } from './common.js';
import type { Lattice } from './lattice.js';

/** What some behaviour of a lattice takes. */
export function somehow({ states, edges }: Lattice, graph: StateGraph): Exercised {
  return exercised(graph, new Set(edges.step), new Set(states));
}

/**
 * What every behaviour of a lattice takes.
 *
 * @param named actions that events name: nothing has to be looked at for them
 */
export function surely(lattice: Lattice, graph: StateGraph, named: ReadonlySet<string>): Exercised {
  const { states, cuts, edges } = lattice;
  const common = commonOf(lattice, graph);
  const canAvoid = avoidance(lattice);
  const steps = [
    ...cutsOf(edges.step, (edge) => cuts[edges.to[edge] as number] as number, common.steps),
  ].filter(([step, among]) => !canAvoid({ cuts: among, step: (other) => other === step, state: never }));
  const visited = [...cutsOf(states, (node) => cuts[node] as number, common.states)].filter(
    ([state, among]) => !canAvoid({ cuts: among, step: never, state: (other) => other === state }),
  );
  const every = Array.from(lattice.levels, (_, cut) => cut);
  const isOf = (action: string) => (step: number) => step >= 0 && actionOf(graph, step) === action;
  const actions = [...common.actions].filter(
    (action) => named.has(action) || !canAvoid({ cuts: every, step: isOf(action), state: never }),
  );
  return {
    steps: new Set(steps.map(([step]) => step)),
    states: new Set(visited.map(([state]) => state)),
    actions: new Set([...named, ...actions]),
  };
}

/** For each of some numbers, the cuts of the things that have it, rising, each once. */
function cutsOf(
  numbers: Int32Array,
  cutOf: (thing: number) => number,
  wanted: ReadonlySet<number>,
): ReadonlyMap<number, readonly number[]> {
  const found = new Map(Array.from(wanted, (number) => [number, new Set<number>()]));
  numbers.forEach((number, thing) => found.get(number)?.add(cutOf(thing)));
  return new Map(
    Array.from(found, ([number, cuts]) => [number, [...cuts].toSorted((one, other) => one - other)]),
  );
}

function never(): boolean {
  return false;
}
