import type { StateGraph } from '@synod/spec';
import { splitter } from './components.js';
import type { Fairness } from './fairness.js';

/** States that share a number above 0 are joined by fair cycles among themselves; at a state with 0, there is none. */
export type FairStates = Int32Array;

/** States that are looked at together, and the number that each of them bears meanwhile. */
interface Region {
  readonly states: Int32Array;
  readonly id: number;
}

/**
 * Finds where behaviours can go round for ever, fairly. In a strongly connected component a cycle can pass every state
 * and take every step, which is the best it can do for each constraint but one: a strong one whose action is enabled
 * there and has no step there. Then the states that enable it are left out, and what remains is split anew. One state
 * is a component too: behaviours may stay in it.
 *
 * @param states where cycles may pass, each once
 */
export function fairStates(
  graph: StateGraph,
  states: Int32Array,
  allowed: (step: number) => boolean,
  fairness: readonly Fairness[],
): FairStates {
  const region = new Int32Array(graph.size);
  const fair = new Int32Array(graph.size);
  const split = splitter(graph, allowed);
  let ids = 0;
  const mark = (members: Int32Array): Region => {
    ids++;
    for (const state of members) region[state] = ids;
    return { states: members, id: ids };
  };

  const work = [mark(states)];
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    const { id } = next;
    const components = split(next.states, (state) => region[state] === id);
    let start = 0;
    for (const end of components.ends) {
      const component = mark(components.states.subarray(start, end));
      start = end;
      const obstacle = obstacleIn(graph, component, region, allowed, fairness);
      if (obstacle === undefined) {
        for (const state of component.states) fair[state] = component.id;
      } else {
        // A weak obstacle is enabled everywhere, and nothing remains.
        for (const state of component.states) if (obstacle.enabled(state)) region[state] = 0;
        const rest = component.states.filter((state) => region[state] !== 0);
        if (rest.length > 0) work.push(mark(rest));
      }
    }
  }
  return fair;
}

/** The first constraint that no cycle through all of a component can meet. */
function obstacleIn(
  graph: StateGraph,
  { states, id }: Region,
  region: Int32Array,
  allowed: (step: number) => boolean,
  fairness: readonly Fairness[],
): Fairness | undefined {
  const isTaken = (constraint: Fairness): boolean =>
    states.some((from) => {
      const end = graph.offsets[from + 1] as number;
      for (let step = graph.offsets[from] as number; step < end; step++) {
        const to = graph.targets[step] as number;
        if (to !== from && region[to] === id && constraint.isStep(step) && allowed(step)) return true;
      }
      return false;
    });
  return fairness.find((constraint) => {
    const idle =
      constraint.kind === 'weak'
        ? states.some((state) => !constraint.enabled(state))
        : states.every((state) => !constraint.enabled(state));
    return !idle && !isTaken(constraint);
  });
}
