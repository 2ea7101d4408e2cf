import type { Plan } from './cover-steps.js';
import { searcher } from './nearest-wanted.js';
import { eventsOf, type Ground, type Route } from './route.js';

/** The most actions, and the most pairs of a state and a set of actions, that are searched through. */
const mostActions = 12;
const mostPairs = 2 ** 23;

/**
 * The fewest events that take every action that can be taken, and the fewest behaviours with so many; where there are too
 * many states or actions to know, few.
 *
 * @param ofStep the number of each step's action
 * @param actions how many there are
 */
export function coverActions(ground: Ground, ofStep: Int32Array, actions: number): Plan {
  const nearest = nearestSteps(ground, ofStep, actions);
  const bits = numbersOf(nearest);
  const count = bits.filter((bit) => bit >= 0).length;
  if (count <= mostActions && ground.graph.size * 2 ** count <= mostPairs) {
    const routes = cheapestParts(shortestWithEach(ground, ofStep, bits, count), count);
    return { routes, least: { events: eventsOf(routes), behaviours: routes.length } };
  }
  const wanted = nearest.filter((step) => step >= 0);
  const farthest = Math.max(...wanted.map((step) => distanceTo(ground, step)));
  return { routes: oneAfterAnother(ground, ofStep, wanted), least: { events: Math.max(count, farthest) } };
}

/** Goes on to the nearest action that has not been taken, or begins anew where that is nearer. */
function oneAfterAnother(ground: Ground, ofStep: Int32Array, wanted: readonly number[]): readonly Route[] {
  const { graph, paths, sources, longest } = ground;
  const left = new Set(wanted.map((step) => ofStep[step] as number));
  const search = searcher(ground, (step) => left.has(ofStep[step] as number));
  const routes: { start: number; steps: number[] }[] = [];
  for (const step of wanted.toSorted((one, other) => distanceTo(ground, one) - distanceTo(ground, other))) {
    while (left.has(ofStep[step] as number)) {
      const last = routes.at(-1)?.steps;
      const near = last && Math.min(distanceTo(ground, step), longest - last.length);
      const onwards = last && search(graph.targets[last.at(-1) as number] as number, near ?? 0);
      const from = sources[step] as number;
      const taken = onwards ?? [...paths.to(from), step];
      if (last === undefined || onwards === undefined)
        routes.push({ start: paths.start(from), steps: [...taken] });
      else last.push(...taken);
      for (const way of taken) left.delete(ofStep[way] as number);
    }
  }
  return routes;
}

function distanceTo({ paths, sources }: Ground, step: number): number {
  return (paths.distances[sources[step] as number] as number) + 1;
}

/** For each action, the step of it that is nearest to an initial state; -1 if it can not be taken. */
function nearestSteps({ graph, paths, usable }: Ground, ofStep: Int32Array, actions: number): number[] {
  const nearest = new Array<number>(actions).fill(-1);
  for (const state of paths.order) {
    for (let step = graph.offsets[state] as number; step < (graph.offsets[state + 1] as number); step++) {
      const action = ofStep[step] as number;
      if (usable[step] === 1 && nearest[action] === -1) nearest[action] = step;
    }
  }
  return nearest;
}

/** Numbers those actions that can be taken; -1 for others. */
function numbersOf(nearest: readonly number[]): readonly number[] {
  let next = 0;
  return nearest.map((step) => (step < 0 ? -1 : next++));
}

/**
 * For each set of actions a shortest route that takes all of them, as far as one does: breadth first through pairs of a
 * state and the actions taken so far.
 */
function shortestWithEach(
  { graph, usable, longest }: Ground,
  ofStep: Int32Array,
  bits: readonly number[],
  count: number,
): readonly (Route | undefined)[] {
  const { offsets, targets, initial, size } = graph;
  const sets = 2 ** count;
  const arrivals = new Int32Array(size * sets).fill(-2);
  const parents = new Int32Array(size * sets);
  const found = new Array<Route | undefined>(sets).fill(undefined);
  let missing = sets;
  const routeTo = (pair: number): Route => {
    const steps: number[] = [];
    let at = pair;
    for (; (arrivals[at] as number) >= 0; at = parents[at] as number) steps.push(arrivals[at] as number);
    return { start: Math.floor(at / sets), steps: steps.toReversed() };
  };
  /** Notes that all subsets of the actions are taken here, too; those of fewer actions were found before. */
  const note = (pair: number): void => {
    const all = pair % sets;
    if (found[all] !== undefined) return;
    const route = routeTo(pair);
    for (let set = all; set >= 0; set = set === 0 ? -1 : (set - 1) & all) {
      if (found[set] !== undefined) continue;
      found[set] = route;
      missing--;
    }
  };
  let level = initial.map((state) => state * sets);
  for (const pair of level) arrivals[pair] = -1;
  for (let length = 0; level.length > 0; length++) {
    level.forEach(note);
    if (missing === 0 || length >= longest) break;
    const next: number[] = [];
    for (const pair of level) {
      const [state, set] = [Math.floor(pair / sets), pair % sets];
      for (let step = offsets[state] as number; step < (offsets[state + 1] as number); step++) {
        if (usable[step] === 0) continue;
        const bit = bits[ofStep[step] as number] as number;
        const to = (targets[step] as number) * sets + (set | (1 << bit));
        if (arrivals[to] !== -2) continue;
        arrivals[to] = step;
        parents[to] = pair;
        next.push(to);
      }
    }
    level = next;
  }
  return found;
}

/** The cheapest routes that together take all actions, and of those the fewest. */
function cheapestParts(routes: readonly (Route | undefined)[], count: number): readonly Route[] {
  const all = 2 ** count - 1;
  const costs = new Float64Array(all + 1).fill(Infinity);
  const parts = new Int32Array(all + 1);
  costs[0] = 0;
  // A behaviour costs less than any event, as there are no more behaviours than actions.
  const one = 1 / (count + 1);
  for (let set = 1; set <= all; set++) {
    const lowest = set & -set;
    for (let part = set; part > 0; part = (part - 1) & set) {
      const route = routes[part];
      if ((part & lowest) === 0 || route === undefined) continue;
      const cost = (costs[set ^ part] as number) + route.steps.length + one;
      if (cost >= (costs[set] as number) - one / 2) continue;
      costs[set] = cost;
      parts[set] = part;
    }
  }
  const chosen: Route[] = [];
  for (let set = all; set > 0; set ^= parts[set] as number)
    chosen.push(routes[parts[set] as number] as Route);
  return chosen;
}
